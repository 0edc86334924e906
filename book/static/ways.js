// SPDX-License-Identifier: MIT
// Every execution of a small program, and which of them a history of moves leaves.
"use strict";

globalThis.locksmithWays = class {
  constructor({ threads, moves, ways }) {
    Object.assign(this, { threads, moves, ways });
  }

  // The executions that begin like this, each with how far its threads are.
  left(history) {
    return this.ways.flatMap((way) => {
      const done = this.threads.map(() => 0);
      for (const move of history) {
        if (!this.ready(way, done).includes(move)) return [];
        done[this.moves[move].thread] += 1;
      }
      return [{ way, done }];
    });
  }

  ready(way, done) {
    return this.threads.flatMap((_, thread) => {
      const at = this.next(way, done, thread);
      const free = at >= 0 && way.needs[at].every(([other, count]) => done[other] >= count);
      return free ? [way.order[at]] : [];
    });
  }

  next(way, done, thread) {
    let place = -1;
    return way.order.findIndex((move) => {
      if (this.moves[move].thread === thread) place += 1;
      return place === done[thread];
    });
  }

  // What can be done next, and whether it can still break then.
  choices(history) {
    const found = new Map();
    for (const { way, done } of this.left(history)) {
      for (const move of this.ready(way, done)) {
        found.set(move, found.get(move) || Boolean(way.failed));
      }
    }
    return found;
  }

  breakable(history) {
    return this.left(history).some(({ way }) => way.failed);
  }
};
