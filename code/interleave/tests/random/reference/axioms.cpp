// SPDX-License-Identifier: MIT
//
// The rules of [intro.races] and [atomics.order] in C++20, evaluated on the
// whole execution. Slow, and meant to be: what is obvious needs no second
// reference.
#include "derived.hpp"
#include "execution.hpp"
#include "relation.hpp"

namespace reference {
namespace {

/// The four coherence rules of [intro.races] in one.
bool coherent(const derived& d) {
  return d.happens.irreflexive() && d.happens.then(d.coherence).irreflexive();
}

/// Whether each read-modify-write comes right after what it read.
bool atomic_modifications(const derived& d) {
  for (int e = 0; e < d.size; ++e) {
    if (!modifies(d.at(e))) {
      continue;
    }
    const int source = d.at(e).reads_from;
    if (!d.modification.has(source, e)) {
      return false;
    }
    for (int between = 0; between < d.size; ++between) {
      if (d.modification.has(source, between) &&
          d.modification.has(between, e)) {
        return false;
      }
    }
  }
  return true;
}

/// Strongly happens before. That a read-modify-write is one event matters
/// here: nothing is sequenced between its halves.
relation strongly_happens(const derived& d) {
  relation between_sc{d.size};
  for (int a = 0; a < d.size; ++a) {
    for (int b = 0; b < d.size; ++b) {
      if (d.synchronises.has(a, b) && is_sc(d.at(a)) && is_sc(d.at(b)) &&
          !is_fence(d.at(a)) && !is_fence(d.at(b))) {
        between_sc.add(a, b);
      }
    }
  }
  const relation through = d.sequenced.then(d.happens).then(d.sequenced);
  return (d.sequenced | between_sc | through).closure();
}

/// [atomics.order]/4: whether some total order of the seq_cst operations and
/// fences agrees with all that it must agree with.
bool sequentially_orderable(const derived& d) {
  relation enter{d.size};  // an operation: itself; a fence: what it precedes
  relation leave{d.size};  // the mirror image
  relation constraints{d.size};
  const relation strongly = strongly_happens(d);
  for (int s = 0; s < d.size; ++s) {
    if (!is_sc(d.at(s))) {
      continue;
    }
    const bool fence = is_fence(d.at(s));
    for (int e = 0; e < d.size; ++e) {
      if (fence ? d.happens.has(s, e) : s == e) {
        enter.add(s, e);
      }
      if (fence ? d.happens.has(e, s) : s == e) {
        leave.add(e, s);
      }
      if (is_sc(d.at(e)) && strongly.has(s, e)) {
        constraints.add(s, e);
      }
    }
  }
  constraints |= enter.then(d.coherence).then(leave);
  return constraints.acyclic();
}

bool conflict(const event& a, const event& b) {
  return a.present && b.present && a.thread >= 0 && b.thread >= 0 &&
         a.thread != b.thread && a.location >= 0 && a.location == b.location &&
         (a.writes || b.writes) && (!is_atomic(a) || !is_atomic(b));
}

}  // namespace

bool consistent(const execution& graph) {
  const derived d{graph};
  return (d.sequenced | d.from).acyclic() && coherent(d) &&
         atomic_modifications(d) && sequentially_orderable(d);
}

bool racy(const execution& graph) {
  const derived d{graph};
  for (int a = 0; a < d.size; ++a) {
    for (int b = a + 1; b < d.size; ++b) {
      if (conflict(d.at(a), d.at(b)) && !d.happens.has(a, b) &&
          !d.happens.has(b, a)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace reference
