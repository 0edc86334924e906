// SPDX-License-Identifier: MIT
#include "testing/spurious_wake.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <cstdint>

namespace testing_support {

void wake_for_nothing(const void* object, std::size_t size) {
  constexpr std::uintptr_t word = 4;
  const auto begin = reinterpret_cast<std::uintptr_t>(object);
  // The kernel reads nothing there; it compares addresses.
  for (auto address = (begin + word - 1) / word * word;
       address + word <= begin + size; address += word) {
    ::syscall(SYS_futex, address, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr,
              0);
  }
}

}  // namespace testing_support
