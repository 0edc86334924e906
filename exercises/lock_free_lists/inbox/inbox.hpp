// SPDX-License-Identifier: MIT
#pragma once

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
    // TODO: another thread may push between these two lines.
    pushed->next = head_.load();
    head_.store(pushed);
    return true;
  }

  // Takes all messages out, the oldest first. One thread calls it at a time.
  std::vector<T> take_all() {
    // TODO: take the whole list in one step.
    return {};
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
