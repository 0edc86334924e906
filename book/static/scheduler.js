// SPDX-License-Identifier: MIT
// The reader is the scheduler: picks who goes on, and what a load reads where it
// has a choice. The page knows every execution; a choice leaves those that fit.
"use strict";

(() => {
  // Where a long line of code may be broken.
  const BREAK = /(?<=\(|::|\.(?=\w)|->)/;

  class Schedule extends HTMLElement {
    connectedCallback() {
      if (this.data) return;
      this.data = JSON.parse(this.querySelector("script").textContent);
      this.known = new globalThis.locksmithWays(this.data);
      this.history = [];
      this.draw();
      this.begin();
    }

    draw() {
      this.table = element("table", "steps");
      this.table.setAttribute("aria-labelledby", `${this.querySelector("figure").id}-title`);
      const head = element("tr", "");
      head.append(cell("th", "step", ""));
      this.data.threads.forEach((name, at) => head.append(cell("th", name, `at-${at % 4}`)));
      for (const each of head.cells) each.scope = "col";
      this.table.append(element("thead", ""), element("tbody", ""));
      this.table.tHead.append(head);

      this.memory = element("ul", "memory");
      this.memory.setAttribute("aria-label", "Memory");
      this.undo = this.button("Undo", () => this.back(this.history.length - 1));
      this.again = this.button("Start again", () => this.restart());
      this.help = this.button("Hint", () => this.hint());
      this.said = element("p", "said");
      this.said.setAttribute("role", "status");
      const controls = element("div", "controls");
      controls.append(this.undo, this.again, this.help);
      const player = element("div", "player");
      player.append(this.memory, controls, this.said);
      const frame = element("div", "frame");
      frame.append(this.table);
      const made = element("div", "scheduler");
      made.append(frame, player);
      this.querySelector(".goal").after(made);
      this.classList.add("live");
    }

    button(text, action) {
      const made = element("button", "wide", text);
      made.type = "button";
      made.addEventListener("click", action);
      return made;
    }

    // Threads are started without being asked for.
    begin() {
      this.history = [];
      for (let next = this.started(); next !== undefined; next = this.started()) {
        this.history.push(next);
      }
      this.first = this.history.length;
      this.show();
    }

    started() {
      const next = [...this.known.choices(this.history).keys()];
      const only = next.length === 1 && this.data.moves[next[0]].text.startsWith("create ");
      return only ? next[0] : undefined;
    }

    restart() {
      this.begin();
      this.say("From the start.");
      this.focusOn(0);
    }

    back(to) {
      const thread = this.data.moves[this.history[this.history.length - 1]].thread;
      this.history.length = Math.max(this.first, to);
      this.show();
      this.say("Taken back.");
      this.focusOn(thread);
    }

    choose(move) {
      this.history.push(move);
      this.show();
      this.say(this.told(this.history.length - 1));
      this.focusOn(this.data.moves[move].thread);
    }

    hint() {
      let from = this.history.length;
      while (!this.known.breakable(this.history.slice(0, from))) from -= 1;
      const back = this.history.length - from;
      if (back > 0) {
        this.said.textContent = `Hint: it was lost in step ${from + 1}. Undo ${back === 1 ? "it" : `${back} steps`}.`;
        this.undo.focus();
        return;
      }
      const failing = this.known.left(this.history).filter(({ way }) => way.failed);
      failing.sort((one, other) => one.way.order.length - other.way.order.length);
      const { way, done } = failing[0];
      const move = way.order.find((each) => this.known.ready(way, done).includes(each));
      const { thread } = this.data.moves[move];
      this.said.textContent = `Hint: ${this.data.threads[thread]}: ${this.choice(move)}.`;
      const button = this.table.querySelector(`button[data-move="${move}"]`);
      button.classList.add("hinted");
      button.focus();
    }

    show() {
      const body = this.table.tBodies[0];
      body.replaceChildren(...this.history.map((move, at) => this.row(move, at)));
      const choices = this.known.choices(this.history);
      this.end = choices.size === 0;
      this.verdict = this.end && this.known.left(this.history).find(({ way }) => way.failed);
      body.append(this.end ? this.last() : this.question([...choices.keys()]));
      this.undo.disabled = this.history.length <= this.first;
      this.again.disabled = this.undo.disabled;
      this.help.disabled = Boolean(this.verdict);
      this.remember();
      this.light();
      this.said.textContent = this.state();
    }

    row(move, at) {
      const { thread } = this.data.moves[move];
      const row = element("tr", "");
      row.append(cell("th", String(at + 1), ""));
      row.cells[0].scope = "row";
      this.data.threads.forEach((name, index) => row.append(this.empty(name, index, index === thread)));
      const here = row.cells[thread + 1];
      here.append(element("span", "operation", this.data.moves[move].text), ...this.remarks(move, at));
      here.append(this.code(move));
      return row;
    }

    empty(name, index, full) {
      const made = element("td", full ? `at-${index % 4}` : "");
      if (full) made.dataset.thread = name;
      return made;
    }

    code(move) {
      const [text] = this.data.lines[this.data.moves[move].line];
      const line = element("span", "line");
      const code = element("code", "");
      for (const part of text.split(BREAK)) code.append(part, element("wbr", ""));
      line.append(code);
      return line;
    }

    // Which store a load read, after so many steps.
    remarks(move, at) {
      const { loads, reads } = this.data.moves[move];
      if (loads === undefined || reads === undefined) return [];
      const store = this.history.lastIndexOf(reads, at - 1);
      const from = store < 0 ? [] : [" ", element("span", "remark", `from step ${store + 1}`)];
      const old = this.writer(loads, at) !== reads;
      return old ? [...from, " ", element("span", "stale", "an older value")] : from;
    }

    writer(name, until) {
      for (let at = until - 1; at >= 0; at -= 1) {
        const changes = this.data.moves[this.history[at]].memory || [];
        if (changes.some(([changed]) => changed === name)) return this.history[at];
      }
      return null;
    }

    question(choices) {
      const row = element("tr", "choose");
      row.append(cell("th", "next", ""));
      row.cells[0].scope = "row";
      this.data.threads.forEach((name, thread) => {
        const here = this.empty(name, thread, true);
        const own = choices.filter((move) => this.data.moves[move].thread === thread);
        for (const move of own) here.append(this.offer(move));
        if (own.length === 0) here.append(element("span", "remark", this.waits(thread)));
        row.append(here);
      });
      return row;
    }

    offer(move) {
      const made = this.button("", () => this.choose(move));
      made.dataset.move = move;
      made.append(element("span", "operation", this.data.moves[move].text));
      made.append(...this.remarks(move, this.history.length), this.code(move));
      const { thread } = this.data.moves[move];
      made.setAttribute("aria-label", `${this.data.threads[thread]}: ${this.choice(move)}`);
      return made;
    }

    choice(move) {
      const remarks = this.remarks(move, this.history.length).map((part) => part.textContent || part);
      return `${this.data.moves[move].text}${remarks.length ? `,${remarks.join("")}` : ""}`;
    }

    // Why a thread cannot go on.
    waits(thread) {
      for (const { way, done } of this.known.left(this.history)) {
        const at = this.known.next(way, done, thread);
        if (at < 0) continue;
        const { text } = this.data.moves[way.order[at]];
        if (text.startsWith("join ")) return `waits for the end of ${text.slice(5)}`;
        if (text.startsWith("lock ")) return `waits for ${text.slice(5)}`;
        if (text.startsWith("wake up")) return "sleeps";
        return "waits";
      }
      return this.contents().has(`${this.data.threads[thread]} asleep on`) ? "sleeps" : "has ended";
    }

    last() {
      const row = element("tr", this.verdict ? "verdict" : "well");
      const sign = cell("th", this.verdict ? "✗" : "✓", "");
      const text = cell("td", this.ending(), "");
      sign.scope = "row";
      text.colSpan = this.data.threads.length;
      row.append(sign, text);
      return row;
    }

    ending() {
      if (this.verdict) return `It broke: ${this.verdict.way.sentence}.`;
      return "It ended well. Undo, or start again.";
    }

    state() {
      if (this.end) return this.ending();
      if (this.known.breakable(this.history)) return "Choose who goes on.";
      return "From here on it cannot break any more. Undo, or see how it ends.";
    }

    told(at) {
      const { thread, text } = this.data.moves[this.history[at]];
      const remarks = this.remarks(this.history[at], at).map((part) => part.textContent || part);
      return `${at + 1} · ${this.data.threads[thread]}: ${text}${remarks.length ? `,${remarks.join("")}` : ""}.`;
    }

    say(what) {
      this.said.textContent = `${what} ${this.state()}`;
    }

    focusOn(thread) {
      const own = this.table.querySelector(`.choose td:nth-child(${thread + 2}) button`);
      (own || this.table.querySelector(".choose button") || this.undo).focus({ preventScroll: true });
      this.table.tBodies[0].lastElementChild.scrollIntoView({ block: "nearest" });
    }

    contents() {
      const found = new Map(Object.entries(this.data.initial));
      for (const move of this.history) {
        for (const [name, value] of this.data.moves[move].memory || []) {
          if (value === null) found.delete(name);
          else found.set(name, value);
        }
      }
      return found;
    }

    remember() {
      this.memory.replaceChildren(...[...this.contents()].map(([name, value]) =>
        element("li", name.endsWith(" asleep on") ? "asleep" : "", `${name} ${value}`)));
    }

    // The line of the last step, in a listing on this page.
    light() {
      for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
      const last = this.history.length > this.first ? this.history[this.history.length - 1] : null;
      const anchor = last === null ? "" : this.data.lines[this.data.moves[last].line][1];
      const line = anchor && document.getElementById(anchor);
      if (line) line.classList.add("lit");
    }
  }

  function element(name, classes, text = "") {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.textContent = text;
    return made;
  }

  function cell(name, text, classes) {
    return element(name, classes, text);
  }

  customElements.define("locksmith-schedule", Schedule);
})();
