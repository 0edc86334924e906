// SPDX-License-Identifier: MIT
// Run and Edit under the listings of files that stand alone. The program is the
// one that Compiler Explorer would get, and so are request and answer.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  if (!live.token) return;
  const COMPILER = "gcc";
  const OPTIONS = "-std=c++20 -O2 -Wall -Wextra -pthread";
  const SEVERITIES = ["", "info", "warning", "error"];

  begin();

  async function begin() {
    for (const line of document.querySelectorAll(".live-hint")) line.remove();
    const figures = [...document.querySelectorAll("figure.listing")].filter(nameOf);
    if (!figures.length) return;
    const index = await fetch("/run/index.json").then((found) => found.json(), () => ({}));
    for (const figure of figures) {
      const name = nameOf(figure);
      if (!(name in index)) continue;
      const bar = figure.querySelector(".bar");
      const buttons = [["Edit", false]];
      if (index[name]) buttons.unshift(["Run", true]);
      const file = name.split("/").pop();
      bar.prepend(...buttons.map(([label, runs]) => {
        const button = live.element("button", "", label);
        button.type = "button";
        button.setAttribute("aria-label", `${label}: ${file}`);
        button.addEventListener("click", () => open(figure, name, file, runs));
        return button;
      }));
    }
  }

  // Of the file, from the root of the repository; none for an exercise's, which
  // is edited as an answer.
  function nameOf(figure) {
    const href = figure.querySelector("a.source")?.href || "";
    const name = new URL(href, location).pathname.match(/\/code\/(.*)\.html$/)?.[1] || "";
    return /^(exercises|solutions)\//.test(name) ? "" : name;
  }

  async function open(figure, name, file, runs) {
    let panel = figure.livePanel;
    if (!panel) {
      const { source } = await fetch(`/run/${name}.json`).then((found) => found.json());
      panel = figure.livePanel = new live.Panel(`Edit: ${file}`, [
        ["Run", () => (panel.stop ? panel.stop() : run(panel, source))],
        ["Begin anew", () => { panel.editor?.set(source); panel.editor?.focus(); }],
        ["Close", () => close(figure, panel)],
      ]);
      panel.source = source;
      figure.append(panel.element);
    }
    if (runs) return run(panel, panel.source);
    if (!panel.editor) {
      await panel.edit(panel.source, () => {});
      panel.say("The file, what it includes, and a small program. Ctrl-Enter runs it.");
    }
    panel.editor.focus();
  }

  function close(figure, panel) {
    panel.stop?.();
    panel.element.remove();
    panel.editor?.remove();
    figure.livePanel = null;
    figure.querySelector(".bar button")?.focus();
  }

  function run(panel, source) {
    return panel.busy("Compiling and running", async (signal) => {
      panel.result.replaceChildren();
      const answer = await live.ask(`/api/compiler/${COMPILER}/compile`, {
        source: panel.editor ? panel.editor.text() : source,
        compiler: COMPILER,
        lang: "c++",
        allowStoreCodeDebug: false,
        options: {
          userArguments: OPTIONS,
          compilerOptions: { executorRequest: true, skipAsm: true },
          filters: { execute: true },
          executeParameters: { args: [], stdin: "" },
          tools: [],
          libraries: [],
        },
      }, signal);
      show(panel, answer);
    });
  }

  function show(panel, answer) {
    const said = answer.buildResult?.stderr || [];
    const tags = said.filter((line) => line.tag?.file === "example.cpp").map((line) => line.tag);
    panel.editor?.mark(tags.map((tag) => ({
      line: tag.line, column: tag.column, severity: SEVERITIES[tag.severity], message: tag.text,
    })));
    const list = live.element("ul", "live-places");
    for (const tag of tags.filter((each) => each.severity > 1)) {
      const item = live.element("li", SEVERITIES[tag.severity]);
      const place = `line ${tag.line}`;
      item.append(panel.editor ? panel.placeLink(tag.line, tag.column, place) : place,
        `: ${SEVERITIES[tag.severity]}: ${tag.text}`);
      list.append(item);
    }
    panel.result.replaceChildren(
      ...(list.children.length ? [list] : answer.didExecute ? [] : live.output("The compiler", said)),
      ...(answer.didExecute ? live.output("Output", answer.stdout) : []),
      ...(answer.didExecute ? live.output("Errors", answer.stderr) : []),
    );
    if (!answer.didExecute) return panel.say("It does not compile.");
    if (answer.timedOut) return panel.say("It did not end and was stopped.");
    panel.say(answer.code === 0
      ? `It ran and returned 0${answer.stdout.length ? "" : ", and said nothing"}.`
      : `It returned ${answer.code}.`);
  }
})();
