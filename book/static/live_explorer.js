// SPDX-License-Identifier: MIT
// Requests to a Compiler Explorer elsewhere. What goes wrong is said in a
// sentence; pages of that site are never shown.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const { server } = live.explorer;
  const { host } = new URL(server);
  const PATIENCE = 70_000; // its own is a minute
  const LONGEST = 160; // characters of a reason
  const FAULT = /^(Internal Compiler Explorer error|Compiler with ID)/;

  // The answer's JSON; or an Error whose message is a sentence. It takes no
  // other headers than these two, and no parameters in them.
  live.askExplorer = async (path, body, signal) => {
    const control = new AbortController();
    let late = false;
    const stop = () => control.abort();
    const timer = setTimeout(() => { late = true; stop(); }, PATIENCE);
    signal.addEventListener("abort", stop);
    try {
      const answer = await fetch(server + path, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify(body),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: control.signal,
      });
      return read(answer, await answer.text());
    } catch (problem) {
      if (signal.aborted || problem.told) throw problem;
      if (late) throw told(`${host} gave no answer for ${PATIENCE / 1000} seconds.`);
      throw told(`${host} cannot be reached. Either there is no network, or it has had `
        + "too many requests from this address.");
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };

  function told(sentence) { return Object.assign(new Error(sentence), { told: true }); }

  function read(answer, text) {
    if (answer.status === 429) {
      throw told(`${host} has had too many requests; try again `
        + `${when(answer.headers.get("Retry-After"))}.`);
    }
    if (answer.status !== 200) {
      const reason = reasonIn(text, answer.headers.get("Content-Type") || "");
      throw told(`${host} answered ${answer.status}${reason ? `: ${reason}` : ""}.`);
    }
    const found = parsed(text);
    if (!found || typeof found !== "object" || Array.isArray(found)
      || (!("code" in found) && !found.error)) {
      throw told(`${host} gave an answer that is not a result.`);
    }
    const first = live.firstLine(found.stderr);
    if (found.error || (found.code === -1 && FAULT.test(first))) {
      throw told(`${host} could not do it: ${short(found.message || first || found.error)}.`);
    }
    return found;
  }

  function parsed(text) {
    try { return JSON.parse(text); } catch { return null; }
  }

  // Retry-After is a number of seconds, or a date.
  function when(header) {
    const seconds = /^\d+$/.test(header || "") ? Number(header)
      : Math.ceil((Date.parse(header || "") - Date.now()) / 1000);
    if (!(seconds > 0)) return "later";
    if (seconds < 90) return `in ${seconds} seconds`;
    return `in ${Math.ceil(seconds / 60)} minutes`;
  }

  function reasonIn(text, type) {
    const json = parsed(text);
    if (json) return short(json.message || (json.error !== true && json.error) || "");
    if (!/html/.test(type) && !/^\s*</.test(text)) return short(text.split("\n")[0]);
    const page = new DOMParser().parseFromString(text, "text/html");
    return short((page.querySelector("p") || page.querySelector("title"))?.textContent || "");
  }

  function short(text) {
    const line = String(text).replace(/\s+/g, " ").trim().replace(/\.$/, "");
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  }
})();
