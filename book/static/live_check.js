// SPDX-License-Identifier: MIT
// On an exercise's page: an editor with the reader's answer, the verdict over it,
// and the execution that breaks it. Elsewhere: which exercises are done.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  if (!live.token) return;
  const PASSED = "passed";
  const path = `/api/exercises/${live.exercise}`;
  let state = null; // what the server has
  let panel = null;

  showProgress();
  if (live.exercise) begin();

  async function begin() {
    const section = document.getElementById("how-to-check-it");
    if (!section) return;
    panel = new live.Panel("Your answer", [
      ["Check", () => (panel.stop ? panel.stop() : check())],
      ["Begin anew", reset],
    ]);
    panel.enable(false);
    const head = live.element("h3", "live-head", "Your answer");
    const where = live.element("p", "live-note");
    section.querySelector("h2").after(head, where, panel.element);
    try {
      state = await live.ask(path);
    } catch (problem) {
      return panel.say(problem.message);
    }
    where.append("It is ", live.element("code", "", state.file),
      ", which the command line checks too.");
    await panel.edit(state.text, changed);
    panel.enable(true);
    panel.say(state.standing.passed ? "This answer has passed." : "Ctrl-Enter checks it.");
    document.addEventListener("visibilitychange", look);
  }

  function changed() {
    const same = panel.editor.text() === state.text;
    live.unsaved[same ? "delete" : "add"](panel);
  }

  // Somebody may have saved the file elsewhere meanwhile.
  async function look() {
    if (document.hidden || panel.stop || live.unsaved.has(panel)) return;
    const now = await live.ask(path).catch(() => state);
    if (now.version === state.version) return;
    state = now;
    panel.editor.set(now.text);
    panel.say("The file was changed elsewhere; this is its text now.");
  }

  function check() {
    return panel.busy("Checking", async (signal) => {
      const text = panel.editor.text();
      const verdict = await live.ask(`${path}/check`, { text, base: state.version }, signal);
      state = { ...state, text, version: verdict.saved.version, standing: verdict.standing };
      changed();
      show(verdict, text);
      showProgress();
    });
  }

  async function reset() {
    if (!window.confirm("Begin anew? Your answer is kept under another name.")) return;
    try {
      state = await live.ask(`${path}/reset`, {});
      panel.editor.set(state.text);
      panel.editor.mark([]);
      panel.result.replaceChildren();
      panel.say(`Your answer is kept as ${state.kept}.`);
      showProgress();
    } catch (problem) {
      panel.say(problem.message);
    }
  }

  function show(verdict, text) {
    panel.editor.mark([]);
    const parts = [];
    const add = (...all) => parts.push(...all.filter(Boolean));
    if (verdict.how === PASSED) {
      add(success(verdict));
    } else if (verdict.error) {
      add(failure(verdict.error));
    } else {
      if (verdict.test) add(test(verdict.test));
      if (verdict.reason) add(live.element("p", "", verdict.reason));
      if (verdict.threads) add(live.element("p", "", `When it was stopped: ${verdict.threads}.`));
    }
    if (verdict.result?.failure) {
      add(live.execution(verdict.result, `/${state.file.split("/").pop()}`, text.split("\n"),
        (line) => panel.editor.go(line, 1)));
    }
    if (verdict.saved.kept) {
      add(live.element("p", "live-note",
        `The file had been changed elsewhere; that text is kept as ${verdict.saved.kept}.`));
    }
    panel.result.replaceChildren(...parts);
    const sentence = {
      passed: "It passes.",
      "does not compile": "It does not compile.",
      failed: "It fails.",
      "does not end": "It does not end.",
      crashed: "It crashes.",
    }[verdict.how];
    panel.say(sentence ? `${sentence} (${verdict.seconds.toFixed(1)} s)` : "It was not judged.");
  }

  function success(verdict) {
    const text = live.element("p", "live-passed",
      `All ${verdict.passed} tests pass, in every execution. `);
    const link = document.querySelector('#hints > p > a, a[href*="solutions/"]');
    if (link) {
      const solution = live.element("a", "", "The solution and its reasons");
      solution.href = link.href;
      text.append(solution);
    }
    return text;
  }

  function failure(error) {
    const own = error.file.endsWith(state.file.split("/").pop());
    const line = own ? error.line : Number(error.from.split(":")[1]) || 0;
    const text = live.element("p", "live-failed");
    if (line) {
      panel.editor.mark([{ line, column: own ? error.column : 1, severity: "error",
        message: error.message }]);
      text.append(panel.placeLink(line, error.column, `line ${line}`), ": ");
    }
    text.append(`${own || !error.file ? "" : `${error.file}:${error.line}: `}${error.message}`);
    if (!error.source.length) return text;
    const both = live.element("div");
    both.append(text, ...live.output("The compiler", error.source.map((each) => ({ text: each }))));
    return both;
  }

  function test({ name, message }) {
    const both = live.element("div", "live-failed");
    both.append(live.element("p", "", `${name} fails.`));
    const more = live.element("details");
    more.append(live.element("summary", "", "What the test says"),
      ...live.output("The test", [{ text: message }]));
    both.append(more);
    return both;
  }

  // In the contents and on the cards of exercises.
  async function showProgress() {
    const found = await live.ask("/api/progress").catch(() => null);
    if (!found) return;
    for (const link of document.querySelectorAll('.sidebar-tree a, .exercise-card a')) {
      const name = live.exercise && link.getAttribute("href") === "#" ? live.exercise
        : new URL(link.href, location).pathname.match(/^\/exercises\/(.*)\.html$/)?.[1];
      link.querySelector(".live-done")?.remove();
      if (name && found.exercises[name]?.passed) {
        link.append(live.element("span", "live-done", " ✓ done"));
      }
    }
  }
})();
