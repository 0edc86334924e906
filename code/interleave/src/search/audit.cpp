// SPDX-License-Identifier: MIT
#include "search/audit.hpp"

#include "abi/modules.hpp"
#include "fibers/machine.hpp"
#include "report/chronicle.hpp"
#include "report/symbolizer.hpp"
#include "report/unwind.hpp"

namespace interleave::engine {
namespace {

/// Where std::atomic and its like are written; what calls them is the site.
bool is_atomic_header(const Place& place) {
  const auto ends = [&](std::string_view end) {
    return place.file.ends_with(end);
  };
  return ends("/bits/atomic_base.h") || ends("/atomic") ||
         ends("/bits/atomic_futex.h") ||
         place.file.find("/interleave/detail/") != std::string::npos;
}

bool is_exchange(const Operation& op) {
  return op.update == Update::compare || op.update == Update::compare_fails;
}

std::vector<Order> next_weaker(Order order, Kind kind, bool updates) {
  switch (order) {
    case Order::seq_cst:
      if (kind == Kind::fence || updates) {
        return {Order::acq_rel};
      }
      return {kind == Kind::read ? Order::acquire : Order::release};
    case Order::acq_rel:
      return {Order::acquire, Order::release};
    case Order::relaxed:
      return {};
    default:
      return {Order::relaxed};
  }
}

}  // namespace

bool Audit::visit(Operation& op, const Site& site, const CallStack& calls) {
  const std::size_t entry = entry_of(op, nullptr, site, calls);
  if (static_cast<int>(entry) != changed_) {
    return true;
  }
  op.order = to_.order;
  op.failure = to_.failure;
  return !to_.drop;
}

bool Audit::visit_wake(const char* name, const Site& site,
                       const CallStack& calls) {
  Operation op;
  Site caller = site;
  if (!Modules::in_program(site.pc)) {
    // std::condition_variable calls from its library: look behind it.
    for (const std::uintptr_t pc : unwind(site.pc)) {
      if (Modules::in_program(pc)) {
        caller.pc = pc;
        break;
      }
    }
  }
  return static_cast<int>(entry_of(op, name, caller, calls)) != changed_;
}

std::size_t Audit::entry_of(const Operation& op, const char* wake,
                            const Site& site, const CallStack& calls) {
  // Without inlining, std::atomic's functions have the hook's call; so the
  // callers belong to the name.
  std::uint64_t key = mix(site.pc, static_cast<std::uint64_t>(op.order));
  constexpr std::size_t most = 4;
  for (std::size_t k = calls.depth(), n = 0; k-- > 0 && n < most; ++n) {
    key = mix(key, calls.caller(k));
  }
  const auto found = known_.find(key);
  if (found != known_.end()) {
    return found->second;
  }
  const std::size_t entry = look_up(op, wake, site, calls);
  known_.emplace(key, entry);
  return entry;
}

std::size_t Audit::look_up(const Operation& op, const char* wake,
                           const Site& site, const CallStack& calls) {
  std::vector<std::uintptr_t> stack{site.pc};
  for (std::size_t k = calls.depth(); k-- > 0;) {
    stack.push_back(calls.caller(k));
  }
  Entry entry;
  entry.wake = wake != nullptr;
  entry.original = op;
  Event event;
  event.op = op;
  event.rmw = true;
  entry.operation = entry.wake ? wake : operation_text(event);
  for (const std::uintptr_t pc : stack) {
    for (const Place& place : symbolizer().frames(pc)) {
      if (entry.place.known() || !place.known()) {
        continue;
      }
      if (!is_library(place)) {
        entry.place = from_root(place);
      } else if (!is_atomic_header(place) && !entry.wake) {
        entry.library = true;
      }
    }
  }
  for (std::size_t k = 0; k < entries_.size(); ++k) {
    const Entry& other = entries_[k];
    if (other.place.file == entry.place.file &&
        other.place.line == entry.place.line &&
        other.operation == entry.operation &&
        other.original.order == op.order &&
        other.original.failure == op.failure &&
        other.library == entry.library) {
      return k;
    }
  }
  entries_.push_back(entry);
  return entries_.size() - 1;
}

std::vector<Audit::Change> Audit::weaker(const Entry& entry,
                                         const Change& passed) {
  std::vector<Change> result;
  const Operation& op = entry.original;
  if (entry.wake) {
    result.push_back({op.order, op.failure, true});
    return result;
  }
  if (op.kind == Kind::fence && op.weight != Weight::full) {
    // Either side of an asymmetric pair is there or is not.
    result.push_back({Order::relaxed, Order::relaxed, true});
    return result;
  }
  for (const Order order :
       next_weaker(passed.order, op.kind, op.update != Update::none)) {
    const bool drop = op.kind == Kind::fence && order == Order::relaxed;
    result.push_back({order, passed.failure, drop});
  }
  if (is_exchange(op)) {
    for (const Order order : next_weaker(passed.failure, Kind::read, false)) {
      result.push_back({passed.order, order, false});
    }
  }
  return result;
}

}  // namespace interleave::engine
