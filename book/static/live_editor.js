// SPDX-License-Identifier: MIT
// An editor in the page: CodeMirror, which is loaded at the first use, or else a
// plain text area that says why. Both have the same functions.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const ABSENT = "A plain text area: this site was built without Node, which the editor takes.";
  const LOST = "A plain text area: the editor could not be loaded.";

  live.makeEditor = async (label, text, changed, run) => {
    if (!live.editor) return plain(label, text, changed, run, ABSENT);
    try {
      await live.load(live.editor);
      return globalThis.locksmithCodeMirror(label, text, changed, run, live.nonce);
    } catch {
      return plain(label, text, changed, run, LOST);
    }
  };

  function plain(label, text, changed, run, note) {
    const area = live.element("textarea", "live-text");
    area.value = text;
    area.spellcheck = false;
    area.autocapitalize = "off";
    area.rows = Math.min(30, text.split("\n").length + 1);
    area.setAttribute("aria-label", label);
    area.addEventListener("input", changed);
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    });
    return {
      note,
      element: area,
      text: () => area.value,
      set: (to) => { area.value = to; changed(); },
      mark: () => {},
      go: (line) => {
        const lines = area.value.split("\n");
        const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
        area.focus();
        area.setSelectionRange(from, from + (lines[line - 1] || "").length);
      },
      focus: () => area.focus(),
      remove: () => area.remove(),
    };
  }
})();
