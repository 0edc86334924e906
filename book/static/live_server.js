// SPDX-License-Identifier: MIT
// What a page may ask of the server that serves it; nothing, if that is a plain
// one. `locksmithLive` is there in either case; its `token` is not. What is only
// used after a click is loaded then.
"use strict";

(() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content || "";
  const token = meta("locksmith-live");
  const loading = new Map();
  const live = {
    token,
    editor: meta("locksmith-editor"),
    exercise: meta("locksmith-exercise"),
    explorer: JSON.parse(meta("locksmith-explorer") || "null"),
    nonce: document.currentScript.nonce, // of the styles that the editor makes
    place: document.currentScript.src.replace(/[^/]*$/, ""),
    unsaved: new Set(), // of editors: their texts are not to be lost
    ask,
    element,
    load,
    need: (...names) => Promise.all(names.map((name) => load(`live_${name}.js`))),
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

  function element(name, classes, text) {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // Runs a script of the site, once, also from file:. They run in the order in
  // which they are asked for.
  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = element("script");
        script.async = false;
        script.src = live.place + name;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          loading.delete(name);
          script.remove();
          reject(new Error("A part of this site could not be loaded."));
        });
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }
})();
