// SPDX-License-Identifier: MIT
// What programs and compilers print, as Compiler Explorer has it: lines of text,
// some with the place that they speak of.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const SEVERITIES = { note: 1, warning: 2, error: 3, "fatal error": 3 };
  const OWN = /^(?:<source>|example\.cpp)$/;
  const PLACE = /^([^:]+):(\d+)(?::(\d+))?: (note|warning|error|fatal error): (.*)$/;
  // eslint-disable-next-line no-control-regex
  const COLOURS = /\x1b\[[0-9;]*[A-Za-z]/g;

  const plain = (line) => String(line?.text ?? "").replace(COLOURS, "");

  live.firstLine = (lines) => (lines || []).map(plain).find((text) => text.trim()) || "";

  // The place in the program that a line of the compiler's names; older servers
  // leave some to be read from the text.
  live.diagnostic = (line) => {
    const { tag } = line;
    if (tag && (!tag.file || OWN.test(tag.file)) && tag.line > 0) {
      return { ...tag, message: String(tag.text) };
    }
    const found = tag ? null : plain(line).match(PLACE);
    if (!found || !OWN.test(found[1])) return null;
    return { line: Number(found[2]), column: Number(found[3] || 1),
      severity: SEVERITIES[found[4]], message: found[5] };
  };

  live.output = (title, lines) => {
    const text = (lines || []).map(plain).join("\n");
    if (!text) return [];
    const pre = live.element("pre", "", text);
    pre.tabIndex = 0;
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", title);
    return [live.element("p", "live-title", title), pre];
  };
})();
