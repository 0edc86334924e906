// SPDX-License-Identifier: MIT
#pragma once

#include <cds/container/michael_list_hp.h>
#include <cds/container/michael_list_rcu.h>
#include <cds/gc/hp.h>
#include <cds/init.h>
#include <cds/urcu/general_buffered.h>

#include <functional>
#include <memory>

namespace subjects {

// The library and its collectors, made at first use.
inline void use_libcds() {
  struct library {
    library() { cds::Initialize(); }
  };
  static const library initialized;
  static const cds::gc::HP hazard_pointers;
  static const cds::urcu::gc<cds::urcu::general_buffered<>> rcu;
}

// Each thread that uses the library says so.
class libcds_member {
 public:
  libcds_member() : was_{cds::threading::Manager::isThreadAttached()} {
    if (!was_) cds::threading::Manager::attachThread();
  }
  // NOLINTNEXTLINE(bugprone-exception-escape): then the benchmark ends.
  ~libcds_member() {
    if (!was_) cds::threading::Manager::detachThread();
  }
  libcds_member(const libcds_member&) = delete;
  libcds_member& operator=(const libcds_member&) = delete;

 private:
  bool was_;
};

/// MichaelList of libcds over one of its collectors.
template <class Collector>
class michael_list {
 public:
  struct member {
    explicit member(michael_list& /*list*/) {}
    libcds_member attached;
  };
  bool insert(int key) {
    const libcds_member here;
    return list_->insert(key);
  }
  bool erase(int key) { return list_->erase(key); }
  bool contains(int key) { return list_->contains(key); }

 private:
  struct traits : cds::container::michael_list::traits {
    using less = std::less<int>;
  };
  using list = cds::container::MichaelList<Collector, int, traits>;
  struct last {
    void operator()(list* it) const {
      const libcds_member here;
      delete it;
    }
  };
  static list* make() {
    use_libcds();
    const libcds_member here;
    return new list;
  }
  std::unique_ptr<list, last> list_{make()};
};

using michael_list_hp = michael_list<cds::gc::HP>;
using michael_list_rcu =
    michael_list<cds::urcu::gc<cds::urcu::general_buffered<>>>;

}  // namespace subjects
