// SPDX-License-Identifier: MIT
// A failing execution, as the checker's JSON has it, as a table that the player of
// executions plays. Its lines lead to the text in the editor.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const WAKES = ["wake", "notify_one", "notify_all"];
  let made = 0;

  // `file` is the answer's name and `lines` its text; `go` is called with the
  // number of one.
  live.execution = (result, file, lines, go) => {
    made += 1;
    const { kind, sentence } = result.failure;
    const execution = named(result.failure.execution);
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
      row.dataset.state = changed(states[index - 1]?.state, states[index].state);
      row.append(number(index + 1), ...execution.threads.map((thread, k) =>
        (k !== step.thread ? cell("td")
          : operation(step, thread, name, source, before, states[index].unheard))));
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

  function operation(step, thread, name, source, before, unheard) {
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
    if (step.reads_from !== null && step.operation === "wake up" && !blocked(step)) {
      remark("by ", step.reads_from, "remark");
    }
    if (unheard) at.append(" ", live.element("span", "remark", "nobody sleeps there"));
    if (step.newer !== null) remark("an older value; newer: ", step.newer, "stale");
    if (step.note && !blocked(step) && step.newer === null) {
      at.append(" ", live.element("span", "remark", step.note));
    }
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

  // The server knows what the code calls them.
  function named(execution) {
    const names = execution.names || {};
    return { ...execution, steps: execution.steps.map((step) => (
      { ...step, location: names[step.location] || step.location })) };
  }

  function blocked(step) { return step.note.includes("waits here"); }

  // Who sleeps does so on a word or a condition variable, which the checker keeps
  // apart from what the word holds.
  function words(step) {
    const { operation, location } = step;
    const value = step.value.replaceAll("->", "→");
    const told = {
      wait: `go to sleep on ${location}`,
      "wake up": blocked(step) ? "never woken" : "wake up",
      wake: `wake sleepers on ${location}`,
      "futex compare": `the kernel compares ${location}${value && `: ${value}`}`,
      "late by now": "see on the clock that it is late",
      "time is up": "the time is up",
      "spurious wake-up": "wake up for nothing",
      free: "free the object",
      allocate: "make the object",
    }[operation];
    const sign = { store: " = ", load: " → " }[operation] || ": ";
    const plain = `${operation} ${location}`.trim() + (value && sign + value);
    return (told || plain) + (step.order && ` (${step.order})`);
  }

  // After each step: what memory holds, who has which lock, who sleeps; and, of a
  // wake-up that nobody hears, that it is one.
  function memory(execution) {
    const values = new Map();
    const ranks = new Map();
    const held = new Map();
    const asleep = new Map();
    return execution.steps.map((step) => {
      const { operation, location } = step;
      const who = execution.threads[step.thread];
      const unheard = WAKES.includes(operation) && ![...asleep.values()].includes(location);
      if (operation === "wait") asleep.set(who, location);
      else if (!blocked(step) && operation !== "unlock") asleep.delete(who);
      if (operation === "lock") held.set(location, `held by ${who}`);
      else if (operation === "unlock") held.delete(location);
      else if (step.value && location && !step.plain
        && step.modification >= (ranks.get(location) || 0)
        && (step.modification || !values.has(location))) {
        ranks.set(location, step.modification);
        values.set(location, step.value.replace(/^.*-> */, ""));
      }
      const state = new Map([...values, ...held]);
      if (asleep.size) state.set("asleep", [...asleep.keys()].join(", "));
      return { state, unheard };
    });
  }

  function changed(before = new Map(), now) {
    const gone = [...before.keys()].filter((name) => !now.has(name));
    const fresh = [...now].filter(([name, value]) => before.get(name) !== value);
    return [...gone.map((name) => [name, ""]), ...fresh].map((pair) => pair.join("=")).join("|");
  }
})();
