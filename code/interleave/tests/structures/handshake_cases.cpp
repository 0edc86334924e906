// SPDX-License-Identifier: MIT
#include "catalogue.hpp"
#include "handshake.hpp"
#include "interleave/interleave.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <auto Orders>
void raise_and_wait() {
  handshake<Orders> shared;
  int message = 0;
  in_threads<2>([&](std::size_t i) {
    if (i == 0) {
      message = 1;
      shared.raise();
    } else {
      shared.wait();
      interleave::require(message == 1, "woken too early");
    }
  });
  interleave::observe("awake");
}

}  // namespace

case_list handshake_cases() {
  using at = handshake_sites;
  constexpr auto body = []<auto Orders>() { raise_and_wait<Orders>(); };
  return cases<at>{"sleeper's handshake"}
      .correct("one sleeper", body, {1})
      .weakened(body,
                {
                    {at::raise, verdict::deadlock},
                    {at::raise, verdict::deadlock | verdict::race, relaxed},
                    {at::count_sleepers, verdict::deadlock},
                    {at::enlist, verdict::deadlock},
                    {at::look, verdict::deadlock},
                    {at::look, verdict::deadlock | verdict::race, relaxed},
                })
      .done();
}

}  // namespace structures
