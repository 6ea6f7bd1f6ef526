// SPDX-License-Identifier: MIT
// Variants that compute nothing and hand in what the serial variant left in the problem: the real
// harness calls each of them wrong.
#include "kernels/divergence/divergence.hpp"
#include "kernels/intensity/intensity.hpp"
#include "kernels/launch_shape/launch_shape.hpp"
#include "kernels/mandelbrot/mandelbrot.hpp"
#include "kernels/measure/cores.hpp"
#include "kernels/measure/side.hpp"
#include "kernels/pointer_chase/pointer_chase.hpp"
#include "kernels/transpose/transpose.hpp"
#include "trial.hpp"

#include <gtest/gtest.h>

namespace lockstep::trial {
namespace {

std::uint64_t idle_divergence(const Divergence& job, Context&) {
    return job.fold(job.y);
}
std::uint64_t idle_intensity(const Intensity& job, Context& run) {
    return job.fold(run.input);
}
std::uint64_t idle_launch_shape(const LaunchShape& job, Context&) {
    return job.fold();
}
std::uint64_t idle_mandelbrot(const Mandelbrot& job, Context&) {
    std::uint64_t sum = 0;
    for (int i = 0; i < job.tiles(); ++i)
        sum += job.fold(i);
    return sum;
}
std::uint64_t idle_pointer_chase(const PointerChase& job, Context&) {
    return job.fold();
}
std::uint64_t idle_transpose(const Transpose& job, Context&) {
    return job.fold();
}

template <auto f>
constexpr Variant idle(std::string_view workload) {
    return {workload, "idle", Crew::One, &ErasedRun<f>::run, nullptr, "", "", ""};
}

constexpr Variant idle_variants[] = {
    idle<&idle_divergence>("divergence"),       idle<&idle_intensity>("intensity"),
    idle<&idle_launch_shape>("launch_shape"),   idle<&idle_mandelbrot>("mandelbrot"),
    idle<&idle_pointer_chase>("pointer_chase"), idle<&idle_transpose>("transpose"),
};

class Stale : public testing::TestWithParam<Variant> {
  protected:
    ~Stale() override { unpin_thread(); }

    /// Of one problem, which all of them share.
    tl::expected<Batch, Refused> one_repetition(const Variant& variant) {
        const Workload& work = workload(variant.workload);
        const lockstep::Run serial = trial::variant(variant.workload, "serial").run;
        auto side = Side::create({0, &work, &variant, serial, with_defaults(work, {})}, m_workshop);
        if (!side)
            return tl::unexpected(side.error());
        return (*side)->batch(0, 1);
    }

  private:
    Crews m_crews;
    Workshop m_workshop{m_crews, {}};
};

TEST_P(Stale, ResultsOfAnotherVariantAreNotHandedIn) {
    const Variant& serial = variant(GetParam().workload, "serial");
    ASSERT_TRUE(one_repetition(serial)) << "the harness must let it pass";
    const auto idle = one_repetition(GetParam());
    ASSERT_FALSE(idle) << "nothing was computed, and it was called right";
    EXPECT_EQ(idle.error().status, PointStatus::Wrong);
    EXPECT_TRUE(one_repetition(serial)) << "what was forgotten is computed again";
}

INSTANTIATE_TEST_SUITE_P(All, Stale, testing::ValuesIn(idle_variants),
                         [](const auto& one) { return std::string(one.param.workload); });

} // namespace
} // namespace lockstep::trial
