// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "lock_clients.hpp"
#include "tas_lock.hpp"

namespace structures {

case_list tas_lock_cases() {
  using at = tas_lock_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under<2, tas_lock<Orders>>();
  };
  return cases<at>{"TAS lock"}
      .correct("N=2", two, {2, 2})
      .correct("N=3", []<auto Orders>() { visit_under<3, tas_lock<Orders>>(); },
               {6, 6})
      .correct("N=4", []<auto Orders>() { visit_under<4, tas_lock<Orders>>(); },
               {24, 24})
      .weakened(two, {{at::take, verdict::race}, {at::give, verdict::race}})
      .done();
}

case_list ttas_lock_cases() {
  using at = tas_lock_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under<2, ttas_lock<Orders>>();
  };
  return cases<at>{"TTAS lock"}
      .correct("N=2", two, {2, 4})
      .correct("N=3",
               []<auto Orders>() { visit_under<3, ttas_lock<Orders>>(); }, {6})
      .weakened(two, {{at::take, verdict::race}, {at::give, verdict::race}})
      .done();
}

}  // namespace structures
