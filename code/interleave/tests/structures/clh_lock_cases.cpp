// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "clh_lock.hpp"
#include "lock_clients.hpp"

namespace structures {

case_list clh_lock_cases() {
  using at = clh_lock_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under_queue<2, clh_lock<Orders>>();
  };
  return cases<at>{"CLH lock"}
      .correct("N=2", two, {2, 2})
      .correct("N=3",
               []<auto Orders>() { visit_under_queue<3, clh_lock<Orders>>(); },
               {6, 6})
      .correct("N=4",
               []<auto Orders>() { visit_under_queue<4, clh_lock<Orders>>(); },
               {24, 24})
      .weakened(two,
                {
                    // The cell before may look free, as it was at first.
                    {at::enqueue, verdict::race},
                    {at::wait, verdict::race},
                    {at::leave, verdict::race},
                })
      .done();
}

}  // namespace structures
