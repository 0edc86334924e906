// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <mutex>

#include "locksmith/reclamation_domain.hpp"
#include "steps/keeper.hpp"

namespace steps::one_writer {

// An ordered list; readers take no lock.
template <class Domain = keeper::domain>
class list {
 public:
  explicit list(Domain& domain) : domain_{domain} {}
  list(const list&) = delete;
  list& operator=(const list&) = delete;
  ~list() {
    while (node* const each = head_.load(std::memory_order_relaxed)) {
      head_.store(each->next.load(std::memory_order_relaxed),
                  std::memory_order_relaxed);
      delete each;
    }
  }

  // [writers]
  void insert(int key) {
    auto* const inserted = new node{key};
    const std::scoped_lock lock{writers_};
    insert_at(find(key), *inserted);
  }

  bool erase(int key) {
    std::unique_lock lock{writers_};
    std::atomic<node*>& place = find(key);
    node* const erased = place.load(std::memory_order_relaxed);
    if (erased == nullptr || erased->key != key) return false;
    place.store(erased->next.load(std::memory_order_relaxed),
                std::memory_order_release);
    lock.unlock();
    domain_.retire(*erased);
    return true;
  }
  // [/writers]

  // [readers]
  template <class F>
  void for_each(F f) const {
    typename Domain::template guard<1> section{domain_};
    const node* each = section.protect(0, head_);
    for (; each != nullptr; each = each->next.load(std::memory_order_acquire)) {
      f(each->key);
    }
  }
  // [/readers]

 protected:
  struct node : locksmith::reclaimable<node> {
    explicit node(int number) : key{number} {}
    const int key;
    std::atomic<node*> next{nullptr};
  };

  // The link that leads to the first node whose key is not less.
  std::atomic<node*>& find(int key) {
    std::atomic<node*>* place = &head_;
    while (node* const each = place->load(std::memory_order_relaxed)) {
      if (each->key >= key) break;
      place = &each->next;
    }
    return *place;
  }

  static void insert_at(std::atomic<node*>& place, node& inserted) {
    inserted.next.store(place.load(std::memory_order_relaxed),
                        std::memory_order_relaxed);
    place.store(&inserted, std::memory_order_release);
  }

  Domain& domain_;
  std::atomic<node*> head_{nullptr};
  std::mutex writers_;
};

}  // namespace steps::one_writer
