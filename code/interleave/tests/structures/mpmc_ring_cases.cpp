// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "mpmc_ring.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// Each producer pushes one item into a ring of two cells, each consumer pops
/// one; they wait while they cannot.
template <std::size_t Producers, std::size_t Consumers, auto Orders>
void pass_items() {
  mpmc_ring<2, Orders> ring;
  std::array<int, Consumers> popped{};
  in_threads<Producers + Consumers>([&](std::size_t i) {
    if (i < Producers) {
      spin_until([&] { return ring.try_push(1 << i); });
    } else {
      spin_until([&] { return ring.try_pop(popped[i - Producers]); });
    }
  });
  int all = 0;
  for (const int item : popped) {
    interleave::require(item != 0, "an item that nobody pushed");
    interleave::require((all & item) == 0, "an item came twice");
    all |= item;
  }
  observe_all(popped);
}

}  // namespace

case_list mpmc_ring_cases() {
  using at = mpmc_ring_sites;
  constexpr auto wrap = []<auto Orders>() { pass_items<3, 1, Orders>(); };
  return cases<at>{"bounded MPMC ring"}
      .correct("P=1 C=1", []<auto Orders>() { pass_items<1, 1, Orders>(); },
               {1})
      .correct("P=2 C=1", []<auto Orders>() { pass_items<2, 1, Orders>(); },
               {2})
      .correct("P=2 C=2", []<auto Orders>() { pass_items<2, 2, Orders>(); },
               {2})
      .correct("P=3 C=1", wrap, {3})
      .weakened(wrap,
                {
                    // It takes a third push to write a cell again.
                    {at::see_free, verdict::race},
                    {at::fill, verdict::race},
                    {at::see_full, verdict::race},
                    {at::drain, verdict::race},
                })
      .done();
}

}  // namespace structures
