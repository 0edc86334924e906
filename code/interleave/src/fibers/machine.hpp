// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "fibers/thread.hpp"
#include "fibers/thread_locals.hpp"
#include "fibers/trouble.hpp"
#include "heap/arena.hpp"
#include "heap/locations.hpp"
#include "heap/shadow.hpp"
#include "heap/undo.hpp"
#include "interleave/options.hpp"
#include "interleave/result.hpp"
#include "objects/objects.hpp"
#include "search/search.hpp"

namespace interleave::engine {

class Recorder;
class Audit;

/// How an execution ended.
enum class Ending : std::uint8_t {
  complete,
  blocked,  ///< A thread waits for a store that comes in another execution.
  dead,     ///< The graph is not consistent, or another has the same rest.
  retry,    ///< A loop was looked into; take the graph up again.
  limit,    ///< A limit was reached.
  failed,
};

/// Where an operation stands in the program.
struct Site {
  std::uintptr_t pc = 0;        ///< The return address of the hook.
  const char* label = nullptr;  ///< What a report calls the operation.
  bool quiet = false;           ///< A part of an operation; not reported.
};

/// Runs one execution: fibers that replay the graph and then add to it.
class Machine {
 public:
  /// Whether the caller is a fiber in the program's own code.
  [[nodiscard]] static bool inside();

  /// Readies memory, parked threads and so on; a sentence if it cannot.
  std::string prepare(const Options& options);

  /// Runs the body once, along and past the search's present graph.
  Ending run(const std::function<void()>& body);

  /// Puts back what the execution wrote outside of the region.
  void undo();

  // What the parts of the engine share. The hooks of the program's code are
  // free functions, and there is one machine only.
  Search search;
  Shadow shadow;
  Arena arena;
  UndoLog memory_undo;
  ThreadLocals thread_locals;
  Locations locations;
  Objects objects;
  Options options;
  Recorder* recorder = nullptr;
  Audit* audit = nullptr;
  std::optional<Trouble> trouble;
  std::string limit_reached;

  [[nodiscard]] Thread& self() { return *self_; }
  [[nodiscard]] Thread& thread(unsigned id) { return threads_[id]; }
  [[nodiscard]] unsigned threads() const { return count_; }

  /// Executes the thread's next event. Returns when it is this thread's turn
  /// and the event is in the graph; does not return if the execution ends.
  const Event& perform(const Operation& op, Site site);

  /// A choice between `options` many ways on.
  unsigned choose(unsigned choices, Site site);

  /// A fence, unless the audit leaves it out.
  void fence(Weight weight, Order order, Site site);

  /// An operation on an atomic object in memory.
  Value atomic(std::uintptr_t address, Operation op, Site site);

  /// An operation on a modelled object that lives at an address.
  Value object(std::uintptr_t address, Operation op, Site site,
               Value initial = 0);
  LocationId object_location(std::uintptr_t address, Site site,
                             Value initial = 0);

  LocationId atomic_location(std::uintptr_t address, unsigned size, Site site);

  /// An operation on a location that is nowhere in memory.
  Value hidden(LocationId location, Operation op, Site site);

  /// A plain access.
  void plain(std::uintptr_t address, std::size_t size, bool write, Site site);

  ThreadId create(Thread::Entry entry, void* argument, Site site);
  void* join(ThreadId child, Site site);

  void* allocate(std::size_t size, std::size_t alignment, bool checked,
                 Site site);
  /// Frees a block of the program. False: not from this execution.
  bool release(std::uintptr_t address, Site site);

  [[noreturn]] void fail(Trouble&& trouble);
  [[noreturn]] void fail(FailureKind kind, std::string sentence, Site site);
  [[noreturn]] void stop(Ending ending);

  /// The thread did something that a spinning loop does not.
  void effect();

  /// Set while the engine runs on a fiber: hooks then keep out of the way.
  bool busy = false;
  std::uint64_t progress = 0;     ///< For the watchdog.
  volatile bool overdue = false;  ///< The watchdog has seen no progress.
  std::uintptr_t access_pc = 0;   ///< The access that is being looked at.

 private:
  friend class Interruption;

  static void enter();
  static void* run_body(void*);
  void launch(Thread& thread, ThreadId id, Thread::Entry entry, void* argument);
  void reschedule();
  Thread* pick();
  void switch_to(Thread& next);
  void finish();
  Ending judge();
  void replay(const Operation& op, Site site);
  void extend(const Operation& op, Site site);
  void keep_time(Event& event);
  bool meets_spin(std::uint64_t signature);
  void end_trial(std::uint8_t events);
  void wait_in_loop(std::uint8_t events);
  void wait_for_change();
  void rouse();
  Event& perform_once(Operation op, Site site);
  [[nodiscard]] bool executed(Ref ref) const {
    return ref.initial() || threads_[ref.thread].position > ref.index;
  }
  std::uint32_t locate(std::uintptr_t address, unsigned size, bool object,
                       Site site, Value initial = 0);
  std::uint64_t birth_of(std::uintptr_t address, unsigned size);
  void check_atomic(std::uintptr_t address, unsigned size, bool write,
                    Site site);
  void plain_cell(std::uintptr_t address, std::uint8_t bytes, bool write,
                  Site site);
  void check_places(Cell& cell, std::uint8_t bytes, bool write, Site site,
                    bool freeing = false);
  void check_heap(Cell& cell, std::uintptr_t address, std::uint8_t bytes,
                  bool write, Site site);
  [[noreturn]] void bad_heap(const Cell& cell, std::uintptr_t address,
                             bool write, Site site);
  void store(std::uint32_t place, Ref write);

  std::array<Thread, max_threads> threads_;
  Thread* self_ = nullptr;
  unsigned count_ = 0;
  std::uint32_t remaining_ = 0;  ///< Events of the graph yet to be replayed.
  void* engine_stack_ = nullptr;
  Ending ending_ = Ending::complete;
  ThreadId joined_ = 0;  ///< The child of a creation or join.
  Event tried_;          ///< What an operation of a trial gets.
  std::map<std::pair<unsigned, unsigned>, ThreadId> children_;
  unsigned names_ = 1;
  const std::function<void()>* body_ = nullptr;
};

extern Machine machine;

/// The program's code stops and the engine's begins.
class Busy {
 public:
  Busy() { machine.busy = true; }
  ~Busy() { machine.busy = false; }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
};

inline bool Machine::inside() {
  return Region::on_stacks(
             reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0))) &&
         !machine.busy;
}

}  // namespace interleave::engine
