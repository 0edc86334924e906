// SPDX-License-Identifier: MIT
// On an exercise's page, where it can be worked in: what that takes is loaded.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  if (!live.token || !live.exercise) return;
  for (const line of document.querySelectorAll(".live-hint")) line.remove();
  live.need("output", "editor", "panel", "execution", "verdict", "hints", "check");
})();
