// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "lock_clients.hpp"
#include "mcs_lock.hpp"

namespace structures {

case_list mcs_lock_cases() {
  using at = mcs_lock_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under_queue<2, mcs_lock<Orders>>();
  };
  return cases<at>{"MCS lock"}
      .correct("N=2", two, {2, 6})
      .correct("N=3",
               []<auto Orders>() { visit_under_queue<3, mcs_lock<Orders>>(); },
               {6, 66})
      .weakened(
          two,
          {
              // Without both halves the link may come before the null that
              // its node's owner stored, in modification order: the owner
              // waits for ever for a successor. Without acquire, moreover,
              // who finds the lock free does not see what was done under it.
              {at::enqueue, verdict::hang, acquire},
              {at::enqueue, verdict::hang | verdict::race, release},
              {at::enqueue, verdict::hang | verdict::race, relaxed},
              // The hand-over may come before "waits", in the same way.
              {at::link, verdict::hang},
              {at::first_look, verdict::hang},
              {at::second_look, verdict::hang},
              {at::wait, verdict::race},
              {at::close, verdict::race},
              {at::hand_over, verdict::race},
          })
      .done();
}

}  // namespace structures
