// SPDX-License-Identifier: MIT
// Whatever is wider than the page scrolls in its own frame; this lets a keyboard
// reach such a frame.
"use strict";

(() => {
  const frames = document.querySelectorAll("article .frame, article .table-wrapper");

  function update() {
    for (const frame of frames) {
      const scrolls = frame.scrollWidth > frame.clientWidth;
      frame.toggleAttribute("tabindex", scrolls);
      if (scrolls) frame.setAttribute("tabindex", "0");
    }
  }

  update();
  window.addEventListener("resize", update);
})();
