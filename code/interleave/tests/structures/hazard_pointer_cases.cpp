// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "hazard_pointer.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <auto Orders>
void read_while_replaced() {
  hazard_cell<Orders> cell{1};
  std::array<int, 1> seen{};
  in_threads<2>([&](std::size_t i) {
    if (i == 0) {
      seen[0] = cell.read();
      interleave::require(seen[0] == 1 || seen[0] == 2, "never written");
    } else {
      cell.replace(2);
    }
  });
  observe_all(seen);
}

}  // namespace

case_list hazard_pointer_cases() {
  using at = hazard_cell_sites;
  constexpr auto body = []<auto Orders>() { read_while_replaced<Orders>(); };
  constexpr verdicts broken = verdict::race | verdict::memory;
  return cases<at>{"hazard pointer"}
      .correct("one reader, one writer", body, {2, 7})
      .weakened(body,
                {
                    {at::announce, broken},
                    // The fence before it acquires what the first look saw.
                    {at::look_again, verdict::passes},
                    {at::leave, broken},
                    {at::replace, broken},
                    {at::scan_fence, broken},
                    {at::scan, broken},
                })
      .done();
}

}  // namespace structures
