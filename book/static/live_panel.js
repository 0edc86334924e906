// SPDX-License-Identifier: MIT
// The panel that listings and exercises are worked in: an editor, buttons, a line
// that says what happens, and what came of it.
"use strict";

(() => {
  const live = globalThis.locksmithLive;

  live.element = (name, classes, text) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // `actions`: [label, function] each; the first is what Ctrl-Enter does.
  live.Panel = class {
    constructor(title, actions) {
      this.element = live.element("section", "live-panel");
      this.element.setAttribute("aria-label", title);
      this.title = title;
      this.place = live.element("div", "live-editor");
      this.bar = live.element("div", "live-bar");
      this.said = live.element("span", "live-said");
      this.said.setAttribute("role", "status");
      this.result = live.element("div", "live-result");
      this.buttons = actions.map(([label, action]) => {
        const button = live.element("button", "", label);
        button.type = "button";
        button.addEventListener("click", action);
        return button;
      });
      this.first = actions[0][1];
      this.bar.append(...this.buttons, this.said);
      // The page's own keys, as / for the search, are the text's in here.
      this.place.addEventListener("keydown", (event) => event.stopPropagation());
      this.element.append(this.place, this.bar, this.result);
    }

    async edit(text, changed) {
      this.editor = await live.makeEditor(this.title, text, changed, () => this.first());
      this.place.replaceChildren(this.editor.element);
      const note = live.editorNote();
      if (note) this.place.append(live.element("p", "live-note", note));
    }

    enable(yes) { for (const each of this.buttons) each.disabled = !yes; }

    say(text) { this.said.textContent = text; }

    // While something is done, the first button stops it.
    async busy(label, work) {
      if (this.stop) return;
      const button = this.buttons[0];
      const before = button.textContent;
      const control = new AbortController();
      const clock = Date.now();
      this.stop = () => control.abort();
      button.textContent = "Stop";
      this.say(`${label} …`);
      const tick = setInterval(() => {
        this.said.textContent = `${label} … ${Math.round((Date.now() - clock) / 1000)} s`;
      }, 5000);
      try {
        await work(control.signal);
      } catch (problem) {
        this.say(problem.name === "AbortError" ? "Stopped." : problem.message);
      } finally {
        clearInterval(tick);
        button.textContent = before;
        this.stop = null;
      }
    }

    // A line of output that leads to a line of the text.
    placeLink(line, column, text) {
      const button = live.element("button", "live-place", text);
      button.type = "button";
      button.addEventListener("click", () => this.editor?.go(line, column));
      return button;
    }
  };

  live.output = (title, lines) => {
    const text = (lines || []).map((line) => line.text).join("\n");
    if (!text) return [];
    const pre = live.element("pre", "", text);
    pre.tabIndex = 0;
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", title);
    return [live.element("p", "live-title", title), pre];
  };
})();
