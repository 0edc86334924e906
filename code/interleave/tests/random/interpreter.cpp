// SPDX-License-Identifier: MIT
//
// Instrumented like any code under test.
#include "interpreter.hpp"

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "reference/notation.hpp"
#include "with_order.hpp"

namespace {

using namespace reference;

constexpr std::size_t max_locations = 4;
constexpr std::size_t max_registers = 12;

struct cell {
  std::atomic<int> atomic{0};
  int plain = 0;
  bool is_plain = false;
};

struct memory {
  std::array<cell, max_locations> cells;
  std::array<int, max_registers> registers{};
};

int evaluate(const expression& value, const memory& in) {
  return value.reg < 0 ? value.constant
                       : in.registers[static_cast<std::size_t>(value.reg)] +
                             value.constant;
}

/// Conditions of branches compare a register with a constant.
bool holds(const comparison& part, const memory& in) {
  const int left = in.registers[static_cast<std::size_t>(part.left.number)];
  const int right = part.right.number;
  switch (part.test) {
    case comparator::equal:
      return left == right;
    case comparator::unequal:
      return left != right;
    case comparator::less:
      return left < right;
    case comparator::less_equal:
      break;
  }
  return left <= right;
}

int modify(const operation& op, std::atomic<int>& at, const memory& in) {
  const int value = evaluate(op.value, in);
  return with_order::any(op.success, [&](auto success) {
    switch (op.what) {
      case kind::exchange:
        return at.exchange(value, success);
      case kind::fetch_add:
        return at.fetch_add(value, success);
      default:
        break;
    }
    int old = evaluate(op.expected, in);
    with_order::load(op.failure, [&](auto failure) {
      return at.compare_exchange_strong(old, value, success, failure);
    });
    return old;
  });
}

void run_operation(const operation& op, memory& in) {
  if (op.what == kind::fence) {
    with_order::any(op.success, [](auto success) {
      std::atomic_thread_fence(success);
      return 0;
    });
    return;
  }
  cell& at = in.cells[static_cast<std::size_t>(op.location)];
  if (op.what == kind::store) {
    const int value = evaluate(op.value, in);
    if (op.success == order::plain) {
      at.plain = value;
      return;
    }
    with_order::store(op.success,
                      [&](auto success) { at.atomic.store(value, success); });
    return;
  }
  int old = 0;
  if (op.success == order::plain) {
    old = at.plain;
  } else if (op.what == kind::load) {
    old = with_order::load(
        op.success, [&](auto success) { return at.atomic.load(success); });
  } else {
    old = modify(op, at.atomic, in);
  }
  if (op.result >= 0) {
    in.registers[static_cast<std::size_t>(op.result)] = old;
  }
}

void run_thread(const thread_body& body, memory& in) {
  for (std::size_t at = 0; at < body.size(); ++at) {
    const operation& op = body[at];
    if (op.what != kind::branch) {
      run_operation(op, in);
    } else if (!holds(op.when.front(), in)) {
      at = static_cast<std::size_t>(op.skip_to) - 1;
    }
  }
}

void mark_plain(const program& whole, memory& in) {
  std::array<bool, max_locations> atomic{};
  for (const thread_body& body : whole.threads) {
    for (const operation& op : body) {
      if (op.location >= 0) {
        const auto place = static_cast<std::size_t>(op.location);
        const bool plain = op.success == order::plain;
        (plain ? in.cells[place].is_plain : atomic[place]) = true;
        if (in.cells[place].is_plain && atomic[place]) {
          throw std::logic_error{"a location both plain and atomic"};
        }
      }
    }
  }
}

}  // namespace

std::string interpret(const program& whole) {
  if (whole.locations.size() > max_locations ||
      whole.registers.size() > max_registers) {
    throw std::length_error{"too large for the interpreter"};
  }
  memory in;
  mark_plain(whole, in);
  std::vector<std::thread> threads;
  threads.reserve(whole.threads.size());
  for (const thread_body& body : whole.threads) {
    threads.emplace_back([&body, &in] { run_thread(body, in); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  valuation values;
  for (std::size_t i = 0; i < whole.registers.size(); ++i) {
    values.registers.push_back(in.registers[i]);
  }
  for (std::size_t i = 0; i < whole.locations.size(); ++i) {
    const cell& at = in.cells[i];
    values.locations.push_back(
        at.is_plain ? at.plain : at.atomic.load(std::memory_order_relaxed));
  }
  return to_text(values, whole);
}
