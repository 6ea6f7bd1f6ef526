// SPDX-License-Identifier: MIT
// The view, the check, and the picture drawn from the counts.
#include "kernels/mandelbrot/mandelbrot.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep {
namespace {

constexpr std::string_view schedules[] = {"dynamic", "static"};
constexpr Parameter parameters[] = {
    {"size", "pixels on each side of the picture", "pixels", 0, 2048, 256,
     Scale::Log, true},
    {"iterations", "iterations at most", "", 1, 5000, 160, Scale::Log, true},
    {"tile", "size of a tile, one task", "pixels", 8, 512, 16, Scale::Log,
     true},
    {"schedule", "tiles are handed out one by one, or dealt beforehand", "", 0,
     1, 0, Scale::Linear, true, schedules},
};

// Off-centre on purpose: the set is symmetric about the real axis, and two
// workers with half of it each would be balanced by accident. Each input moves
// the view a little.
View view_of(int input, int size) {
    constexpr float width = 2.2f;
    const float shift = 0.01f * static_cast<float>(input);
    return {-1.75f + shift, -0.75f + shift,
            width / static_cast<float>(std::max(size, 1))};
}

Result<std::unique_ptr<Problem>> create(const Values& values) {
    LOCKSTEP_CHECK(check_values(mandelbrot_workload, values));
    auto job = std::make_unique<Mandelbrot>();
    job->size = static_cast<int>(value_of(values, "size", 256));
    job->iterations = static_cast<int>(value_of(values, "iterations", 160));
    job->tile_size = static_cast<int>(value_of(values, "tile", 16));
    job->across = (job->size + job->tile_size - 1) / job->tile_size;
    job->dynamic = value_of(values, "schedule", 0) < 1;
    for (int input = 0; input < input_count; ++input)
        job->views[static_cast<std::size_t>(input)] = view_of(input, job->size);
    const auto side = static_cast<std::size_t>(job->size);
    job->counts.assign(side * side, -1);
    return job;
}

double pixels(const Values& values) {
    return value_of(values, "size", 256) * value_of(values, "size", 256);
}
double bytes(const Values& values) {
    return 4 * pixels(values);
}
double not_known_beforehand(const Values&) {
    return 0;
}

// ---- the picture -----------------------------------------------------------

using Colour = std::array<double, 3>; ///< linear light, or OKLab

// Ink, blue, sky, paper, amber, rust: in sRGB. Between them colours are mixed
// in OKLab (Bjorn Ottosson, 2020), where equal steps look equally large.
constexpr std::array<Colour, 6> palette_srgb = {{{0x0E, 0x14, 0x26},
                                                 {0x0B, 0x4E, 0x86},
                                                 {0x56, 0xB4, 0xE9},
                                                 {0xF6, 0xF1, 0xDC},
                                                 {0xF0, 0xA9, 0x4B},
                                                 {0x8E, 0x2C, 0x0C}}};

double to_linear(double srgb) {
    const double s = srgb / 255;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
}

std::byte to_srgb(double linear) {
    const double l = std::clamp(linear, 0.0, 1.0);
    const double s =
        l <= 0.0031308 ? 12.92 * l : 1.055 * std::pow(l, 1 / 2.4) - 0.055;
    return static_cast<std::byte>(std::lround(255 * s));
}

Colour oklab(const Colour& srgb) {
    const double r = to_linear(srgb[0]), g = to_linear(srgb[1]),
                 b = to_linear(srgb[2]);
    const double l =
        std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m =
        std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s =
        std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Colour linear_light(const Colour& lab) {
    const auto cube = [](double v) { return v * v * v; };
    const double l =
        cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    const double m =
        cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    const double s =
        cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

std::array<std::byte, 4> colour_at(double t) {
    const double place = t * (palette_srgb.size() - 1);
    const auto index =
        std::min(static_cast<std::size_t>(place), palette_srgb.size() - 2);
    const double share = place - static_cast<double>(index);
    const Colour a = oklab(palette_srgb[index]);
    const Colour b = oklab(palette_srgb[index + 1]);
    Colour mixed;
    for (std::size_t i = 0; i < 3; ++i)
        mixed[i] = a[i] + share * (b[i] - a[i]);
    const Colour light = linear_light(mixed);
    return {to_srgb(light[0]), to_srgb(light[1]), to_srgb(light[2]),
            std::byte{255}};
}

/// A colour for each count: by the share of pixels that left sooner, so that
/// every colour covers as much of the picture. Ink is kept for those that never
/// left.
std::vector<std::array<std::byte, 4>> colours_of(const Mandelbrot& job) {
    const auto most = static_cast<std::size_t>(job.iterations);
    std::vector<double> below(most + 1, 0.0);
    for (int count : job.counts)
        below[static_cast<std::size_t>(count)] += 1;
    below[most] = 0;
    double sum = 0;
    for (double& entry : below)
        sum += std::exchange(entry, sum);
    std::vector<std::array<std::byte, 4>> colours;
    for (std::size_t i = 0; i < most; ++i)
        colours.push_back(colour_at(0.1 + 0.9 * below[i] / std::max(sum, 1.0)));
    colours.push_back(colour_at(0));
    return colours;
}

bool picture(const Problem& problem, Canvas& canvas) {
    const auto& job = static_cast<const Mandelbrot&>(problem);
    if (job.counts.empty() || job.counts.front() < 0) return false;
    const auto colours = colours_of(job);
    canvas = {job.size, job.size, job.tile_size, job.tile_size, {}};
    canvas.rgba.reserve(4 * job.counts.size());
    for (int count : job.counts)
        for (std::byte value : colours[static_cast<std::size_t>(count)])
            canvas.rgba.push_back(value);
    return true;
}

} // namespace

std::uint64_t Mandelbrot::fold(int i) const {
    const Tile t = tile(i);
    std::uint64_t sum = 0;
    for (int y = t.top; y < t.bottom; ++y) {
        // Four chains side by side, or the check would cost a vector variant
        // a tenth of its time.
        std::uint64_t part[4] = {1, 2, 3, 4};
        const int* count = row(y);
        for (int x = t.left; x < t.right; ++x)
            part[x & 3] = part[x & 3] * 5 + static_cast<unsigned>(count[x]);
        for (std::uint64_t one : part)
            sum = sum * 0x9E3779B97F4A7C15u + one;
    }
    return sum * static_cast<std::uint64_t>(2 * i + 1);
}

void Mandelbrot::forget_results() const {
    std::ranges::fill(counts, -1);
}

extern const Workload mandelbrot_workload{
    .name = "mandelbrot",
    .title = "A picture of unequal tiles",
    .sentence = "How long each point of the Mandelbrot set takes to leave. "
                "Tiles cost from almost nothing to everything, so who gets "
                "which decides.",
    .item = "pixel",
    .parameters = parameters,
    .create = &create,
    .items = &pixels,
    .flops = &not_known_beforehand,
    .bytes = &bytes,
    .picture = &picture,
};

} // namespace lockstep
