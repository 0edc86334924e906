// SPDX-License-Identifier: MIT
// A page that is seen shows the newest build; one with a text in hand says so.
// A text in hand is not left without a question. Shows which exercises are done.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  if (!live.token) return;
  live.showProgress = showProgress;
  showProgress();

  window.addEventListener("beforeunload", (event) => {
    if (live.unsaved.size) event.preventDefault();
  });

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
    const line = live.element("p", "live-news",
      "The book has been built anew; reload the page to see it.");
    line.setAttribute("role", "status");
    document.querySelector(".live-news")?.remove();
    document.body.append(line);
  }

  // In the contents and on the cards of exercises.
  async function showProgress() {
    const found = await live.ask("/api/progress").catch(() => null);
    if (!found) return;
    for (const link of document.querySelectorAll(".sidebar-tree a, .exercise-card a")) {
      const name = live.exercise && link.getAttribute("href") === "#" ? live.exercise
        : new URL(link.href, location).pathname.match(/^\/exercises\/(.*)\.html$/)?.[1];
      link.querySelector(".live-done")?.remove();
      if (name && found.exercises[name]?.passed) {
        link.append(live.element("span", "live-done", " ✓ done"));
      }
    }
  }
})();
