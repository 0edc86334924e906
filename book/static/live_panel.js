// SPDX-License-Identifier: MIT
// The panel that listings and exercises are worked in: a text, which becomes an
// editor, buttons, a line that says what happens, and what came of it.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const SEVERITIES = ["", "info", "warning", "error"];

  // `actions`: [label, function] each; the first is what Ctrl-Enter does.
  live.Panel = class {
    constructor(title, text, actions) {
      this.element = live.element("section", "live-panel");
      this.element.setAttribute("aria-label", title);
      this.title = title;
      this.written = text;
      this.marks = [];
      this.changed = () => {};
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

    // The text to be read, until somebody edits it.
    show() {
      this.view = live.element("pre", "live-view", this.written);
      this.view.tabIndex = 0;
      this.view.setAttribute("role", "region");
      this.view.setAttribute("aria-label", this.title);
      this.place.replaceChildren(this.view);
    }

    // Loads the editor, the first time.
    async edit() {
      this.making ||= live.makeEditor(this.title, this.written, () => this.changed(),
        () => this.first());
      const editor = await this.making;
      if (!this.editor) {
        this.editor = editor;
        if (editor.text() !== this.written) editor.set(this.written);
        this.place.replaceChildren(editor.element);
        if (editor.note) this.place.append(live.element("p", "live-note", editor.note));
        editor.mark(this.marks);
      }
      editor.focus();
    }

    text() { return this.editor ? this.editor.text() : this.written; }

    set(text) {
      this.written = text;
      this.editor?.set(text);
      if (this.view) this.view.textContent = text;
    }

    clear() {
      this.mark([]);
      this.result.replaceChildren();
    }

    mark(list) {
      this.marks = list;
      this.editor?.mark(list);
    }

    async go(line, column) {
      await this.edit();
      this.editor.go(line, column);
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

    // Marks them in the text, and lists warnings and errors: each leads to its
    // line. `rest` is what is known of one besides.
    diagnostics(all, rest = () => []) {
      this.mark(all.filter((each) => each.line).map((each) => (
        { ...each, severity: SEVERITIES[each.severity] || "error" })));
      const list = live.element("ul", "live-places");
      for (const each of all.filter(({ severity }) => severity > 1)) {
        const item = live.element("li", SEVERITIES[each.severity]);
        if (each.line) item.append(this.link(each.line, each.column), ": ");
        item.append(`${SEVERITIES[each.severity]}: ${each.message}`, ...rest(each));
        list.append(item);
      }
      return list.children.length ? [list] : [];
    }

    link(line, column) {
      const button = live.element("button", "live-place", `line ${line}`);
      button.type = "button";
      button.addEventListener("click", () => this.go(line, column));
      return button;
    }
  };
})();
