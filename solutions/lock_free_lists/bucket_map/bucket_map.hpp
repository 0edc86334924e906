// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "locksmith/rcu_list.hpp"

namespace exercise {

// A map that many threads read without waiting while others change it.
template <class Key, class T, class Domain, class Hash = std::hash<Key>>
class bucket_map {
 public:
  bucket_map(std::size_t buckets, Domain& domain) {
    for (; buckets > 0; --buckets) buckets_.emplace_back(domain);
  }

  // What stands for the key, if anything does. It never waits.
  std::optional<T> find(const Key& key) const {
    return find_in(buckets_[index(key)], key);
  }

  // Lets the value stand for the key, in place of what did so before. Returns
  // whether the key is new. Readers find the old value or the new one.
  bool insert_or_assign(const Key& key, T value) {
    bucket& changed = buckets_[index(key)];
    // The list's own mutex covers one change. This is two: a search, and
    // perhaps an insertion.
    const std::scoped_lock lock{changed.writers};
    return put(changed, key, std::move(value));
  }

  // Returns whether the key was there.
  bool erase(const Key& key) {
    bucket& changed = buckets_[index(key)];
    // Not while another thread renames the key.
    const std::scoped_lock lock{changed.writers};
    return erase_from(changed, key);
  }

  // Lets what stands for `from` stand for `to`, in place of what did so before.
  // Returns whether `from` was there. Who looks for `from` and then for `to`
  // finds it.
  bool rename(const Key& from, const Key& to) {
    const std::size_t source = index(from);
    const std::size_t target = index(to);
    // All threads take the mutex of the lesser bucket first.
    const std::scoped_lock first{buckets_[std::min(source, target)].writers};
    std::unique_lock<std::mutex> second;
    if (source != target) {
      second = std::unique_lock{buckets_[std::max(source, target)].writers};
    }
    std::optional<T> value = find_in(buckets_[source], from);
    if (!value) return false;
    if (from == to) return true;
    // In this order, so that it is there all the time.
    put(buckets_[target], to, std::move(*value));
    erase_from(buckets_[source], from);
    return true;
  }

 private:
  struct entry {
    Key key;
    T value;
  };

  struct bucket {
    explicit bucket(Domain& domain) : entries{domain} {}
    std::mutex writers;
    locksmith::rcu_list<entry, Domain> entries;
  };

  std::size_t index(const Key& key) const {
    return Hash{}(key) % buckets_.size();
  }

  static std::optional<T> find_in(const bucket& searched, const Key& key) {
    const std::optional<entry> found = searched.entries.find(
        [&](const entry& each) { return each.key == key; });
    if (!found) return std::nullopt;
    return found->value;
  }

  static bool put(bucket& changed, const Key& key, T value) {
    const auto has_key = [&](const entry& each) { return each.key == key; };
    if (changed.entries.update(
            has_key, [&](entry& copy) { copy.value = std::move(value); })) {
      return false;
    }
    changed.entries.push_front({key, std::move(value)});
    return true;
  }

  static bool erase_from(bucket& changed, const Key& key) {
    return changed.entries.erase(
        [&](const entry& each) { return each.key == key; });
  }

  std::deque<bucket> buckets_;
};

}  // namespace exercise
