// Memory that runs out: wherever it does, the check ends with std::bad_alloc and nothing else, and the next one is as
// if nothing had been.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <vector>

#include "in_memory.hpp"

namespace {

/// Allocations that still succeed; below 0: all do.
std::atomic<long> left{-1};

void* allocate(std::size_t size) {
    if (left.load() == 0) throw std::bad_alloc();
    if (left.load() > 0) --left;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace muster {
namespace {

class CountedOnly final : public Sink {
public:
    void take(const Finding&) override { ++findings; }
    std::size_t findings = 0;
};

struct Outcome {
    std::size_t findings = 0;
    std::size_t claims = 0;
    bool operator==(const Outcome&) const = default;
};

/// Nothing where the memory did not last.
std::optional<Outcome> checked(const CheckOptions& options, long allocations) {
    CountedOnly counted;
    left = allocations;
    try {
        const Result<Summary> summary = check(options, counted);
        left = -1;
        EXPECT_TRUE(summary.has_value());
        if (!summary) return std::nullopt;
        EXPECT_TRUE(summary->rules_failed.empty()) << "want of memory is no defect of a rule";
        return Outcome{counted.findings, summary->claims};
    } catch (const std::bad_alloc&) {
        left = -1;
        return std::nullopt;
    }
}

TEST(faults, memory_that_runs_out_at_any_point_ends_the_check_and_nothing_else) {
    const std::string wrong =
        testing::read_file(testing::source_folder() / "fixtures/rules/partition_does_not_sum/invalid_one_of_two.json");
    const std::string other = testing::read_file(
        testing::source_folder() / "fixtures/rules/derived_total_does_not_hold/invalid_a_mistyped_part.json");
    CheckOptions options = testing::options_for_tests();
    options.buffers = {{"a.json", wrong}, {"b.json", other}};
    const std::optional<Outcome> whole = checked(options, -1);
    ASSERT_TRUE(whole.has_value());
    ASSERT_GT(whole->findings, 0U);

    long refused = 0;
    long allocations = 0;
    // Every point at the beginning, then points that lie further and further apart.
    for (;; allocations += 1 + allocations / 200) {
        const std::optional<Outcome> outcome = checked(options, allocations);
        if (outcome) {
            EXPECT_EQ(*outcome, *whole) << "after " << allocations << " allocations";
            break;
        }
        ++refused;
    }
    EXPECT_GT(refused, 300);
    EXPECT_EQ(checked(options, -1), whole);
}

}  // namespace
}  // namespace muster
