// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "futex_mutex.hpp"
#include "lock_clients.hpp"

namespace structures {
namespace {

template <futex_fault Fault>
using faulty_mutex = futex_mutex<stated_orders<futex_mutex_sites>(), Fault>;

}  // namespace

case_list futex_mutex_cases() {
  using at = futex_mutex_sites;
  constexpr auto two = []<auto Orders>() {
    visit_under<2, futex_mutex<Orders>>();
  };
  return cases<at>{"futex mutex"}
      .correct("N=2", two, {2})
      .correct("N=3",
               []<auto Orders>() { visit_under<3, futex_mutex<Orders>>(); },
               {6})
      .weakened(two,
                {
                    {at::take, verdict::race},
                    {at::take_slowly, verdict::race},
                    {at::give, verdict::race},
                })
      .faulty(
          "never wakes",
          [] { visit_under<2, faulty_mutex<futex_fault::never_wakes>>(); },
          verdict::deadlock)
      .faulty(
          "forgets that others sleep",
          [] { visit_under<3, faulty_mutex<futex_fault::forgets_others>>(); },
          verdict::deadlock)
      .done();
}

}  // namespace structures
