// SPDX-License-Identifier: MIT
// wrong: moves the messages out and deletes no node
// rejected by: EveryExecution.KeepsTheOrder
// it says: leak
#pragma once

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

namespace exercise {

template <class T>
class inbox {
 public:
  inbox() = default;
  inbox(const inbox&) = delete;
  inbox& operator=(const inbox&) = delete;
  ~inbox() { take_all(); }

  // Puts a message in. Any thread may call it. Returns whether the inbox was
  // empty: then whoever empties it must be told.
  bool push(T message) {
    auto* const pushed = new node{std::move(message)};
    node* first = head_.load(std::memory_order_relaxed);
    do {
      pushed->next = first;
      // Release pairs with the acquire in take_all.
    } while (!head_.compare_exchange_weak(
        first, pushed, std::memory_order_release, std::memory_order_relaxed));
    // From here on the node is another thread's: only what this one has copied
    // of it is safe to look at.
    return first == nullptr;
  }

  // Takes all messages out, the oldest first. One thread calls it at a time.
  std::vector<T> take_all() {
    std::vector<T> taken;
    node* each = head_.exchange(nullptr, std::memory_order_acquire);
    while (each != nullptr) {
      taken.push_back(std::move(each->message));
      each = each->next;
    }
    std::reverse(taken.begin(), taken.end());
    return taken;
  }

 private:
  struct node {
    T message;
    node* next = nullptr;
  };

  // The newest message; each leads to the one that came before it.
  std::atomic<node*> head_{nullptr};
};

}  // namespace exercise
