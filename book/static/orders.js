// SPDX-License-Identifier: MIT
// An order in a listing opens its row of the order table under the listing, with
// the execution, or with a link to it if it is long. Without this it is a link to
// the row.
"use strict";

(() => {
  let open = null;

  for (const link of document.querySelectorAll(".highlight a.order")) {
    const row = document.getElementById(link.hash.slice(1));
    if (!row) continue;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const again = open && open.link === link;
      if (open) close();
      if (!again) show(link, row);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); link.click(); }
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const { link } = open;
    close();
    link.focus();
  });

  function show(link, row) {
    const note = document.createElement("div");
    const list = document.createElement("dl");
    const shut = document.createElement("button");
    const cells = [...row.cells];
    note.className = "order-note";
    note.setAttribute("role", "region");
    note.setAttribute("aria-label", `${link.textContent}, why it is needed`);
    shut.type = "button";
    shut.className = "close";
    shut.textContent = "Close";
    shut.addEventListener("click", () => { close(); link.focus(); });
    for (const cell of cells) {
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = cell.dataset.head || "Where";
      text.append(...[...cell.childNodes].map((each) => each.cloneNode(true)));
      list.append(term, text);
    }
    // The execution itself, not a copy: its ids are the page's.
    const proof = row.nextElementSibling.cells[0].firstElementChild;
    open = { link, note, proof, home: proof.parentElement };
    note.append(shut, list, proof);
    link.closest("figure.listing").after(note);
    link.setAttribute("aria-expanded", "true");
  }

  function close() {
    open.home.append(open.proof);
    open.proof.removeAttribute("open");
    open.note.remove();
    open.link.setAttribute("aria-expanded", "false");
    open = null;
  }
})();
