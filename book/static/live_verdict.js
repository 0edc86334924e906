// SPDX-License-Identifier: MIT
// What a check came to, under the answer: errors of the compiler, the test that
// fails and its execution, or the way to the solution.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const SENTENCES = {
    passed: "It passes.",
    "does not compile": "It does not compile.",
    failed: "It fails.",
    "does not end": "It does not end.",
    crashed: "It crashes.",
  };

  live.showVerdict = (panel, verdict, state, more) => {
    panel.clear();
    const parts = [];
    if (verdict.how === "passed") {
      parts.push(success(verdict, more));
    } else if (verdict.errors.length) {
      parts.push(...failures(panel, verdict.errors));
    } else {
      if (verdict.test) parts.push(test(verdict.test));
      if (verdict.reason) parts.push(live.element("p", "", verdict.reason));
      if (verdict.threads) {
        parts.push(live.element("p", "", `When it was stopped: ${verdict.threads}.`));
      }
    }
    if (verdict.result?.failure) {
      parts.push(live.execution(verdict.result, `/${state.file.split("/").pop()}`,
        state.text.split("\n"), (line) => panel.go(line, 1)));
    }
    if (verdict.saved.kept) {
      parts.push(live.element("p", "live-note",
        `The file had been changed elsewhere; that text is kept as ${verdict.saved.kept}.`));
    }
    panel.result.replaceChildren(...parts);
    const sentence = SENTENCES[verdict.how];
    panel.say(sentence ? `${sentence} (${verdict.seconds.toFixed(1)} s)` : "It was not judged.");
  };

  function success(verdict, more) {
    const text = live.element("p", "live-passed",
      `All ${verdict.passed} tests pass, in every execution. `);
    const button = live.element("button", "live-place", "The solution and its reasons");
    button.type = "button";
    button.addEventListener("click", () => more.open());
    text.append(button);
    return text;
  }

  // An error elsewhere leads to the line of the answer that caused it, if the
  // compiler says which.
  function failures(panel, errors) {
    return panel.diagnostics(errors.map((each) => ({ ...each, severity: 3 })), (each) => {
      const source = each.source.join("\n");
      const more = each.file ? [` (in ${each.file}, line ${each.there})`] : [];
      if (source) {
        const pre = live.element("pre", "", source);
        pre.tabIndex = 0;
        pre.setAttribute("role", "region");
        pre.setAttribute("aria-label", "The compiler's excerpt");
        more.push(pre);
      }
      return more;
    });
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
})();
