// SPDX-License-Identifier: MIT
// Unfolds everything for the time of printing.
"use strict";

(() => {
  let opened = [];

  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("article details:not([open])")];
    for (const details of opened) details.open = true;
  });

  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
