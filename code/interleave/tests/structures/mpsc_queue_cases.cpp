// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "mpsc_queue.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// Each producer pushes one node; the consumer waits for them all.
template <std::size_t Producers, auto Orders>
void pass_items() {
  using queue = mpsc_queue<Orders>;
  queue shared;
  std::array<typename queue::node, Producers> nodes;
  std::array<int, Producers> popped{};
  in_threads<Producers + 1>([&](std::size_t i) {
    if (i < Producers) {
      nodes[i].value = 1 << i;
      shared.push(nodes[i]);
      return;
    }
    int all = 0;
    for (int& item : popped) {
      spin_until([&] { return shared.try_pop(item); });
      interleave::require((all & item) == 0, "an item came twice");
      all |= item;
    }
    interleave::require(all == (1 << Producers) - 1, "an item is lost");
  });
  observe_all(popped);
}

}  // namespace

case_list mpsc_queue_cases() {
  using at = mpsc_queue_sites;
  constexpr auto two = []<auto Orders>() { pass_items<2, Orders>(); };
  return cases<at>{"Vyukov's MPSC queue"}
      .correct("P=1", []<auto Orders>() { pass_items<1, Orders>(); }, {1, 1})
      .correct("P=2", two, {2, 2})
      .correct("P=3", []<auto Orders>() { pass_items<3, Orders>(); }, {6, 6})
      .weakened(two,
                {
                    // The link may come before the null of the node that it
                    // hangs on, in modification order: nobody follows it.
                    {at::enqueue, verdict::hang},
                    {at::link, verdict::race},
                    {at::follow, verdict::race},
                })
      .done();
}

}  // namespace structures
