// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "lock_clients.hpp"
#include "peterson_lock.hpp"

namespace structures {

case_list peterson_lock_cases() {
  using at = peterson_lock_sites;
  constexpr auto once = []<auto Orders>() {
    visit_in_turns<1, peterson_lock<Orders>>();
  };
  return cases<at>{"Peterson's lock"}
      .correct("N=2", once, {2, 4})
      .correct(
          "N=2, two rounds",
          []<auto Orders>() { visit_in_turns<2, peterson_lock<Orders>>(); },
          {6})
      .weakened(once,
                {
                    {at::claim, verdict::race},
                    {at::defer, verdict::race},
                    {at::look, verdict::race},
                    // With one round a stale turn is one's own: it delays.
                    {at::turn, verdict::passes},
                    {at::leave, verdict::race},
                })
      // With two, a relaxed one may be the other's second while the claim read
      // is its first: nothing makes its first visit visible.
      .faulty(
          "turn relaxed, two rounds",
          [] {
            constexpr auto orders = weakened_orders<at>(at::turn, relaxed);
            visit_in_turns<2, peterson_lock<orders>>();
          },
          verdict::race)
      .done();
}

case_list peterson_exchange_lock_cases() {
  using at = peterson_exchange_lock_sites;
  constexpr auto once = []<auto Orders>() {
    visit_in_turns<1, peterson_exchange_lock<Orders>>();
  };
  return cases<at>{"Peterson's lock with exchange"}
      .correct("N=2", once, {2, 4})
      .weakened(once,
                {
                    // A release is enough for the exchange only because the
                    // fence behind it acquires.
                    {at::defer, verdict::race},
                    {at::defer, verdict::passes, release},
                    // The exchange orders all that the fence would.
                    {at::fence, verdict::passes},
                    {at::look, verdict::race},
                    {at::leave, verdict::race},
                })
      .done();
}

}  // namespace structures
