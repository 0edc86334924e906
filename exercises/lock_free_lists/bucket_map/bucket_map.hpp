// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
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
    // TODO: and if the key is there?
    buckets_[index(key)].entries.push_front({key, std::move(value)});
    return true;
  }

  // Returns whether the key was there.
  bool erase(const Key& key) {
    return buckets_[index(key)].entries.erase(
        [&](const entry& each) { return each.key == key; });
  }

  // Lets what stands for `from` stand for `to`, in place of what did so before.
  // Returns whether `from` was there. Who looks for `from` and then for `to`
  // finds it.
  bool rename(const Key& from, const Key& to) {
    // TODO: two keys, perhaps in two buckets.
    static_cast<void>(from);
    static_cast<void>(to);
    return false;
  }

 private:
  struct entry {
    Key key;
    T value;
  };

  struct bucket {
    explicit bucket(Domain& domain) : entries{domain} {}
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

  std::deque<bucket> buckets_;
};

}  // namespace exercise
