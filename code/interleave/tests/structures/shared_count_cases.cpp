// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "shared_count.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <std::size_t Owners, auto Orders>
void share() {
  auto* const shared = new shared_count<Orders>{7, static_cast<int>(Owners)};
  std::array<bool, Owners> last{};
  in_threads<Owners>([&](std::size_t i) {
    interleave::require(shared->value() == 7, "the value is gone");
    last[i] = shared_count<Orders>::drop(shared);
  });
  observe_all(last);
}

}  // namespace

case_list shared_count_cases() {
  using at = shared_count_sites;
  constexpr auto two = []<auto Orders>() { share<2, Orders>(); };
  return cases<at>{"reference count"}
      .correct("N=2", two, {2, 2})
      .correct("N=3", []<auto Orders>() { share<3, Orders>(); }, {3, 6})
      .correct("N=4", []<auto Orders>() { share<4, Orders>(); }, {4, 24})
      .weakened(two,
                {
                    {at::drop, verdict::race | verdict::memory},
                    {at::destroy, verdict::race | verdict::memory},
                })
      .done();
}

}  // namespace structures
