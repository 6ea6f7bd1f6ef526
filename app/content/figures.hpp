// SPDX-License-Identifier: MIT
// Tables of published figures: sms = { value = 40, source = 'paper' }, where 'paper' is a key of
// the document's [sources]. What is missing, or names no source, is a problem with its line.
#pragma once

#include "app/content/keys.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lockstep::content {

using Sources = std::map<std::string, std::string>;

/// [sources] of a document; its absence is a problem.
Sources read_sources(Keys& keys);

struct CitedFigure {
    std::string name;
    double value = 0;
    std::string source; ///< the text that [sources] has for it
};

/// One such table, taken figure by figure. All references must outlive the reader.
class Figures {
  public:
    Figures(Keys& keys, const char* table, const Sources& sources);

    CitedFigure number(const char* figure); ///< zero after a problem
    CitedFigure whole(const char* figure);  ///< 0 .. 1e9
    /// Reports the figures that were not asked for. The last thing done with a table.
    void done();

    /// Those taken so far, in that order.
    const std::vector<CitedFigure>& taken() const { return m_taken; }

  private:
    double value(Keys& entry, const char* figure);
    std::string source(Keys& entry, const char* figure);

    const Sources& m_sources;
    std::optional<Keys> m_keys; ///< none when the document has no such table
    std::vector<CitedFigure> m_taken;
};

} // namespace lockstep::content
