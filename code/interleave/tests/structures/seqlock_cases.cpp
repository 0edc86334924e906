// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "seqlock.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// One thread writes `Writes` pairs of equal words; each reader tries once.
template <std::size_t Writes, std::size_t Readers, auto Orders>
void copy_pairs() {
  seqlock<Orders> shared;
  std::array<int, Readers> seen{};
  in_threads<1 + Readers>([&](std::size_t i) {
    if (i == 0) {
      for (int value = 1; value <= static_cast<int>(Writes); ++value) {
        shared.write({value, value});
      }
    } else if (const auto pair = shared.try_read()) {
      interleave::require(pair->first == pair->second, "a torn read");
      seen[i - 1] = pair->first;
    } else {
      seen[i - 1] = -1;
    }
  });
  observe_all(seen);
}

}  // namespace

case_list seqlock_cases() {
  using at = seqlock_sites;
  constexpr auto once = []<auto Orders>() { copy_pairs<1, 1, Orders>(); };
  return cases<at>{"seqlock"}
      .correct("W=1 R=1", once, {3, 11})
      .correct("W=1 R=2", []<auto Orders>() { copy_pairs<1, 2, Orders>(); },
               {9, 121})
      .correct("W=2 R=1", []<auto Orders>() { copy_pairs<2, 1, Orders>(); },
               {4, 39})
      .correct("W=2 R=2", []<auto Orders>() { copy_pairs<2, 2, Orders>(); },
               {16, 1'521})
      .weakened(once,
                {
                    {at::begin_fence, verdict::assertion},
                    {at::publish, verdict::assertion},
                    {at::first_look, verdict::assertion},
                    {at::end_fence, verdict::assertion},
                })
      .done();
}

}  // namespace structures
