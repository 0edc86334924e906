// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "lock_clients.hpp"
#include "ticket_lock.hpp"

namespace structures {

case_list ticket_lock_cases() {
  using at = ticket_lock_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under<2, ticket_lock<Orders>>();
  };
  return cases<at>{"ticket lock"}
      .correct("N=2", two, {2, 2})
      .correct("N=3",
               []<auto Orders>() { visit_under<3, ticket_lock<Orders>>(); },
               {6, 6})
      .correct("N=4",
               []<auto Orders>() { visit_under<4, ticket_lock<Orders>>(); },
               {24, 24})
      .correct("N=5",
               []<auto Orders>() { visit_under<5, ticket_lock<Orders>>(); },
               {120, 120})
      .weakened(two, {{at::wait, verdict::race}, {at::next, verdict::race}})
      .done();
}

}  // namespace structures
