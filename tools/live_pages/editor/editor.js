// SPDX-License-Identifier: MIT
// The page editor: CodeMirror with the parts that C++ in a book needs. Bundled
// into one file, which a page loads when its reader begins to edit.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.comment], class: "ed-comment" },
  { tag: [tags.keyword, tags.controlKeyword, tags.modifier, tags.processingInstruction], class: "ed-keyword" },
  { tag: [tags.typeName, tags.standard(tags.typeName)], class: "ed-type" },
  { tag: [tags.string, tags.character, tags.number], class: "ed-literal" },
]);

// `changed` is called after each change, `run` at
// Ctrl-Enter; the policy of the page takes styles with the nonce alone.
globalThis.locksmithCodeMirror = (label, text, changed, run, nonce) => {
  const keys = [
    { key: "Mod-Enter", run: () => { run(); return true; } },
    ...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap,
  ];
  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce), lineNumbers(), history(), drawSelection(), bracketMatching(), indentOnInput(),
        highlightActiveLine(), highlightSelectionMatches(), indentUnit.of("  "), cpp(),
        syntaxHighlighting(colours), keymap.of(keys),
        EditorView.contentAttributes.of({
          "aria-label": label, tabindex: "0",
          "aria-description": "Tab indents; press Escape and then Tab to leave.",
        }),
        EditorView.updateListener.of((update) => { if (update.docChanged) changed(); }),
      ],
    }),
  });
  const place = (line, column) => {
    const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
    return Math.min(at.from + Math.max(0, column - 1), at.to);
  };
  return {
    element: view.dom,
    text: () => view.state.doc.toString(),
    set: (to) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: to } }),
    mark: (list) => {
      const found = list.map(({ line, column, severity, message }) => {
        const from = place(line, column);
        const end = view.state.doc.lineAt(from).to;
        return { from, to: Math.max(from, end), severity, message };
      });
      view.dispatch(setDiagnostics(view.state, found.sort((a, b) => a.from - b.from)));
    },
    go: (line, column) => {
      const at = place(line, column);
      view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    remove: () => view.destroy(),
  };
};
