// SPDX-License-Identifier: MIT
// Run and Edit under the listings of files that stand alone. Where no server of
// the reader's own answers, Run says at which other site it runs.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const label = live.token ? "Run"
    : live.explorer && `Run at ${new URL(live.explorer.server).host}`;
  if (!label) return;
  if (live.token) {
    for (const line of document.querySelectorAll(".live-hint")) line.remove();
  }

  for (const figure of document.querySelectorAll("figure.listing[data-program]")) {
    const href = new URL(figure.querySelector("a.source").href).pathname;
    const name = href.match(/\/code\/(.*)\.html$/)[1];
    const file = name.split("/").pop();
    const buttons = [["Edit", "edit"]];
    if (figure.dataset.program === "runs") buttons.unshift([label, "run"]);
    figure.querySelector(".bar").prepend(...buttons.map(([text, what]) => {
      const button = live.element("button", "", text);
      button.type = "button";
      button.setAttribute("aria-label", `${text}: ${file}`);
      button.addEventListener("click", () => open(figure, button, name, what));
      return button;
    }));
  }

  async function open(figure, button, name, what) {
    try {
      await live.need("output", "editor", "panel", ...(live.token ? [] : ["consent", "explorer"]),
        "run");
      await live.load(`../run/${name}.js`);
    } catch (problem) {
      figure.querySelector(".bar [role=status]").textContent = problem.message;
      return;
    }
    await live.openListing(figure, button, name, label)[what]();
  }
})();
