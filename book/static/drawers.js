// SPDX-License-Identifier: MIT
// The theme opens its drawers and folds its contents by hidden checkboxes, which a
// keyboard cannot reach. This makes their labels buttons, and keeps the focus out
// of what is closed.
"use strict";

(() => {
  const drawers = [
    ["__navigation", ".sidebar-drawer", "Contents of the book"],
    ["__toc", ".toc-drawer", "On this page"],
  ];

  for (const [id, selector, name] of drawers) {
    const box = document.getElementById(id);
    const drawer = document.querySelector(selector);
    for (const label of document.querySelectorAll(`label[for="${id}"] .icon`)) {
      makeButton(label.parentElement, box, name);
    }

    const update = () => {
      const away = getComputedStyle(drawer).position === "fixed";
      drawer.inert = away && !box.checked;
    };
    box.addEventListener("change", update);
    window.addEventListener("resize", update);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.checked) box.click();
    });
    update();
  }

  for (const label of document.querySelectorAll(".sidebar-tree label")) {
    const box = document.getElementById(label.htmlFor);
    makeButton(label, box, `Parts of ${label.parentElement.querySelector("a").textContent}`);
  }

  function makeButton(label, box, name) {
    const update = () => label.setAttribute("aria-expanded", String(box.checked));
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", name);
    label.tabIndex = 0;
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      box.click();
    });
    box.addEventListener("change", update);
    update();
  }
})();
