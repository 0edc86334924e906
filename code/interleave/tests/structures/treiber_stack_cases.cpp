// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "threads.hpp"
#include "treiber_stack.hpp"

namespace structures {
namespace {

/// Each thread pushes a node of its own, then pops one.
template <std::size_t Threads, auto Orders>
void push_and_pop() {
  treiber_stack<Orders> stack;
  std::array<typename treiber_stack<Orders>::node, Threads> nodes;
  std::array<int, Threads> popped{};
  in_threads<Threads>([&](std::size_t i) {
    nodes[i].value = 1 << i;
    stack.push(nodes[i]);
    auto* const top = stack.pop();
    interleave::require(top != nullptr, "the stack is empty too early");
    popped[i] = top == nullptr ? 0 : top->value;
  });
  int all = 0;
  for (const int value : popped) {
    interleave::require((all & value) == 0, "a node is popped twice");
    all |= value;
  }
  observe_all(popped);
}

}  // namespace

case_list treiber_stack_cases() {
  using at = treiber_stack_sites;
  constexpr auto two = []<auto Orders>() { push_and_pop<2, Orders>(); };
  return cases<at>{"Treiber stack"}
      .correct("N=2", two, {2})
      .correct("N=3", []<auto Orders>() { push_and_pop<3, Orders>(); }, {6})
      .weakened(two,
                {
                    {at::push, verdict::race},
                    {at::look, verdict::race},
                    {at::pop, verdict::passes},
                    {at::look_again, verdict::race},
                })
      .done();
}

}  // namespace structures
