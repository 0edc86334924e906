// SPDX-License-Identifier: MIT
// Loops that wait: how they are found out, and how their threads wait.
#include "fibers/machine.hpp"
#include "search/revisit.hpp"

namespace interleave::engine {

/// Whether the operation is one of a loop that is being tried; does not
/// return if the thread is known to wait here.
bool Machine::meets_spin(std::uint64_t signature) {
  SpinWatch& spins = self_->spins;
  if (!spins.trying()) {
    const unsigned round = spins.round(signature);
    if (round == 0) {
      return false;
    }
    const SpinTable::Finding known = search.spins().find(self_->context);
    if (known.known) {
      if (known.waits() != 0) {
        wait_in_loop(known.waits());
      }
      return false;
    }
    // A loop that was endless before needs less to be believed again.
    spins.start_trial(round, search.spins().find(signature).known
                                 ? SpinWatch::patience / 100
                                 : SpinWatch::patience);
  }
  ++progress;
  tried_ = Event{};
  switch (spins.try_step(signature, tried_.value)) {
    case SpinWatch::Trial::goes_on:
      return true;
    case SpinWatch::Trial::left:
      end_trial(0);
      break;
    case SpinWatch::Trial::endless:
      search.spins().insert(signature, {true, 0});
      end_trial(spins.events());
      return false;
  }
  __builtin_unreachable();
}

void Machine::end_trial(std::uint8_t events) {
  search.spins().insert(self_->context, {true, events});
  if (events != 0 && !self_->spins.ends_in_update()) {
    self_->spins.clear();
    wait_in_loop(events);
    return;
  }
  // The thread's own memory has gone on without the graph.
  stop(Ending::retry);
}

void Machine::wait_in_loop(std::uint8_t events) {
  Graph& graph = search.graph();
  Event& last = graph.at({self_->id, static_cast<Index>(self_->position - 1)});
  // The write of an update that changes nothing stands behind the round.
  const bool behind = last.rmw && last.op.kind == Kind::write;
  last.waiting = static_cast<std::uint8_t>(events + (behind ? 1 : 0));
  if (search.exhausting() && settled(graph, last.self)) {
    stop(Ending::dead);
  }
  const Ref self = last.self;
  wait_for_change();
  graph.at(self).waiting = 0;
}

void Machine::effect() {
  if (self_->spins.trying()) {
    end_trial(0);
  }
  self_->spins.effect();
}

}  // namespace interleave::engine
