// SPDX-License-Identifier: MIT
// lesson.md into blocks: running text and fences, each with the step that it belongs to.
#include "app/content/blocks/kind.hpp"
#include "app/content/lesson_reader.hpp"
#include "app/content/markdown.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace lockstep::content {
namespace {

/// A block as read, before it has its step.
struct Fresh {
    Block block;
    std::shared_ptr<BlockBody> body;
    Step (*begins)(const BlockBody&) = nullptr;
};

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const BlockKind* kind : all_block_kinds())
        names.emplace_back(kind->name);
    return names;
}

Fresh text_block(const Part& part, int number) {
    auto body = std::make_shared<TextBody>();
    body->markdown = part.text;
    return {{"text", "text-" + std::to_string(number), Step::Predict, part.line, nullptr}, body};
}

/// Reads the fences of one file.
class Reader {
  public:
    Reader(const BlockContext& context, std::vector<Problem>& problems)
        : m_context(context), m_file(context.folder / "lesson.md"), m_problems(problems) {}

    std::optional<Fresh> fence(const Part& part) {
        const BlockKind* kind = find_block_kind(part.kind);
        if (!kind)
            return problem(part.line, fmt::format("there is no kind of block '{}'.", part.kind),
                           suggestion(part.kind, kind_names()));
        if (!part.closed)
            return problem(part.line, fmt::format("this {} block is never closed.", part.kind),
                           "End it with a line of three backticks.");
        auto tree = read_toml(part.text, m_file.string(), part.line + 1);
        if (!tree)
            return broken(part, tree.error());
        tree->line = part.line;
        Keys keys(*tree, fmt::format("this {} block", part.kind), m_file, m_problems);
        return with_keys(part, *kind, keys);
    }

  private:
    std::optional<Fresh> with_keys(const Part& part, const BlockKind& kind, Keys& keys) {
        const std::string id = kind.begins ? keys.text("id") : keys.needed_text("id");
        if (!kind.begins && id.empty())
            return std::nullopt;
        if (!id.empty() && !m_ids.insert(id).second)
            return problem(keys.line("id"), fmt::format("a second block is called '{}'.", id),
                           "Give it another id: what the learner did is kept under it.");
        std::shared_ptr<BlockBody> body = kind.read(keys, m_context);
        if (!body)
            return std::nullopt;
        keys.done();
        body->lines = keys.lines();
        return Fresh{{part.kind, id, Step::Predict, part.line, nullptr}, body, kind.begins};
    }

    std::nullopt_t problem(int line, std::string what, std::string remedy) {
        m_problems.push_back({m_file, line, std::move(what), std::move(remedy)});
        return std::nullopt;
    }

    /// The error of read_toml says "file:line" in its place.
    std::nullopt_t broken(const Part& part, const Error& error) {
        const auto colon = error.where.rfind(':');
        const int line =
            colon == error.where.npos ? part.line : std::atoi(error.where.c_str() + colon + 1);
        return problem(line, error.what, error.remedy);
    }

    const BlockContext& m_context;
    std::filesystem::path m_file;
    std::vector<Problem>& m_problems;
    std::set<std::string> m_ids;
};

std::vector<Block> with_steps(std::vector<Fresh> fresh) {
    const auto is = [](std::string_view kind) {
        return [kind](const Fresh& one) { return one.block.kind == kind; };
    };
    const auto first_run = std::ranges::find_if(fresh, is("run"));
    auto last_guess = fresh.end();
    for (auto at = fresh.begin(); at != first_run; ++at)
        if (is("predict")(*at))
            last_guess = at;
    std::vector<Block> blocks;
    Step step = last_guess == fresh.end() ? Step::Run : Step::Predict;
    for (auto at = fresh.begin(); at != fresh.end(); ++at) {
        if (at->begins) {
            step = std::max(step, at->begins(*at->body));
            continue;
        }
        if (at == first_run)
            static_cast<RunBody&>(*at->body).gate = true;
        at->block.step = step;
        at->block.body = at->body;
        blocks.push_back(std::move(at->block));
        if (at == last_guess)
            step = std::max(step, Step::Run);
        if (at == first_run)
            step = std::max(step, Step::Compare);
    }
    return blocks;
}

} // namespace

std::vector<Block> read_blocks(std::string_view markdown, const std::filesystem::path& folder,
                               const std::filesystem::path& root, std::vector<Problem>& problems) {
    const BlockContext context{root, folder};
    Reader reader(context, problems);
    std::vector<Fresh> fresh;
    int texts = 0;
    for (const Part& part : split_markdown(markdown)) {
        if (part.kind.empty())
            fresh.push_back(text_block(part, ++texts));
        else if (std::optional<Fresh> block = reader.fence(part))
            fresh.push_back(*std::move(block));
    }
    return with_steps(std::move(fresh));
}

} // namespace lockstep::content
