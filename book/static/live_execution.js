// SPDX-License-Identifier: MIT
// A failing execution, as the checker's JSON has it, as a table that the player of
// executions plays. Its lines lead to the text in the editor.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const QUEUE = /^(wait|wake|notify)/;
  let made = 0;

  // `file` is the answer's name and `lines` its text; `go` is called with the
  // number of one.
  live.execution = (result, file, lines, go) => {
    made += 1;
    const { kind, sentence, execution } = result.failure;
    const name = `live-execution-${made}`;
    const figure = live.element("figure", "execution");
    const caption = live.element("figcaption");
    caption.id = `${name}-title`;
    caption.append(live.element("span", "caption-text", "How it breaks"), " ",
      live.element("span", "kind", kind));
    const frame = live.element("div", "frame");
    frame.append(table(execution, sentence, name, { file, lines, go }));
    if (execution.notes.length) {
      const notes = live.element("ul", "notes");
      notes.append(...execution.notes.map((note) => live.element("li", "", note)));
      frame.append(notes);
    }
    figure.append(caption, frame);
    const player = live.element("locksmith-execution");
    player.append(figure);
    return player;
  };

  function table(execution, sentence, name, source) {
    const all = live.element("table", "steps");
    all.setAttribute("aria-labelledby", `${name}-title`);
    const head = all.createTHead().insertRow();
    head.append(cell("th", "", "step"), ...execution.threads.map((thread, k) =>
      cell("th", `at-${k % 4}`, thread)));
    for (const each of head.cells) each.scope = "col";
    const body = all.createTBody();
    const states = memory(execution);
    const before = []; // the line that each thread was at
    execution.steps.forEach((step, index) => {
      const row = body.insertRow();
      row.id = `${name}-${index + 1}`;
      row.classList.toggle("culprit", step.culprit);
      if (step.reads_from !== null && step.value) row.dataset.from = step.reads_from + 1;
      row.dataset.state = states[index];
      row.append(number(index + 1), ...execution.threads.map((thread, k) =>
        (k === step.thread ? operation(step, thread, name, source, before) : cell("td"))));
    });
    const end = body.insertRow();
    end.className = "verdict";
    end.id = `${name}-end`;
    const mark = live.element("span", "", "✗");
    mark.setAttribute("aria-label", "the end");
    const last = cell("td", "", sentence);
    last.colSpan = execution.threads.length;
    end.append(number(""), last);
    end.cells[0].append(mark);
    return all;
  }

  function cell(name, classes, text) { return live.element(name, classes, text); }

  function number(text) {
    const head = cell("th", "", String(text));
    head.scope = "row";
    return head;
  }

  function operation(step, thread, name, source, before) {
    const at = cell("td", `at-${step.thread % 4}`);
    at.dataset.thread = thread;
    at.append(live.element("span", "operation", words(step)));
    const remark = (text, index, classes) => {
      const span = live.element("span", classes, text);
      const link = live.element("a", "", `step ${index + 1}`);
      link.href = `#${name}-${index + 1}`;
      span.append(link);
      at.append(" ", span);
    };
    if (step.reads_from !== null && step.value) remark("from ", step.reads_from, "remark");
    if (step.newer !== null) remark("an older value; newer: ", step.newer, "stale");
    if (step.note) at.append(" ", live.element("span", "remark", step.note));
    const place = [...step.stack, step.place].find((each) => each.file.endsWith(source.file));
    const code = place && source.lines[place.line - 1]?.trim();
    if (code && code !== "}" && before[step.thread] !== place.line) {
      const line = live.element("button", "line live-line");
      line.type = "button";
      line.append(live.element("code", "", code));
      line.addEventListener("click", (event) => {
        event.stopPropagation();
        source.go(place.line);
      });
      at.append(line);
      before[step.thread] = place.line;
    }
    return at;
  }

  function words(step) {
    const sign = { store: " = ", load: " → " }[step.operation] || ": ";
    const value = step.value && sign + step.value.replaceAll("->", "→");
    const order = step.order && ` (${step.order})`;
    return `${step.operation} ${step.location}`.trim() + value + order;
  }

  // What memory holds after each step.
  function memory(execution) {
    const now = new Map();
    const asleep = new Set();
    return execution.steps.map((step) => {
      const thread = execution.threads[step.thread];
      if (step.operation === "wait") asleep.add(thread);
      if (step.operation === "wake up") asleep.delete(thread);
      if (step.modification && step.value && !QUEUE.test(step.operation)) {
        now.set(step.location, step.value.replace(/^.*-> */, ""));
      }
      const parts = [...now].map(([place, value]) => `${place}=${value}`);
      if (asleep.size) parts.push(`asleep=${[...asleep].join(", ")}`);
      return parts.join("|");
    });
  }
})();
