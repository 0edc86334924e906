// SPDX-License-Identifier: MIT
// An editor in the page: CodeMirror if this build has it, which is loaded at the
// first use, or else a plain text area. Both have the same functions.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  let loading = null;

  live.makeEditor = async (label, text, changed, run) => {
    const make = live.editor ? await load() : null;
    if (make) return make(label, text, changed, run, live.nonce);
    return plain(label, text, changed, run);
  };
  live.editorNote = () => (live.editor ? ""
    : "A plain text area: this site was built without Node, which the editor takes.");

  function load() {
    loading ||= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = live.place + live.editor;
      script.addEventListener("load", () => resolve(globalThis.locksmithCodeMirror));
      script.addEventListener("error", () => resolve(null));
      document.head.append(script);
    });
    return loading;
  }

  function plain(label, text, changed, run) {
    const area = document.createElement("textarea");
    area.className = "live-text";
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
