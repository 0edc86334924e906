// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>

namespace steps::mutex_around_the_config {

// [config]
struct settings {
  int threads = 1;
  int connections = 1;  // as many as threads
};

class config {
 public:
  settings read() const {
    const std::scoped_lock lock{mutex_};
    return settings_;
  }

  void grow(int more) {
    const std::scoped_lock lock{mutex_};
    settings_.threads += more;
    settings_.connections += more;
  }

 private:
  mutable std::mutex mutex_;
  settings settings_;
};
// [/config]

}  // namespace steps::mutex_around_the_config
