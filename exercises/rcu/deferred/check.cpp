// SPDX-License-Identifier: MIT
#include <atomic>
#include <deferred.hpp>
#include <deque>
#include <functional>
#include <judge.hpp>
#include <mutex>
#include <thread>

#include "one_word_domain.hpp"
#include "testing/actor.hpp"

namespace {

using exercise::deferred;
using judge::RealThreads;

struct fixture {
  exercise::one_word_domain domain;
  deferred later{domain};
};

// A value whose old versions are retired.
class value : fixture {
 public:
  using fixture::later;

  ~value() { delete current_.load(std::memory_order_relaxed); }

  void read() {
    const std::scoped_lock section{domain};
    interleave::require(*current_.load(std::memory_order_acquire) > 0,
                        "a version is read whole");
  }

  void replace(int next) {
    const int* const old =
        current_.exchange(new int{next}, std::memory_order_acq_rel);
    later.retire([old] { delete old; });
  }

 private:
  std::atomic<int*> current_{new int{1}};
};

/// What is retired is being read.
void waits_for_readers() {
  value value;
  std::thread reader{[&] { value.read(); }};
  value.replace(2);
  value.later.barrier();
  reader.join();
}

/// One collects while another unlinks and retires what a third one reads.
void waits_for_the_readers_of_each() {
  value value;
  value.later.retire([] {});
  std::thread reader{[&] { value.read(); }};
  std::thread collector{[&] { value.later.collect(); }};
  value.replace(2);
  reader.join();
  collector.join();
}

/// A reader retires, more than once.
void is_told_in_a_section() {
  fixture here;
  int deleted = 0;
  {
    const std::scoped_lock section{here.domain};
    for (int count = 0; count < 100; ++count) {
      here.later.retire([&] { ++deleted; });
    }
    interleave::require(deleted == 0, "the section is still open");
  }
  here.later.collect();
  interleave::require(deleted == 100, "no section is open");
}

/// A reader retires while another thread waits for it.
void is_told_while_it_waits() {
  fixture here;
  int deleted = 0;
  std::thread reader{[&] {
    const std::scoped_lock section{here.domain};
    here.later.retire([] {});
  }};
  here.later.retire([&] { ++deleted; });
  here.later.collect();
  interleave::require(deleted == 1, "no section is open that was open then");
  reader.join();
}

/// Two threads collect.
void deletes_once() {
  fixture here;
  int deleted = 0;
  here.later.retire([&] { ++deleted; });
  std::thread other{[&] { here.later.collect(); }};
  here.later.retire([] {});
  here.later.collect();
  other.join();
  interleave::require(deleted == 1, "each deleter is called once");
}

/// Another thread has the deleters in its hands when this one needs to be sure.
void bars_until_all_are_deleted() {
  fixture here;
  int deleted = 0;
  here.later.retire([&] { ++deleted; });
  std::thread other{[&] { here.later.collect(); }};
  here.later.barrier();
  interleave::require(deleted == 1, "the deleter has returned");
  other.join();
}

/// The deleter takes a lock with which another thread retires.
void deletes_with_no_lock_held() {
  fixture here;
  std::mutex theirs;
  here.later.retire([&] { const std::lock_guard lock{theirs}; });
  std::thread other{[&] {
    const std::lock_guard lock{theirs};
    here.later.retire([] {});
  }};
  here.later.collect();
  other.join();
}

/// A deleter retires what it alone could reach, and so does that one's.
void is_told_by_a_deleter() {
  int deleted = 0;
  {
    fixture here;
    here.later.retire([&] {
      ++deleted;
      here.later.retire([&] {
        ++deleted;
        here.later.retire([&] { ++deleted; });
      });
    });
    here.later.barrier();
    interleave::require(deleted >= 1, "the first one was retired before");
  }
  interleave::require(deleted == 3, "the last ones go with the object");
}

/// A deleter that retires itself again, until it is told to stop.
void bars_only_what_was_before() {
  fixture here;
  bool stop = false;
  int times = 0;
  std::function<void()> again;
  again = [&] {
    interleave::require(++times < 10, "a barrier comes to its end");
    if (!stop) here.later.retire(again);
  };
  here.later.retire(again);
  here.later.barrier();
  stop = true;
}

/// A deleter that waits for readers itself.
void deletes_outside_of_sections() {
  fixture here;
  here.later.retire([&] { here.domain.synchronize(); });
  here.later.barrier();
}

const bool promises = judge::in_every_execution({
    {"WaitsForReaders", waits_for_readers},
    {"IsToldInASection", is_told_in_a_section},
    {"IsToldWhileItWaits", is_told_while_it_waits},
    {"DeletesOnce", deletes_once},
    {"DeletesWithNoLockHeld", deletes_with_no_lock_held},
    {"DeletesOutsideOfSections", deletes_outside_of_sections},
    {"IsToldByADeleter", is_told_by_a_deleter},
    {"WaitsForTheReadersOfEach", waits_for_the_readers_of_each},
    {"BarsUntilAllAreDeleted", bars_until_all_are_deleted},
    {"BarsOnlyWhatWasBefore", bars_only_what_was_before},
});

TEST_F(RealThreads, DeleteAll) {
  constexpr int writers = 3;
  constexpr int each = 500;
  fixture here;
  std::atomic<int> deleted{0};
  {
    std::deque<testing_support::actor> threads;
    for (int writer = 0; writer < writers; ++writer) {
      threads.emplace_back([&] {
        for (int count = 0; count < each; ++count) {
          here.later.retire([&] { ++deleted; });
          if (count % 8 == 0) here.later.collect();
        }
        here.later.barrier();
        ASSERT_GE(deleted, each);
      });
    }
  }
  EXPECT_EQ(deleted, writers * each);
}

}  // namespace
