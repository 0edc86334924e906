// SPDX-License-Identifier: MIT
// What a page may ask of the server that serves it; nothing, if that is a plain
// one. `locksmithLive` is there in either case; its `token` is not.
"use strict";

(() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content || "";
  const token = meta("locksmith-live");
  const live = {
    token,
    editor: meta("locksmith-editor"),
    exercise: meta("locksmith-exercise"),
    nonce: document.currentScript.nonce, // of the styles that the editor makes
    place: document.currentScript.src.replace(/[^/]*$/, ""),
    unsaved: new Set(), // of editors: their texts are not to be lost
    ask,
  };
  globalThis.locksmithLive = live;
  document.documentElement.classList.toggle("live", Boolean(token));

  // The answer's JSON; or an Error whose message is a sentence.
  async function ask(path, body, signal) {
    const how = { headers: { "X-Locksmith-Token": token, Accept: "application/json" }, signal };
    if (body !== undefined) {
      how.method = "POST";
      how.headers["Content-Type"] = "application/json";
      how.body = JSON.stringify(body);
    }
    let answer;
    try {
      answer = await fetch(path, how);
    } catch (problem) {
      if (problem.name === "AbortError") throw problem;
      throw new Error("The server does not answer; start tools/read again.");
    }
    const found = await answer.json().catch(() => null);
    if (found && found.error !== true) return found;
    throw new Error(typeof found?.message === "string" ? found.message
      : `The server answered ${answer.status}.`);
  }

  if (!token) return;
  window.addEventListener("beforeunload", (event) => {
    if (live.unsaved.size) event.preventDefault();
  });

  // A page that is seen shows the newest build; one with a text in hand says so.
  let changes = null;
  let built = "";
  const watch = () => {
    if (document.hidden) {
      changes?.close();
      changes = null;
    } else if (!changes) {
      changes = new EventSource("/api/changes");
      changes.addEventListener("message", ({ data }) => {
        if (built && data !== built) renew();
        built = data;
      });
    }
  };
  document.addEventListener("visibilitychange", watch);
  window.addEventListener("pagehide", () => changes?.close());
  watch();

  function renew() {
    if (!document.querySelector(".live-panel")) return location.reload();
    const line = document.createElement("p");
    line.className = "live-news";
    line.setAttribute("role", "status");
    line.textContent = "The book has been built anew; reload the page to see it.";
    document.querySelector(".live-news")?.remove();
    document.body.append(line);
  }
})();
