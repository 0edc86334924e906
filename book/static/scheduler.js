// SPDX-License-Identifier: MIT
// The reader is the scheduler: picks who goes on, and what a load reads where it
// has a choice. A choice leaves those executions that fit it (schedule.js).
"use strict";

(() => {
  // Where a long line of code may be broken.
  const BREAK = /(?<=\(|::|\.(?=\w)|->)/;

  class Scheduler extends HTMLElement {
    connectedCallback() {
      if (this.schedule) return;
      this.data = JSON.parse(this.querySelector("script").textContent);
      this.schedule = new globalThis.locksmithSchedule(this.data);
      this.draw();
      this.show();
    }

    draw() {
      this.table = element("table", "steps");
      this.table.setAttribute("aria-labelledby", `${this.querySelector("figure").id}-title`);
      const head = element("tr", "");
      head.append(element("th", "", "step"),
        ...this.data.threads.map((name, at) => element("th", `at-${at % 4}`, name)));
      for (const each of head.cells) each.scope = "col";
      this.table.append(element("thead", ""), element("tbody", ""));
      this.table.tHead.append(head);

      this.memory = element("ul", "memory");
      this.memory.setAttribute("aria-label", "Memory");
      this.undo = button("Undo", () => this.back());
      this.again = button("Start again", () => this.restart());
      this.help = button("Hint", () => this.hint());
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

    restart() {
      this.schedule.begin();
      this.show();
      this.say("From the start.");
      this.focusOn(0);
    }

    back() {
      const thread = this.schedule.undo();
      this.show();
      this.say("Taken back.");
      this.focusOn(thread);
    }

    choose(move) {
      const { schedule } = this;
      const at = schedule.moves.length;
      schedule.make(move);
      this.show();
      const thread = schedule.thread(move);
      this.say(`${at + 1} · ${schedule.name(thread)}: ${schedule.told(move, at)}.`);
      this.focusOn(thread);
    }

    hint() {
      const { schedule } = this;
      const { back, move } = schedule.hint();
      if (back) {
        this.said.textContent = `Hint: it was lost in step ${schedule.moves.length - back + 1}. `
          + `Undo ${back === 1 ? "it" : `${back} steps`}.`;
        this.undo.focus();
        return;
      }
      this.said.textContent = `Hint: ${schedule.name(schedule.thread(move))}: ${schedule.told(move)}.`;
      const offered = this.table.querySelector(`button[data-move="${move}"]`);
      offered.classList.add("hinted");
      offered.focus();
    }

    show() {
      const { schedule } = this;
      const choices = schedule.choices();
      this.end = choices.length === 0;
      this.failed = this.end && schedule.failed();
      this.table.tBodies[0].replaceChildren(
        ...schedule.moves.map((move, at) => this.row(move, at)),
        this.end ? this.last() : this.question(choices),
      );
      this.undo.disabled = this.again.disabled = !schedule.begun;
      this.help.disabled = Boolean(this.failed);
      this.memory.replaceChildren(...[...schedule.memory()].map(([name, value]) =>
        element("li", name.endsWith(" asleep on") ? "asleep" : "", `${name} ${value}`)));
      this.light();
      this.said.textContent = this.state();
    }

    row(move, at) {
      const thread = this.schedule.thread(move);
      const row = element("tr", "");
      row.append(heading(String(at + 1)), ...this.data.threads.map((name, index) =>
        (index === thread ? column(name, index) : element("td", ""))));
      row.cells[thread + 1].append(...this.operation(move, at));
      return row;
    }

    // What a move does, which store it reads, and its line of code.
    operation(move, at) {
      const { from, old } = this.schedule.read(move, at);
      const line = element("span", "line");
      const code = element("code", "");
      for (const part of this.schedule.line(move)[0].split(BREAK)) {
        code.append(part, element("wbr", ""));
      }
      line.append(code);
      return [
        element("span", "operation", this.schedule.text(move)),
        ...(from ? [" ", element("span", "remark", `from step ${from}`)] : []),
        ...(old ? [" ", element("span", "stale", "an older value")] : []),
        line,
      ];
    }

    question(choices) {
      const { schedule } = this;
      const row = element("tr", "choose");
      row.append(heading("next"));
      this.data.threads.forEach((name, thread) => {
        const here = column(name, thread);
        const own = choices.filter((move) => schedule.thread(move) === thread);
        here.append(...own.map((move) => this.offer(move, name)));
        if (own.length === 0) here.append(element("span", "remark", schedule.waits(thread)));
        row.append(here);
      });
      return row;
    }

    offer(move, name) {
      const made = button("", () => this.choose(move));
      made.dataset.move = move;
      made.append(...this.operation(move));
      made.setAttribute("aria-label", `${name}: ${this.schedule.told(move)}`);
      return made;
    }

    last() {
      const row = element("tr", this.failed ? "verdict" : "well");
      const text = element("td", "", this.state());
      text.colSpan = this.data.threads.length;
      row.append(heading(this.failed ? "✗" : "✓"), text);
      return row;
    }

    state() {
      if (this.failed) return `It broke: ${this.failed.sentence}.`;
      if (this.end) return "It ended well. Undo, or start again.";
      if (this.schedule.breakable()) return "Choose who goes on.";
      return "From here on it cannot break any more. Undo, or see how it ends.";
    }

    say(what) { this.said.textContent = `${what} ${this.state()}`; }

    focusOn(thread) {
      const own = this.table.querySelector(`.choose td:nth-child(${thread + 2}) button`);
      (own || this.table.querySelector(".choose button") || this.undo).focus({ preventScroll: true });
      this.table.tBodies[0].lastElementChild.scrollIntoView({ block: "nearest" });
    }

    // The line of the last step, in a listing on this page.
    light() {
      for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
      if (!this.schedule.begun) return;
      const anchor = this.schedule.line(this.schedule.moves.at(-1))[1];
      if (anchor) document.getElementById(anchor)?.classList.add("lit");
    }
  }

  function element(name, classes, text = "") {
    const made = document.createElement(name);
    made.className = classes;
    made.textContent = text;
    return made;
  }

  function button(text, action) {
    const made = element("button", "wide", text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  function heading(text) {
    const made = element("th", "", text);
    made.scope = "row";
    return made;
  }

  function column(name, index) {
    const made = element("td", `at-${index % 4}`);
    made.dataset.thread = name;
    return made;
  }

  customElements.define("locksmith-schedule", Scheduler);
})();
