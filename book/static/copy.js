// SPDX-License-Identifier: MIT
// A bar with a Copy button under code and commands. Made here, so that a page
// without scripts shows no button that does nothing.
"use strict";

(() => {
  const blocks = document.querySelectorAll("article div.highlight");

  for (const block of blocks) {
    if (block.closest(".fragment, .output")) continue;
    const outer = block.closest('div[class*="highlight-"]') || block;
    const bar = barBehind(outer);
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${nameOf(block)}`);
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = "";
      const done = await copy(textOf(block.querySelector("pre")));
      said.textContent = done ? "copied" : "select the code and copy it by hand";
      setTimeout(() => { said.textContent = ""; }, 3000);
    });
    bar.prepend(button);
    bar.append(said);
  }

  // A listing may have one already, with a link in it.
  function barBehind(outer) {
    const next = outer.nextElementSibling;
    if (next && next.matches(".bar")) return next;
    const bar = document.createElement("div");
    bar.className = "bar";
    outer.after(bar);
    return bar;
  }

  function nameOf(block) {
    return block.querySelector("pre").getAttribute("aria-label") || "code";
  }

  // Of a session at the prompt, the commands alone.
  function textOf(pre) {
    const text = pre.textContent;
    if (!pre.closest(".highlight-console")) return text;
    const commands = text.match(/^\$ (.*\\\n)*.*$/gm) || [];
    return commands.map((command) => `${command.slice(2)}\n`).join("");
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }

  // For pages from a plain http address, where there is no clipboard object.
  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
})();
