// SPDX-License-Identifier: MIT
// Real PTX, damaged: whatever comes of it, the reader answers and every index that it gives leads
// somewhere. LOCKSTEP_FUZZ_ROUNDS and LOCKSTEP_FUZZ_SEED ask for more and for the same again.
#include "reading.hpp"
#include "sample_texts.hpp"

#include "sim/base/random.hpp"
#include "sim/ptx/lexer.hpp"

namespace lockstep::ptx {

static std::uint64_t setting(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

class Damage {
  public:
    Damage(std::vector<std::string> texts, std::uint64_t seed)
        : m_texts(std::move(texts)), m_random(seed) {}

    std::string next() {
        std::string text = m_texts[pick(m_texts.size())];
        const std::size_t times = 1 + pick(4);
        for (std::size_t i = 0; i < times && !text.empty(); ++i)
            text = once(std::move(text));
        return text;
    }

  private:
    std::size_t pick(std::size_t below) { return m_random.below(std::max<std::size_t>(below, 1)); }

    /// Where a token begins and how long it is; several behind one another at times.
    std::pair<std::size_t, std::size_t> piece(const std::string& text) {
        const std::size_t near = pick(text.size());
        const std::size_t begin = text.find_first_not_of(" \t\n", near);
        if (begin == std::string::npos)
            return {near, 1};
        Lexer lexer(std::string_view(text).substr(begin));
        Token token = lexer.next();
        for (std::size_t more = pick(8) == 0 ? pick(20) : 0; more > 0; --more)
            if (const Token behind = lexer.next(); behind.kind != TokenKind::End)
                token = behind;
        const auto end =
            static_cast<std::size_t>(token.text.data() + token.text.size() - text.data());
        return {begin, end - begin};
    }

    std::string once(std::string text) {
        const auto [begin, length] = piece(text);
        const std::string token = text.substr(begin, length);
        switch (pick(8)) {
        case 0: // cut
            return text.erase(begin, length);
        case 1: // twice
            return text.insert(begin, token + " ");
        case 2: { // in the place of another
            const auto [other, size] = piece(text);
            return text.replace(other, size, token);
        }
        case 3: { // from another text
            const std::string& source = m_texts[pick(m_texts.size())];
            const auto [other, size] = piece(source);
            return text.replace(begin, length, source.substr(other, size));
        }
        case 4: // a letter
            text[begin] = static_cast<char>(pick(256));
            return text;
        case 5: // the end is missing
            return text.substr(0, begin);
        case 6: { // a number that is too large, or none
            static constexpr std::string_view numbers[] = {
                "4000000000", "99999999999999999999", "0", "-1", "0x",
                "1e999",      "18446744073709551615"};
            return text.replace(begin, length, numbers[pick(std::size(numbers))]);
        }
        default: // two change places
            const std::size_t gap = pick(3) + 1;
            if (begin + length + gap < text.size())
                std::rotate(text.begin() + static_cast<std::ptrdiff_t>(begin),
                            text.begin() + static_cast<std::ptrdiff_t>(begin + length),
                            text.begin() + static_cast<std::ptrdiff_t>(begin + length + gap));
            return text;
        }
    }

    std::vector<std::string> m_texts;
    Random m_random;
};

TEST(FuzzTest, DamagedTextsNeverCrash) {
    std::vector<std::string> texts;
    for (const auto& path : sample_files())
        if (std::filesystem::file_size(path) < 10000) // small ones: more is damaged of them
            texts.push_back(text_of(path));
    ASSERT_FALSE(texts.empty());
    const std::uint64_t seed = setting("LOCKSTEP_FUZZ_SEED", 1);
    const std::uint64_t rounds = setting("LOCKSTEP_FUZZ_ROUNDS", 4000);
    std::printf("seed %llu, %llu rounds\n", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(rounds));
    Damage damage(std::move(texts), seed);
    std::uint64_t refused = 0;
    for (std::uint64_t i = 0; i < rounds; ++i) {
        const std::string text = damage.next();
        const auto module = read(text, "damaged");
        if (!module) {
            ++refused;
            ASSERT_FALSE(module.error().what.empty());
            ASSERT_FALSE(module.error().remedy.empty()) << module.error().text();
            continue;
        }
        ASSERT_TRUE(Soundness(*module).holds()) << "round " << i;
    }
    // Most damage is seen; a letter in a comment or another register is none.
    EXPECT_GT(refused, rounds / 3);
    EXPECT_LT(refused, rounds);
}

TEST(FuzzTest, DepthAndLengthAreBounded) {
    for (const char* piece : {"{", "(", "[", "{ {", "!", "-", "@", "a:", ".b8 ", "1,", "f(", "+"}) {
        std::string text = ".entry k() { .reg .b32 r<4>;\n mov.b32 r1, ",
                    array = ".global .b8 a[] = ";
        for (int i = 0; i < 100000; ++i) {
            text += piece;
            array += piece;
        }
        EXPECT_NE(message_of(text), "");
        EXPECT_NE(message_of(array), "");
        EXPECT_NE(message_of(array.substr(19)), "");
    }
}

} // namespace lockstep::ptx
