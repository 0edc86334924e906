// SPDX-License-Identifier: MIT
// The calls that the compilers emit for atomic operations and fences.
#include <cstdint>

#include "abi/hook.hpp"
#include "fibers/machine.hpp"
#include "heap/bytes.hpp"
#include "report/symbolizer.hpp"
#include "search/audit.hpp"

namespace {

using namespace interleave;          // NOLINT(google-build-using-namespace)
using namespace interleave::engine;  // NOLINT(google-build-using-namespace)

Order order_of(int order) { return static_cast<Order>(order & 7); }

Operation make(Kind kind, Update update, unsigned size, int order) {
  Operation op;
  op.kind = kind;
  op.update = update;
  op.size = static_cast<std::uint8_t>(size);
  op.order = order_of(order);
  return op;
}

/// libstdc++'s atomic<shared_ptr> ends a read with a relaxed unlock, which
/// orders nothing: as it is written, the read of its pointer races with the
/// next write. The operation is meant to be atomic, and is taken so.
bool unlocks_shared_pointer(const Operation& op, std::uintptr_t pc) {
  if (op.update != Update::sub || op.order != Order::relaxed ||
      op.operand != 1 || op.size != sizeof(void*)) {
    return false;
  }
  for (const Place& place : symbolizer().frames(pc)) {
    if (place.file.ends_with("/bits/shared_ptr_atomic.h")) {
      return true;
    }
  }
  // Without inlining the hook's caller is std::atomic's own function.
  const CallStack& calls = machine.self().calls;
  for (std::size_t k = calls.depth(), n = 0; k-- > 0 && n < 3; ++n) {
    for (const Place& place : symbolizer().frames(calls.caller(k))) {
      if (place.file.ends_with("/bits/shared_ptr_atomic.h")) {
        return true;
      }
    }
  }
  return false;
}

Value run(const volatile void* address, Operation op, void* pc) {
  const Site site{to_address(pc)};
  if (unlocks_shared_pointer(op, site.pc)) {
    op.order = Order::release;
  } else if (machine.audit != nullptr) {
    machine.audit->visit(op, site, machine.self().calls);
  }
  return machine.atomic(to_address(address), op, site);
}

template <typename T>
Value widen(T value) {
  return static_cast<Value>(value);
}

template <typename T>
T load(const volatile T* address, int order, void* pc) {
  const Busy busy;
  return static_cast<T>(
      run(address, make(Kind::read, Update::none, sizeof(T), order), pc));
}

template <typename T>
void store(volatile T* address, T value, int order, void* pc) {
  const Busy busy;
  Operation op = make(Kind::write, Update::none, sizeof(T), order);
  op.operand = widen(value);
  run(address, op, pc);
}

template <typename T>
T update(Update kind, volatile T* address, T value, int order, void* pc) {
  const Busy busy;
  Operation op = make(Kind::read, kind, sizeof(T), order);
  op.operand = widen(value);
  return static_cast<T>(run(address, op, pc));
}

/// Returns the value read; sets whether the exchange took place.
template <typename T>
T compare(volatile T* address, T expected, T value, int order, int failure,
          bool weak, bool& done, void* pc) {
  const Site site{to_address(pc), "spurious failure"};
  Operation op = make(Kind::read, Update::compare, sizeof(T), order);
  op.failure = order_of(failure);
  op.operand = widen(value);
  op.expected = widen(expected);
  if (weak && machine.options.spurious_failures &&
      machine.choose(2, site) == 1) {
    op.update = Update::compare_fails;
  }
  const Value read = run(address, op, pc);
  done = writes_after(op, read);
  if (op.update == Update::compare_fails && read != op.expected) {
    // That is how it fails anyway: the other way on has it.
    machine.stop(Ending::dead);
  }
  return static_cast<T>(read);
}

template <typename T>
bool compare_in_place(volatile T* address, T* expected, T value, int order,
                      int failure, bool weak, void* pc) {
  const Busy busy;
  const Site site{to_address(pc)};
  machine.plain(to_address(expected), sizeof(T), false, site);
  bool done = false;
  const T read =
      compare(address, *expected, value, order, failure, weak, done, pc);
  if (!done) {
    machine.plain(to_address(expected), sizeof(T), true, site);
    *expected = read;
  }
  return done;
}

}  // namespace

#define INTERLEAVE_PC __builtin_return_address(0)

#define INTERLEAVE_UPDATE(bits, name, kind, builtin)                    \
  INTERLEAVE_HOOK std::uint##bits##_t __tsan_atomic##bits##_##name(     \
      volatile std::uint##bits##_t* address, std::uint##bits##_t value, \
      int order) {                                                      \
    if (Machine::inside()) {                                            \
      return update(kind, address, value, order, INTERLEAVE_PC);        \
    }                                                                   \
    return builtin(address, value, __ATOMIC_SEQ_CST);                   \
  }

#define INTERLEAVE_COMPARE(bits, name, weak)                                  \
  INTERLEAVE_HOOK int __tsan_atomic##bits##_compare_exchange_##name(          \
      volatile std::uint##bits##_t* address, std::uint##bits##_t* expected,   \
      std::uint##bits##_t value, int order, int failure) {                    \
    if (Machine::inside()) {                                                  \
      return compare_in_place(address, expected, value, order, failure, weak, \
                              INTERLEAVE_PC);                                 \
    }                                                                         \
    return __atomic_compare_exchange_n(address, expected, value, false,       \
                                       __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);   \
  }

#define INTERLEAVE_ATOMIC(bits)                                                \
  INTERLEAVE_HOOK std::uint##bits##_t __tsan_atomic##bits##_load(              \
      const volatile std::uint##bits##_t* address, int order) {                \
    if (Machine::inside()) {                                                   \
      return load(address, order, INTERLEAVE_PC);                              \
    }                                                                          \
    return __atomic_load_n(address, __ATOMIC_SEQ_CST);                         \
  }                                                                            \
  INTERLEAVE_HOOK void __tsan_atomic##bits##_store(                            \
      volatile std::uint##bits##_t* address, std::uint##bits##_t value,        \
      int order) {                                                             \
    if (Machine::inside()) {                                                   \
      return store(address, value, order, INTERLEAVE_PC);                      \
    }                                                                          \
    __atomic_store_n(address, value, __ATOMIC_SEQ_CST);                        \
  }                                                                            \
  INTERLEAVE_UPDATE(bits, exchange, Update::exchange, __atomic_exchange_n)     \
  INTERLEAVE_UPDATE(bits, fetch_add, Update::add, __atomic_fetch_add)          \
  INTERLEAVE_UPDATE(bits, fetch_sub, Update::sub, __atomic_fetch_sub)          \
  INTERLEAVE_UPDATE(bits, fetch_and, Update::and_, __atomic_fetch_and)         \
  INTERLEAVE_UPDATE(bits, fetch_or, Update::or_, __atomic_fetch_or)            \
  INTERLEAVE_UPDATE(bits, fetch_xor, Update::xor_, __atomic_fetch_xor)         \
  INTERLEAVE_UPDATE(bits, fetch_nand, Update::nand, __atomic_fetch_nand)       \
  INTERLEAVE_COMPARE(bits, strong, false)                                      \
  INTERLEAVE_COMPARE(bits, weak, true)                                         \
  /* clang's form: it returns what was read, and is never told to be weak */   \
  INTERLEAVE_HOOK std::uint##bits##_t                                          \
      __tsan_atomic##bits##_compare_exchange_val(                              \
          volatile std::uint##bits##_t* address, std::uint##bits##_t expected, \
          std::uint##bits##_t value, int order, int failure) {                 \
    if (Machine::inside()) {                                                   \
      const Busy busy;                                                         \
      bool done = false;                                                       \
      return compare(address, expected, value, order, failure, false, done,    \
                     INTERLEAVE_PC);                                           \
    }                                                                          \
    __atomic_compare_exchange_n(address, &expected, value, false,              \
                                __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);           \
    return expected;                                                           \
  }

extern "C" {

INTERLEAVE_ATOMIC(8)
INTERLEAVE_ATOMIC(16)
INTERLEAVE_ATOMIC(32)
INTERLEAVE_ATOMIC(64)

INTERLEAVE_HOOK void __tsan_atomic_thread_fence(int order) {
  if (!Machine::inside()) {
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    return;
  }
  const Busy busy;
  machine.fence(Weight::full, order_of(order), {to_address(INTERLEAVE_PC)});
}

/// The light side of an asymmetric fence if it is sequentially consistent.
/// Otherwise it orders nothing between threads.
INTERLEAVE_HOOK void __tsan_atomic_signal_fence(int order) {
  if (!Machine::inside() || order_of(order) != Order::seq_cst) {
    return;
  }
  const Busy busy;
  machine.fence(Weight::light, Order::seq_cst, {to_address(INTERLEAVE_PC)});
}

}  // extern "C"
