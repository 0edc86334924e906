// SPDX-License-Identifier: MIT
#include "report/chronicle.hpp"

namespace interleave {

std::string_view to_string(FailureKind kind) {
  switch (kind) {
    case FailureKind::race:
      return "data race";
    case FailureKind::requirement:
      return "requirement";
    case FailureKind::expectation:
      return "expectation";
    case FailureKind::assertion:
      return "assertion";
    case FailureKind::exception:
      return "exception";
    case FailureKind::deadlock:
      return "deadlock";
    case FailureKind::endless_loop:
      return "endless loop";
    case FailureKind::use_after_free:
      return "use after free";
    case FailureKind::double_free:
      return "double free";
    case FailureKind::invalid_free:
      return "invalid free";
    case FailureKind::out_of_bounds:
      return "out of bounds";
    case FailureKind::leak:
      return "leak";
    case FailureKind::uninitialised:
      return "uninitialised read";
    case FailureKind::misuse:
      return "misuse";
    case FailureKind::nondeterministic:
      return "not deterministic";
    case FailureKind::crash:
      return "crash";
    case FailureKind::unsupported:
      return "not supported";
  }
  return "";
}

namespace engine {

std::string order_text(Order order) {
  switch (order) {
    case Order::relaxed:
      return "relaxed";
    case Order::consume:
      return "consume";
    case Order::acquire:
      return "acquire";
    case Order::release:
      return "release";
    case Order::acq_rel:
      return "acq_rel";
    case Order::seq_cst:
      return "seq_cst";
  }
  return "";
}

std::string operation_text(const Event& event) {
  switch (event.op.kind) {
    case Kind::write:
      return "store";
    case Kind::fence:
      return event.op.weight == Weight::light   ? "light fence"
             : event.op.weight == Weight::heavy ? "membarrier"
                                                : "fence";
    case Kind::create:
      return "create thread " + std::to_string(event.value);
    case Kind::join:
      return "join thread " + std::to_string(event.value);
    case Kind::end:
      return "end";
    case Kind::choice:
      return "choice " + std::to_string(event.value);
    case Kind::read:
      break;
  }
  switch (event.op.update) {
    case Update::none:
      return "load";
    case Update::exchange:
      return "exchange";
    case Update::add:
      return "fetch_add";
    case Update::sub:
      return "fetch_sub";
    case Update::and_:
      return "fetch_and";
    case Update::or_:
      return "fetch_or";
    case Update::xor_:
      return "fetch_xor";
    case Update::nand:
      return "fetch_nand";
    case Update::compare:
    case Update::compare_fails:
      return event.rmw ? "compare_exchange" : "compare_exchange (fails)";
    case Update::enqueue:
    case Update::remove:
    case Update::take_one:
    case Update::take_all:
      return "queue";
  }
  return "";
}

}  // namespace engine
}  // namespace interleave
