// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace live_pages {

/// How many jobs run at a time, and how many more may wait for their turn.
class slots {
 public:
  slots(std::size_t running, std::size_t waiting)
      : free_{running}, places_{running + waiting} {}
  slots(const slots&) = delete;
  slots& operator=(const slots&) = delete;

  /// A place in the queue, and later a turn; given back by its destructor.
  class place {
   public:
    place(place&& other) noexcept
        : of_{std::exchange(other.of_, nullptr)}, runs_{other.runs_} {}
    place& operator=(place&&) = delete;
    ~place() {
      if (of_ == nullptr) return;
      const std::lock_guard held{of_->mutex_};
      ++of_->places_;
      if (runs_) ++of_->free_;
    }

    /// Whether it is its turn, or has been.
    bool turn() {
      const std::lock_guard held{of_->mutex_};
      if (!runs_ && of_->free_ > 0) {
        --of_->free_;
        runs_ = true;
      }
      return runs_;
    }

   private:
    friend class slots;
    explicit place(slots& of) : of_{&of} {}
    slots* of_;
    bool runs_ = false;
  };

  /// Nothing if too many wait already.
  [[nodiscard]] std::optional<place> queue() {
    const std::lock_guard held{mutex_};
    if (places_ == 0) return std::nullopt;
    --places_;
    return place{*this};
  }

 private:
  std::mutex mutex_;
  std::size_t free_;
  std::size_t places_;
};

}  // namespace live_pages
