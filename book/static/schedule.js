// SPDX-License-Identifier: MIT
// A small program under way: the moves that were made, what they left in memory,
// and what can still come of it. The page knows every execution (ways.js).
"use strict";

globalThis.locksmithSchedule = class {
  constructor(data) {
    this.data = data;
    this.ways = new globalThis.locksmithWays(data);
    this.begin();
  }

  // Threads are started without being asked for.
  begin() {
    this.moves = [];
    for (let next = this.started(); next !== undefined; next = this.started()) {
      this.moves.push(next);
    }
    this.first = this.moves.length;
  }

  started() {
    const next = this.choices();
    const only = next.length === 1 && this.text(next[0]).startsWith("create ");
    return only ? next[0] : undefined;
  }

  make(move) { this.moves.push(move); }

  // Takes the last move back; returns whose it was.
  undo() {
    const thread = this.thread(this.moves.at(-1));
    this.moves.length = Math.max(this.first, this.moves.length - 1);
    return thread;
  }

  get begun() { return this.moves.length > this.first; }

  choices() { return [...this.ways.choices(this.moves).keys()]; }

  text(move) { return this.data.moves[move].text; }

  thread(move) { return this.data.moves[move].thread; }

  name(thread) { return this.data.threads[thread]; }

  // The line of code, and its place in a listing of the page.
  line(move) { return this.data.lines[this.data.moves[move].line]; }

  breakable() { return this.ways.breakable(this.moves); }

  // The execution that it came to, if that one fails.
  failed() { return this.ways.left(this.moves).find(({ way }) => way.failed)?.way; }

  // How many moves must be taken back, or which comes next, for it to break.
  hint() {
    let from = this.moves.length;
    while (!this.ways.breakable(this.moves.slice(0, from))) from -= 1;
    if (from < this.moves.length) return { back: this.moves.length - from };
    const failing = this.ways.left(this.moves).filter(({ way }) => way.failed);
    failing.sort((one, other) => one.way.order.length - other.way.order.length);
    const { way, done } = failing[0];
    return { move: way.order.find((each) => this.ways.ready(way, done).includes(each)) };
  }

  // Which step a load read from, after so many steps; and if there is a newer one.
  read(move, at = this.moves.length) {
    const { loads, reads } = this.data.moves[move];
    if (loads === undefined || reads === undefined) return { from: 0, old: false };
    return {
      from: this.moves.lastIndexOf(reads, at - 1) + 1,
      old: this.writer(loads, at) !== reads,
    };
  }

  writer(name, until) {
    for (let at = until - 1; at >= 0; at -= 1) {
      const changes = this.data.moves[this.moves[at]].memory || [];
      if (changes.some(([changed]) => changed === name)) return this.moves[at];
    }
    return null;
  }

  // A move in words, after so many steps.
  told(move, at) {
    const { from, old } = this.read(move, at);
    const parts = [from && `from step ${from}`, old && "an older value"].filter(Boolean);
    return `${this.text(move)}${parts.length ? `, ${parts.join(" ")}` : ""}`;
  }

  // Why a thread cannot go on.
  waits(thread) {
    for (const { way, done } of this.ways.left(this.moves)) {
      const at = this.ways.next(way, done, thread);
      if (at < 0) continue;
      const text = this.text(way.order[at]);
      if (text.startsWith("join ")) return `waits for the end of ${text.slice(5)}`;
      if (text.startsWith("lock ")) return `waits for ${text.slice(5)}`;
      if (text.startsWith("wake up")) return "sleeps";
      return "waits";
    }
    return this.memory().has(`${this.name(thread)} asleep on`) ? "sleeps" : "has ended";
  }

  memory() {
    const found = new Map(Object.entries(this.data.initial));
    for (const move of this.moves) {
      for (const [name, value] of this.data.moves[move].memory || []) {
        if (value === null) found.delete(name);
        else found.set(name, value);
      }
    }
    return found;
  }
};
