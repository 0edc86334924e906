// SPDX-License-Identifier: MIT
// Plays an execution. The table is there without this; here it gets a row in hand,
// an arrow from a load to the store that it read, and what memory holds.
"use strict";

(() => {
  const { SVG, path, drawArrow } = globalThis.locksmithArrow;
  const PAUSE = 1400; // milliseconds a step, while it plays
  const SHAPES = {
    first: "M2 2h2v12H2zM14 2v12L5 8z",
    back: "M12 2v12L3 8z",
    next: "M4 2v12l9-6z",
    last: "M2 2v12l9-6zM12 2h2v12h-2z",
  };

  class Execution extends HTMLElement {
    connectedCallback() {
      if (this.rows) return;
      this.rows = [...this.querySelectorAll(".steps > tbody > tr")];
      this.frame = this.querySelector(".frame");
      this.at = 0;
      this.draw();
      this.listen();
      this.show(0);
    }

    draw() {
      this.arrow = document.createElementNS(SVG, "svg");
      this.arrow.setAttribute("class", "reads");
      this.arrow.setAttribute("aria-hidden", "true");
      this.frame.append(this.arrow);

      const player = element("div", "player");
      this.memory = element("ul", "memory");
      this.memory.setAttribute("aria-label", "Memory");
      const controls = element("div", "controls");
      this.first = button("first", "First step", () => this.go(0));
      this.back = button("back", "Step back", () => this.go(this.at - 1));
      this.playing = element("button", "wide");
      this.playing.type = "button";
      this.playing.textContent = "Play";
      this.playing.addEventListener("click", () => this.play());
      this.next = button("next", "Step on", () => this.go(this.at + 1));
      this.last = button("last", "What went wrong", () => this.go(this.rows.length - 1));
      this.slider = element("input", "");
      Object.assign(this.slider, { type: "range", min: 1, max: this.rows.length, value: 1 });
      this.slider.setAttribute("aria-label", "Step");
      this.place = element("span", "place");
      this.said = element("p", "said");
      controls.append(
        this.first, this.back, this.next, this.last, this.playing, this.slider, this.place,
      );
      player.append(this.memory, controls, this.said);
      this.querySelector("figure").append(player);
    }

    listen() {
      this.slider.addEventListener("input", () => this.go(Number(this.slider.value) - 1));
      this.frame.addEventListener("click", (event) => {
        const row = event.target.closest("tr");
        const at = this.rows.indexOf(row);
        if (at >= 0 && !event.target.closest("a")) this.go(at);
      });
      window.addEventListener("resize", () => this.point());
      window.addEventListener("hashchange", () => this.follow());
      this.follow();
    }

    // A link of the page leads to one of the steps.
    follow() {
      const at = this.rows.findIndex((row) => row.id && `#${row.id}` === location.hash);
      if (at >= 0) this.go(at);
    }

    play() {
      if (this.timer) return this.stop();
      if (this.at === this.rows.length - 1) this.go(0);
      this.playing.textContent = "Pause";
      this.timer = setInterval(() => {
        this.step(this.at + 1);
        if (this.at === this.rows.length - 1) this.stop();
      }, PAUSE);
    }

    stop() {
      clearInterval(this.timer);
      this.timer = null;
      this.playing.textContent = "Play";
    }

    go(to) {
      this.stop();
      this.step(to);
    }

    step(to) {
      this.touched = true;
      // Who moves the slider hears the step from it.
      const sliding = document.activeElement === this.slider;
      this.said.setAttribute("aria-live", sliding ? "off" : "polite");
      this.show(Math.max(0, Math.min(to, this.rows.length - 1)));
      this.rows[this.at].scrollIntoView({ block: "nearest" });
    }

    show(at) {
      this.at = at;
      const row = this.rows[at];
      for (const each of this.rows) each.classList.toggle("now", each === row);
      this.slider.value = at + 1;
      this.first.disabled = this.back.disabled = at === 0;
      this.next.disabled = this.last.disabled = at === this.rows.length - 1;
      this.place.textContent = `${at + 1} of ${this.rows.length}`;
      const text = this.words(row);
      this.said.textContent = text;
      this.slider.setAttribute("aria-valuetext", text);
      this.remember();
      this.light(row);
      this.point();
    }

    words(row) {
      if (row.matches(".verdict")) return row.cells[1].textContent.trim();
      const cell = row.querySelector("td[data-thread]");
      const parts = [...cell.children].filter((part) => !part.matches(".line"));
      const text = parts.map((part) => part.textContent).join(", ");
      return `${row.cells[0].textContent} · ${cell.dataset.thread}: ${text}`;
    }

    // What memory holds once this step is done.
    remember() {
      const now = this.state(this.at);
      const before = this.state(this.at - 1);
      this.memory.replaceChildren(...[...now].map(([name, value]) => {
        const item = element("li", name === "asleep" ? "asleep" : "");
        item.textContent = `${name} ${value}`;
        if (before.get(name) !== value && this.at > 0) item.classList.add("changed");
        return item;
      }));
    }

    // Each row tells what it changes; what is gone has no value.
    state(at) {
      const held = new Map();
      for (const row of this.rows.slice(0, at + 1)) {
        for (const pair of (row.dataset.state || "").split("|").filter(Boolean)) {
          const cut = pair.lastIndexOf("=");
          const name = pair.slice(0, cut);
          if (cut === pair.length - 1) held.delete(name);
          else held.set(name, pair.slice(cut + 1));
        }
      }
      return held;
    }

    // The step's line, in a listing on this page.
    light(row) {
      for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
      const line = this.touched && document.getElementById(row.dataset.line || "");
      if (line) line.classList.add("lit");
    }

    point() {
      const row = this.rows[this.at];
      const store = this.touched && this.rows[Number(row.dataset.from) - 1];
      for (const each of this.rows) each.classList.toggle("read", each === store);
      this.arrow.replaceChildren();
      if (!store) return;
      this.arrow.classList.toggle("old", Boolean(row.querySelector(".stale")));
      drawArrow(this.arrow, this.frame.querySelector("table"), row, store);
    }
  }

  function element(name, classes) {
    const made = document.createElement(name);
    made.className = classes;
    return made;
  }

  function button(shape, label, action) {
    const made = element("button", "");
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.title = label;
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.append(path(SHAPES[shape], ""));
    made.append(svg);
    made.addEventListener("click", action);
    return made;
  }

  customElements.define("locksmith-execution", Execution);
})();
