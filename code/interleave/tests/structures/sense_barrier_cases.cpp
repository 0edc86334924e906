// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "sense_barrier.hpp"
#include "threads.hpp"

namespace structures {
namespace {

/// In each round, each thread writes, meets the others, and reads them all.
template <std::size_t Threads, std::size_t Rounds, auto Orders>
void meet() {
  sense_barrier<static_cast<int>(Threads), Orders> barrier;
  std::array<std::array<int, Threads>, Rounds> marks{};
  in_threads<Threads>([&](std::size_t i) {
    bool sense = false;
    for (auto& round : marks) {
      round[i] = 1;
      barrier.arrive_and_wait(sense);
      for (const int mark : round) {
        interleave::require(mark == 1, "somebody has not arrived");
      }
    }
  });
  interleave::observe("all met");
}

}  // namespace

case_list sense_barrier_cases() {
  using at = sense_barrier_sites;
  constexpr auto two = []<auto Orders>() { meet<2, 1, Orders>(); };
  return cases<at>{"sense barrier"}
      .correct("N=2", two, {1, 2})
      .correct("N=3", []<auto Orders>() { meet<3, 1, Orders>(); }, {1, 6})
      .correct("N=4", []<auto Orders>() { meet<4, 1, Orders>(); }, {1, 24})
      .correct("N=2, two rounds", []<auto Orders>() { meet<2, 2, Orders>(); },
               {1})
      .weakened(two,
                {
                    {at::arrive, verdict::race},
                    {at::open, verdict::race},
                    {at::wait, verdict::race},
                })
      .done();
}

}  // namespace structures
