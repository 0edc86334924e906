// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "lazy.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <std::size_t Threads, auto Orders>
void ask() {
  lazy<Orders> answer;
  std::array<int, Threads> made{};
  in_threads<Threads>([&](std::size_t i) {
    const int& value = answer.get([&] {
      made[i] = 1;
      return 42;
    });
    interleave::require(value == 42, "not made yet");
  });
  observe_all(made);
}

}  // namespace

case_list lazy_cases() {
  using at = lazy_sites;
  constexpr auto two = []<auto Orders>() { ask<2, Orders>(); };
  return cases<at>{"double-checked locking"}
      .correct("N=2", two, {2, 4})
      .correct("N=3", []<auto Orders>() { ask<3, Orders>(); }, {3})
      .weakened(two,
                {
                    {at::look, verdict::race},
                    {at::take, verdict::race},
                    {at::publish, verdict::race},
                    {at::give, verdict::race},
                })
      .done();
}

}  // namespace structures
