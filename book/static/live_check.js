// SPDX-License-Identifier: MIT
// On an exercise's page: the reader's answer, to be edited and checked, and what
// came of it.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const path = `/api/exercises/${live.exercise}`;
  let state = null; // what the server has
  let panel = null;
  let more = null; // hints and solution

  const section = document.getElementById("how-to-check-it");
  if (section) begin();

  async function begin() {
    panel = new live.Panel("Your answer", "", [
      ["Check", () => (panel.stop ? panel.stop() : check())],
      ["Edit", () => panel.edit().then(() => panel.say("Ctrl-Enter checks it."))],
      ["Begin anew", reset],
    ]);
    panel.enable(false);
    panel.changed = changed;
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
    panel.set(state.text);
    panel.show();
    more = live.hints(path, state.standing);
    panel.enable(true);
    panel.say(state.standing.passed ? "This answer has passed." : "");
    document.addEventListener("visibilitychange", look);
  }

  function changed() {
    const same = panel.text() === state.text;
    live.unsaved[same ? "delete" : "add"](panel);
  }

  // Somebody may have worked on it elsewhere meanwhile.
  async function look() {
    if (document.hidden || panel.stop) return;
    const now = await live.ask(path).catch(() => state);
    more.show(now.standing);
    live.showProgress();
    if (now.version === state.version || live.unsaved.has(panel)) return;
    state = now;
    panel.set(now.text);
    panel.say("The file was changed elsewhere; this is its text now.");
  }

  function check() {
    return panel.busy("Checking", async (signal) => {
      const text = panel.text();
      const verdict = await live.ask(`${path}/check`, { text, base: state.version }, signal);
      state = { ...state, text, version: verdict.saved.version, standing: verdict.standing };
      changed();
      live.showVerdict(panel, verdict, state, more);
      more.show(state.standing);
      live.showProgress();
    });
  }

  async function reset() {
    if (!window.confirm("Begin anew? Your answer is kept under another name.")) return;
    try {
      state = await live.ask(`${path}/reset`, {});
      panel.set(state.text);
      panel.clear();
      changed();
      more.show(state.standing);
      panel.say(state.kept ? `Your answer is kept as ${state.kept}.` : "There was no answer yet.");
      live.showProgress();
    } catch (problem) {
      panel.say(problem.message);
    }
  }
})();
