// SPDX-License-Identifier: MIT
#include <atomic>
#include <interleave/interleave.hpp>
#include <iostream>
#include <thread>

namespace {

/// Two threads count; what they count is what it should be, or an update is
/// lost.
template <bool InOneStep>
void count() {
  std::atomic<int> number{0};
  const auto add = [&] {
    if constexpr (InOneStep) {
      number.fetch_add(1);
    } else {
      number.store(number.load() + 1);
    }
  };
  std::thread other{add};
  add();
  other.join();
  interleave::require(number == 2, "both were counted");
}

}  // namespace

int main() {
  const interleave::Result right = interleave::explore(count<true>);
  const interleave::Result wrong = interleave::explore(count<false>);
  std::cout << right << '\n' << wrong << '\n';
  const bool as_expected =
      right.ok() && right.exhaustive() && !wrong.ok() &&
      wrong.failure()->kind == interleave::FailureKind::requirement;
  return as_expected ? 0 : 1;
}
