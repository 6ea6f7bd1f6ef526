// SPDX-License-Identifier: MIT
// The style sheet of a report: the light colours of the window, one column, readable on a phone.
#pragma once

#include <string_view>

namespace lockstep {

inline constexpr std::string_view html_style = R"(
body { margin: 0; background: #F6F5F2; color: #1F2328;
  font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 820px; margin: 0 auto; padding: 28px 16px 48px; }
h1 { font-size: 27px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 19px; margin: 0 0 12px; }
.lead { color: #5B626B; max-width: 68ch; margin: 0 0 20px; }
section { background: #FFFFFF; border: 1px solid #E3E1DC; border-radius: 12px;
  padding: 20px; margin: 14px 0; }
svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
.finding { margin: 14px 0 0; padding-left: 12px; border-left: 3px solid #7C838C; max-width: 68ch; }
.finding p { margin: 4px 0 0; }
.verdict { color: #5B626B; font-size: 13px; margin-right: 6px; }
.holds { border-color: #1B7F5C; } .holds .verdict { color: #1B7F5C; }
.fails { border-color: #C2410C; } .fails .verdict { color: #C2410C; }
.scroll { overflow-x: auto; margin-top: 16px; }
table { border-collapse: collapse; font-size: 14px; }
caption { text-align: left; color: #5B626B; font-size: 13px; padding-bottom: 4px; }
th, td { text-align: right; padding: 4px 14px 4px 0; border-bottom: 1px solid #E3E1DC;
  font-weight: 400; white-space: nowrap; }
thead th { color: #5B626B; }
.measured { color: #0B6E99; } .model { color: #5B626B; } .rounds { color: #5B626B; }
.small { color: #5B626B; font-size: 13px; margin: 10px 0 0; }
code { font-family: "JetBrains Mono", ui-monospace, monospace; font-size: 12px;
  overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0;
  font-size: 14px; }
dt { color: #5B626B; } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 600px) { .wide { display: none; } .narrow { display: block; }
  section { padding: 14px; } }
@media print { body { background: #FFFFFF; } section { break-inside: avoid; border: 0; } }
)";

} // namespace lockstep
