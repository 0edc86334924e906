// SPDX-License-Identifier: MIT
#pragma once

#include <time.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/event.hpp"

namespace interleave::engine {

class Machine;
struct Site;
struct Thread;

/// The modelled objects: locks, queues and the like. Each is a location of
/// the graph, and its operations are reads, writes and updates of it; what is
/// kept here only serves to find misuse, and to say who waits for what.
class Objects {
 public:
  static constexpr unsigned nobody = max_threads;

  struct State {
    std::uint32_t run = 0;
    unsigned owner = nobody;
    unsigned depth = 0;  ///< Of a recursive lock.
    std::array<std::uint8_t, max_threads> readers{};
    const char* name = "";
  };

  /// Starts an execution.
  void begin() { ++run_; }

  State& state(LocationId location, const char* name) {
    if (location >= states_.size()) {
      states_.resize(location + 1);
    }
    State& result = states_[location];
    if (result.run != run_) {
      result = State{};
      result.run = run_;
      result.name = name;
    }
    return result;
  }

  /// Who holds the object; `nobody` if it is free or was never used.
  [[nodiscard]] unsigned holder(LocationId location) const {
    return location < states_.size() && states_[location].run == run_
               ? states_[location].owner
               : nobody;
  }

  /// What a thread waits for whose last event is `event`: " waits for …".
  [[nodiscard]] std::string describe_wait(const Event& event) const;

 private:
  std::uint32_t run_ = 0;
  std::vector<State> states_;
};

/// The operations of a mutex. Recursive ones count their locks here: only the
/// outermost is an operation of the graph.
struct Mutexes {
  static void lock(std::uintptr_t address, bool recursive, Site site);
  static bool try_lock(std::uintptr_t address, bool recursive, Site site);
  /// Both outcomes where the lock is held by another.
  static bool timed_lock(std::uintptr_t address, bool recursive,
                         std::uint64_t until, Site site);
  static void unlock(std::uintptr_t address, Site site);
  static void destroy(std::uintptr_t address, Site site);
};

struct SharedMutexes {
  static void lock(std::uintptr_t address, Site site);
  static bool try_lock(std::uintptr_t address, Site site);
  static bool timed_lock(std::uintptr_t address, std::uint64_t until,
                         Site site);
  static void lock_shared(std::uintptr_t address, Site site);
  static bool try_lock_shared(std::uintptr_t address, Site site);
  static bool timed_lock_shared(std::uintptr_t address, std::uint64_t until,
                                Site site);
  static void unlock(std::uintptr_t address, Site site);
  static void destroy(std::uintptr_t address, Site site);
};

/// Threads that wait at an object until others free them.
struct Queues {
  static void enqueue(LocationId queue, Order order, Site site);
  /// False: its time was up, or it ended for no reason, if it may.
  static bool wait(LocationId queue, std::uint64_t until, bool spurious,
                   Site site);
  /// Whether an audit leaves this wake or notify out.
  static bool left_out(Site wake);
  static unsigned wake_one(LocationId queue, Order order, Site site);
  static unsigned wake_all(LocationId queue, Order order, Site site);
};

struct Conditions {
  /// False: the time was up.
  static bool wait(std::uintptr_t condition, std::uintptr_t mutex,
                   std::uint64_t until, Site site);
  static void notify(std::uintptr_t condition, bool all, Site site);
};

struct Futexes {
  enum class End : std::uint8_t { woken, changed, timeout };

  static End wait(std::uintptr_t word, std::uint32_t expected,
                  std::uint64_t until, Site site);
  static unsigned wake(std::uintptr_t word, unsigned most, Site site);
  /// Wakes some and puts the others on another queue.
  static long requeue(std::uintptr_t from, std::uintptr_t to,
                      unsigned wake_most, unsigned move_most, Site site);

  /// Waits at an address whose value the thread has just read.
  static bool wait_read(std::uintptr_t address, std::uint64_t until, Site site);
  static unsigned wake_read(std::uintptr_t address, unsigned size, bool all,
                            Site site);
};

struct Semaphores {
  static void wait(std::uintptr_t address, Site site);
  static bool try_wait(std::uintptr_t address, Site site);
  static bool timed_wait(std::uintptr_t address, std::uint64_t until,
                         Site site);
  static void post(std::uintptr_t address, Site site);
  static int value(std::uintptr_t address, Site site);
};

/// Virtual time: nanoseconds, of each thread by itself. It never runs against
/// what the thread can know, and passes where the program looks at a clock,
/// sleeps, or waits until its time is up.
struct Clocks {
  static constexpr std::uint64_t never = ~std::uint64_t{0};

  /// What a clock shows. Each reading lets more time pass than the one before,
  /// so that a loop bounded by time ends soon.
  static std::uint64_t read(Site site);

  /// The moment that a clock shows as `time`; `never` if null.
  static std::uint64_t at(const timespec* time);
  /// The moment when `time` will have passed; `never` if null.
  static std::uint64_t after(const timespec* time);

  static void pass(std::uint64_t until);

  /// Both outcomes, if its time is not up yet.
  static bool times_out(std::uint64_t until, Site site);
};

/// While it lives, the thread's wait is one that its time will end.
class TimedWait {
 public:
  TimedWait();
  ~TimedWait();
  TimedWait(const TimedWait&) = delete;
  TimedWait& operator=(const TimedWait&) = delete;
};

}  // namespace interleave::engine
