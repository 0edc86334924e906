// SPDX-License-Identifier: MIT
#include <array>
#include <optional>

#include "catalogue.hpp"
#include "chase_lev_deque.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// The owner pushes while there is room, and then takes; each thief tries once
/// to steal. In the end every item must have been had once.
template <std::size_t Pushes, std::size_t Takes, std::size_t Thieves,
          auto Orders, std::size_t Capacity = 4>
void share_work() {
  chase_lev_deque<Capacity, Orders> deque;
  int pushed = 0;
  std::array<int, Takes + Thieves> had{};  // 0: nothing
  in_threads<1 + Thieves>([&](std::size_t i) {
    if (i != 0) {
      had[Takes + i - 1] = deque.steal().value_or(0);
      return;
    }
    for (std::size_t item = 0; item < Pushes; ++item) {
      pushed |= deque.push(1 << item) ? 1 << item : 0;
    }
    for (std::size_t take = 0; take < Takes; ++take) {
      had[take] = deque.take().value_or(0);
    }
  });
  int all = 0;
  const auto add = [&all](int item) {
    interleave::require((all & item) == 0, "an item is had twice");
    all |= item;
  };
  for (const int item : had) {
    add(item);
  }
  while (const std::optional<int> item = deque.take()) {
    add(*item);
  }
  interleave::require(all == pushed, "an item is lost");
  observe_all(had);
}

/// A third push into two cells, which needs that one was stolen.
template <std::size_t Site, std::memory_order To>
void wrap_around() {
  constexpr auto orders = weakened_orders<chase_lev_deque_sites>(Site, To);
  share_work<3, 0, 1, orders, 2>();
}

}  // namespace

case_list chase_lev_deque_cases() {
  using at = chase_lev_deque_sites;
  constexpr auto all = []<auto Orders>() { share_work<2, 2, 2, Orders>(); };
  return cases<at>{"Chase-Lev deque"}
      .correct("P=1 T=1 S=1",
               []<auto Orders>() { share_work<1, 1, 1, Orders>(); }, {2, 8})
      .correct("P=1 T=1 S=2",
               []<auto Orders>() { share_work<1, 1, 2, Orders>(); }, {3, 62})
      .correct("P=2 T=2 S=1",
               []<auto Orders>() { share_work<2, 2, 1, Orders>(); }, {2, 18})
      .correct("P=2 T=2 S=2", all, {5, 348})
      .correct("P=3 T=3 S=2",
               []<auto Orders>() { share_work<3, 3, 2, Orders>(); }, {5, 1'066})
      .weakened(all,
                {
                    // Matters only where the ring wraps around.
                    {at::see_room, verdict::passes},
                    {at::publish, verdict::race},
                    {at::take_fence, verdict::assertion},
                    // The fences order what the exchanges would, again but
                    // for a ring that wraps around.
                    {at::take_last, verdict::passes},
                    {at::see_top, verdict::passes},
                    {at::steal_fence, verdict::assertion},
                    {at::see_bottom, verdict::race},
                    {at::steal, verdict::passes},
                })
      .correct("two cells, three pushes",
               []<auto Orders>() { share_work<3, 0, 1, Orders, 2>(); }, {2})
      .faulty("see_room relaxed, wraps around",
              wrap_around<at::see_room, relaxed>, verdict::race)
      .faulty("steal relaxed, wraps around", wrap_around<at::steal, relaxed>,
              verdict::race)
      .faulty("steal acquire, wraps around", wrap_around<at::steal, acquire>,
              verdict::race)
      .done();
}

}  // namespace structures
