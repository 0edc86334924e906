// SPDX-License-Identifier: MIT
// wrong: shows half of a change
// broken by: WrongSteps.AtomicFields
#pragma once

#include <atomic>

namespace steps::atomic_fields {

struct settings {
  int threads;
  int connections;
};

class config {
 public:
  // [config]
  [[nodiscard]] settings read() const {
    return {threads_.load(), connections_.load()};
  }

  void grow(int more) {
    threads_ += more;
    connections_ += more;
  }
  // [/config]

 private:
  std::atomic<int> threads_{1};
  std::atomic<int> connections_{1};
};

}  // namespace steps::atomic_fields
