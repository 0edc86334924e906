// SPDX-License-Identifier: MIT
// What an outside project does with the library.
#include <locksmith/byte_semaphore.hpp>
#include <locksmith/parker.hpp>
#include <locksmith/semaphore.hpp>
#include <thread>

int main() {
  locksmith::counting_semaphore<2> given{0};
  locksmith::byte_semaphore small{0};
  locksmith::parker parker;
  std::thread other{[&] {
    given.acquire();
    small.release();
    parker.unpark();
  }};
  given.release();
  parker.park();
  small.acquire();
  other.join();
  return given.try_acquire() ? 1 : 0;
}
