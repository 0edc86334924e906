// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "spsc_ring.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <std::size_t Capacity, int Items, auto Orders>
void pass_items() {
  spsc_ring<Capacity, Orders> ring;
  std::array<int, Items> received{};
  in_threads<2>([&](std::size_t i) {
    for (int item = 1; item <= Items; ++item) {
      if (i == 0) {
        spin_until([&] { return ring.try_push(item); });
      } else {
        int popped = 0;
        spin_until([&] { return ring.try_pop(popped); });
        interleave::require(popped == item, "an item is lost or repeated");
        received[static_cast<std::size_t>(item) - 1] = popped;
      }
    }
  });
  observe_all(received);
}

}  // namespace

case_list spsc_ring_cases() {
  using at = spsc_ring_sites;
  constexpr auto wrap = []<auto Orders>() { pass_items<1, 2, Orders>(); };
  return cases<at>{"SPSC ring"}
      .correct("1 cell, 2 items", wrap, {1, 1})
      .correct("2 cells, 3 items",
               []<auto Orders>() { pass_items<2, 3, Orders>(); }, {1, 9})
      .correct("2 cells, 5 items",
               []<auto Orders>() { pass_items<2, 5, Orders>(); }, {1, 81})
      .weakened(wrap,
                {
                    {at::see_room, verdict::race},
                    {at::publish, verdict::race},
                    {at::see_item, verdict::race},
                    {at::give_back, verdict::race},
                })
      .done();
}

}  // namespace structures
