// SPDX-License-Identifier: MIT
//
// [intro.races] in C++20, each definition as it stands there.
#include "derived.hpp"

namespace reference {
namespace {

bool acquires(const event& e) {
  // Consume is promoted to acquire, as every implementation does.
  return e.strength == order::acquire || e.strength == order::consume ||
         e.strength == order::acq_rel || e.strength == order::seq_cst;
}

bool releases(const event& e) {
  return e.strength == order::release || e.strength == order::acq_rel ||
         e.strength == order::seq_cst;
}

void add_sequenced(derived& d) {
  for (int a = 0; a < d.size; ++a) {
    for (int b = 0; b < d.size; ++b) {
      const event& first = d.at(a);
      const event& second = d.at(b);
      const bool initial = first.thread < 0 && second.thread >= 0;
      const bool same = first.thread >= 0 && first.thread == second.thread;
      if (first.present && second.present && (initial || (same && a < b))) {
        d.sequenced.add(a, b);
      }
    }
  }
}

void add_modification(derived& d, const execution& graph) {
  for (const auto& writes : graph.modifications) {
    for (std::size_t i = 0; i < writes.size(); ++i) {
      for (std::size_t j = i + 1; j < writes.size(); ++j) {
        d.modification.add(writes[i], writes[j]);
      }
    }
  }
}

void add_coherence(derived& d) {
  relation before{d.size};  // from a read to the writes after what it read
  for (int read = 0; read < d.size; ++read) {
    if (!d.at(read).present || !d.at(read).reads) {
      continue;
    }
    const int source = d.at(read).reads_from;
    d.from.add(source, read);
    for (int write = 0; write < d.size; ++write) {
      if (write != read && d.modification.has(source, write)) {
        before.add(read, write);
      }
    }
  }
  d.coherence = (d.from | d.modification | before).closure();
}

/// From the head of each release sequence to its members: itself, then
/// read-modify-writes of any thread, each reading from the one before.
relation release_sequences(const derived& d) {
  relation chain{d.size};
  for (int e = 0; e < d.size; ++e) {
    if (modifies(d.at(e))) {
      chain.add(d.at(e).reads_from, e);
    }
  }
  chain = chain.closure();
  for (int e = 0; e < d.size; ++e) {
    chain.add(e, e);
  }
  return chain;
}

void add_synchronises(derived& d) {
  relation out{d.size};  // from a release to the writes it releases through
  relation in{d.size};   // from a read to the acquires that act through it
  for (int e = 0; e < d.size; ++e) {
    const event& access = d.at(e);
    if (!access.present || is_fence(access) || !is_atomic(access)) {
      continue;
    }
    if (access.writes && releases(access)) {
      out.add(e, e);
    }
    if (access.reads && acquires(access)) {
      in.add(e, e);
    }
    for (int f = 0; f < d.size; ++f) {
      const bool fence = is_fence(d.at(f));
      if (fence && access.writes && releases(d.at(f)) &&
          d.sequenced.has(f, e)) {
        out.add(f, e);
      }
      if (fence && access.reads && acquires(d.at(f)) && d.sequenced.has(e, f)) {
        in.add(e, f);
      }
    }
  }
  d.synchronises = out.then(release_sequences(d)).then(d.from).then(in);
}

}  // namespace

derived::derived(const execution& graph)
    : events{graph.events},
      size{static_cast<int>(graph.events.size())},
      sequenced{size},
      from{size},
      modification{size},
      coherence{size},
      synchronises{size},
      happens{size} {
  add_sequenced(*this);
  add_modification(*this, graph);
  add_coherence(*this);
  add_synchronises(*this);
  happens = (sequenced | synchronises).closure();
}

}  // namespace reference
