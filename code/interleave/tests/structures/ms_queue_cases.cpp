// SPDX-License-Identifier: MIT
#include <array>
#include <memory>
#include <optional>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "ms_queue.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// Each producer enqueues one item; each consumer tries once to get one.
template <std::size_t Producers, std::size_t Consumers, auto Orders>
void pass_items() {
  using queue = ms_queue<Orders>;
  queue shared;
  std::array<std::unique_ptr<typename queue::node>, Producers> nodes;
  std::array<int, Consumers> taken{};  // 0: found the queue empty
  in_threads<Producers + Consumers>([&](std::size_t i) {
    if (i < Producers) {
      nodes[i] = std::make_unique<typename queue::node>(1 << i);
      shared.enqueue(*nodes[i]);
    } else {
      taken[i - Producers] = shared.dequeue().value_or(0);
    }
  });
  int all = 0;
  const auto add = [&all](int item) {
    interleave::require((all & item) == 0, "an item came twice");
    all |= item;
  };
  for (const int item : taken) {
    add(item);
  }
  while (const std::optional<int> item = shared.dequeue()) {
    add(*item);
  }
  interleave::require(all == (1 << Producers) - 1, "an item is lost");
  observe_all(taken);
}

}  // namespace

case_list ms_queue_cases() {
  using at = ms_queue_sites;
  constexpr auto all = []<auto Orders>() { pass_items<2, 2, Orders>(); };
  return cases<at>{"Michael-Scott queue"}
      .correct("P=1 C=1", []<auto Orders>() { pass_items<1, 1, Orders>(); },
               {2, 2})
      .correct("P=2 C=1", []<auto Orders>() { pass_items<2, 1, Orders>(); },
               {3})
      .correct("P=1 C=2", []<auto Orders>() { pass_items<1, 2, Orders>(); },
               {3})
      .correct("P=2 C=2", all, {7})
      .weakened(all,
                {
                    {at::see_tail, verdict::race},
                    {at::see_last, verdict::race},
                    {at::link, verdict::race},
                    {at::swing, verdict::race},
                    // It takes a third producer to read what a helper wrote.
                    {at::help, verdict::passes},
                    {at::see_head, verdict::race},
                    {at::see_next, verdict::race},
                    {at::advance, verdict::race},
                })
      .faulty(
          "help relaxed, three producers",
          [] {
            constexpr auto orders = weakened_orders<at>(at::help, relaxed);
            pass_items<3, 0, orders>();
          },
          verdict::race)
      .done();
}

}  // namespace structures
