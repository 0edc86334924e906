// SPDX-License-Identifier: MIT
// The panel of a listing: the program that a link to Compiler Explorer would hold
// is edited, compiled and run. Request and answer are Compiler Explorer's, whoever
// gets them.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const LOCAL = "gcc";
  const WARNINGS = "-Wall -Wextra";

  // The listing's panel, which is made at the first use.
  live.openListing = (figure, opener, name, label) => {
    figure.livePanel ||= make(figure, opener, name, label);
    return { run: () => run(figure.livePanel), edit: () => edit(figure.livePanel) };
  };

  function make(figure, opener, name, label) {
    const source = globalThis.locksmithPrograms[name];
    const panel = new live.Panel(`Edit: ${name.split("/").pop()}`, source, [
      [label, () => (panel.stop ? panel.stop() : run(panel))],
      ["Begin anew", () => { panel.set(source); edit(panel); }],
      ["Close", () => close(figure, panel, opener)],
    ]);
    if (!live.token) panel.bar.append(live.withdrawal());
    figure.append(panel.element);
    return panel;
  }

  async function edit(panel) {
    if (!panel.editor) {
      panel.say("The file, what it includes, and a small program. Ctrl-Enter runs it.");
    }
    await panel.edit();
  }

  function close(figure, panel, opener) {
    panel.stop?.();
    panel.element.remove();
    panel.editor?.remove();
    figure.livePanel = null;
    opener.focus();
  }

  async function run(panel) {
    if (panel.stop) return;
    if (!live.token && !(await live.consent(panel.text()))) {
      return panel.say("Nothing was sent.");
    }
    await panel.busy("Compiling and running", async (signal) => {
      panel.clear();
      const text = panel.text();
      const runs = /\bmain\s*\(/.test(text);
      const compiler = live.token ? LOCAL : live.explorer.compiler;
      const path = `/api/compiler/${compiler}/compile`;
      const ask = live.token ? live.ask : live.askExplorer;
      show(panel, await ask(path, request(text, compiler, runs), signal), runs);
    });
  }

  function request(source, compiler, runs) {
    return {
      source,
      compiler,
      lang: "c++",
      allowStoreCodeDebug: false,
      options: {
        userArguments: `${live.explorer.options} ${WARNINGS}`,
        compilerOptions: { executorRequest: runs, skipAsm: true },
        filters: { execute: runs },
        executeParameters: { args: [], stdin: "" },
        tools: [],
        libraries: [],
      },
    };
  }

  function show(panel, answer, runs) {
    const { stdout = [], stderr = [], buildResult } = answer;
    const ran = Boolean(answer.didExecute);
    const said = (runs ? buildResult?.stderr : stderr) || [];
    const places = panel.diagnostics(said.map(live.diagnostic).filter(Boolean));
    panel.result.replaceChildren(
      ...(places.length ? places : ran ? [] : live.output("The compiler", said)),
      ...(ran ? live.output("Output", stdout) : []),
      ...(ran ? live.output("Errors", stderr) : []),
    );
    panel.say(sentence(answer, ran, runs, stdout.length === 0));
  }

  function sentence(answer, ran, runs, silent) {
    const built = runs ? answer.buildResult : answer;
    if (!ran && built?.timedOut) return "Compiling took too long and was stopped.";
    if (!ran && !runs && answer.code === 0) return "It compiles; it has no main to be run.";
    if (!ran && built && built.code !== 0 && built.code !== -1) return "It does not compile.";
    if (!ran) return `It was not run: ${live.firstLine(answer.stderr) || "no reason was given"}`;
    if (answer.timedOut) return "It did not end and was stopped.";
    if (answer.truncated && answer.code === -1) return "It wrote too much and was stopped.";
    if (answer.code === -1) return "It was ended by a signal, or could not be started.";
    return answer.code === 0 ? `It ran and returned 0${silent ? ", and said nothing" : ""}.`
      : `It returned ${answer.code}.`;
  }
})();
