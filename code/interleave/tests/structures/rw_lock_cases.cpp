// SPDX-License-Identifier: MIT
#include <array>

#include "catalogue.hpp"
#include "interleave/interleave.hpp"
#include "observation.hpp"
#include "rw_lock.hpp"
#include "threads.hpp"

namespace structures {
namespace {

template <std::size_t Readers, std::size_t Writers, auto Orders>
void read_and_write() {
  rw_lock<Orders> lock;
  std::size_t written = 0;
  std::array<std::size_t, Readers> seen{};
  in_threads<Readers + Writers>([&](std::size_t i) {
    if (i < Readers) {
      lock.lock_shared();
      seen[i] = written;
      lock.unlock_shared();
    } else {
      lock.lock();
      ++written;
      lock.unlock();
    }
  });
  interleave::require(written == Writers, "a write is lost");
  observe_all(seen);
}

}  // namespace

case_list rw_lock_cases() {
  using at = rw_lock_sites;
  constexpr auto both = []<auto Orders>() { read_and_write<1, 1, Orders>(); };
  return cases<at>{"reader-writer lock"}
      .correct("R=1 W=1", both, {2})
      .correct("R=2 W=1", []<auto Orders>() { read_and_write<2, 1, Orders>(); },
               {4})
      .correct("R=1 W=2", []<auto Orders>() { read_and_write<1, 2, Orders>(); },
               {3})
      .correct("R=2 W=2", []<auto Orders>() { read_and_write<2, 2, Orders>(); },
               {9})
      .weakened(both,
                {
                    {at::read_lock, verdict::race},
                    {at::read_unlock, verdict::race},
                    {at::write_lock, verdict::race},
                    {at::write_unlock, verdict::race},
                })
      .done();
}

}  // namespace structures
