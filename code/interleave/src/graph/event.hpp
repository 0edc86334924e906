// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "graph/clock.hpp"
#include "graph/thread_queue.hpp"

namespace interleave::engine {

using Value = std::uint64_t;
using LocationId = std::uint32_t;

enum class Kind : std::uint8_t {
  read,
  write,
  fence,
  create,  ///< value: the child
  join,    ///< value: the child
  end,
  choice,  ///< value: the option taken, of `operand` many
};

/// The numbers are those of the compilers' `__ATOMIC_...` macros.
enum class Order : std::uint8_t {
  relaxed,
  consume,
  acquire,
  release,
  acq_rel,
  seq_cst,
};

constexpr bool acquires(Order order) {
  return order != Order::relaxed && order != Order::release;
}
constexpr bool releases(Order order) { return order >= Order::release; }
constexpr bool is_sc(Order order) { return order == Order::seq_cst; }

/// What an operation does to the value that it reads.
enum class Update : std::uint8_t {
  none,  ///< A load.
  exchange,
  add,
  sub,
  and_,
  or_,
  xor_,
  nand,
  compare,        ///< Strong compare-exchange.
  compare_fails,  ///< A weak one that fails although the values are equal.
  enqueue,        ///< Of a queue of threads; see graph/thread_queue.hpp.
  remove,
  take_one,
  take_all,
};

/// When a read makes its thread wait for another value.
enum class Wait : std::uint8_t {
  never,
  if_nonzero,  ///< A lock that is held.
  if_zero,     ///< A semaphore without a token.
  if_one,      ///< An initialisation that another thread is at.
  if_written,  ///< A lock that a writer holds.
  if_queued,   ///< Thread `operand` waits in a queue.
};

/// Which other fences a sequentially consistent fence meets in the one order.
/// Of an asymmetric pair (P1202) the light side is a compiler's fence, the
/// heavy side a membarrier.
enum class Weight : std::uint8_t {
  full,   ///< All but light ones, and sequentially consistent accesses.
  heavy,  ///< All, and sequentially consistent accesses.
  light,  ///< Heavy ones alone. It neither acquires nor releases.
};

/// An operation as the program asks for it.
struct Operation {
  Kind kind = Kind::read;
  Order order = Order::relaxed;    ///< Of success, for a compare-exchange.
  Order failure = Order::relaxed;  ///< Of a compare-exchange.
  Update update = Update::none;
  Wait wait = Wait::never;
  Weight weight = Weight::full;  ///< Of a fence.
  std::uint8_t size = 0;
  LocationId location = 0;
  Value operand = 0;   ///< Stored, added, exchanged; or number of options.
  Value expected = 0;  ///< Of a compare-exchange.
  Value context = 0;   ///< Hash of all that the thread did before.

  friend bool operator==(const Operation&, const Operation&) = default;
};

constexpr Value truncate(Value value, unsigned size) {
  return size >= 8 ? value : value & ((Value{1} << (8 * size)) - 1);
}

/// The value of a lock that a writer holds.
inline constexpr Value written = ~Value{0};

/// Whether a read-modify-write that reads `value` also writes.
constexpr bool writes_after(const Operation& op, Value value) {
  switch (op.update) {
    case Update::none:
    case Update::compare_fails:
      return false;
    case Update::compare:
      return value == op.expected;
    default:
      return true;
  }
}

/// A fence that acquires or releases by itself.
constexpr bool is_fence(const Operation& op) {
  return op.kind == Kind::fence && op.weight != Weight::light;
}

/// What a read-modify-write that reads `value` writes, if it takes the
/// `pick`-th of its ways.
constexpr Value updated(const Operation& op, Value value, unsigned pick) {
  switch (op.update) {
    case Update::add:
      return truncate(value + op.operand, op.size);
    case Update::sub:
      return truncate(value - op.operand, op.size);
    case Update::and_:
      return value & op.operand;
    case Update::or_:
      return value | op.operand;
    case Update::xor_:
      return value ^ op.operand;
    case Update::nand:
      return truncate(~(value & op.operand), op.size);
    case Update::enqueue:
      return ThreadQueue{value}.with(static_cast<unsigned>(op.operand));
    case Update::remove:
      return ThreadQueue{value}.without(static_cast<unsigned>(op.operand));
    case Update::take_one:
      return ThreadQueue{value}.without_place(pick);
    case Update::take_all:
      return ThreadQueue{value}.emptied();
    default:
      return op.operand;
  }
}

/// How many ways an operation has that reads `value`.
constexpr unsigned ways(const Operation& op, Value value) {
  const unsigned count =
      op.update == Update::take_one ? ThreadQueue{value}.size() : 1;
  return count == 0 ? 1 : count;
}

constexpr bool waits(const Operation& op, Value value) {
  switch (op.wait) {
    case Wait::never:
      return false;
    case Wait::if_nonzero:
      return value != 0;
    case Wait::if_zero:
      return value == 0;
    case Wait::if_one:
      return value == 1;
    case Wait::if_written:
      return value == written;
    case Wait::if_queued:
      return !ThreadQueue{value}.freed(static_cast<unsigned>(op.operand));
  }
  return false;
}

/// A node of the graph.
struct Event {
  Operation op;
  Order order = Order::relaxed;  ///< In force: `op.failure` if it failed.
  bool rmw = false;              ///< One half of a read-modify-write.
  /// The thread waits here: for one of its last so many events, which make
  /// a loop, to read something else.
  std::uint8_t waiting = 0;
  std::uint8_t pick = 0;  ///< Which of its ways it takes.
  Ref self;
  Ref source;               ///< Of a read: the write that it reads.
  std::uint32_t rank = 0;   ///< Of a write: its index in modification order.
  std::uint32_t stamp = 0;  ///< When it was added.
  Value value = 0;          ///< Read or written.
  std::uint64_t time = 0;   ///< By the virtual clock.
  Clock prefix;             ///< (po ∪ rf)⁺ before it, and itself.
  Clock before;             ///< Happens-before before it, and itself.
  Clock message;            ///< Of a write: what an acquire of it acquires.
};

}  // namespace interleave::engine
