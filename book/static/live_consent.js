// SPDX-License-Identifier: MIT
// Asks the reader before a program goes to another site, and keeps what was said
// for this device, until it is taken back.
"use strict";

(() => {
  const live = globalThis.locksmithLive;
  const { server } = live.explorer;
  const { host } = new URL(server);
  const KEY = "locksmith-sends-programs-to";

  // Whether the program may be sent now; asks, if that is not settled.
  live.consent = (program) => (stored() === server ? true : ask(program));

  // A line that says that it is settled, with a button that takes it back.
  live.withdrawal = () => {
    const line = live.element("span", "live-withdrawal",
      `Programs go to ${host} without asking. `);
    const button = live.element("button", "", "Ask again from now on");
    button.type = "button";
    button.addEventListener("click", () => {
      store(null);
      line.closest(".live-panel").querySelector("button").focus();
    });
    line.append(button);
    show([line]);
    return line;
  };

  window.addEventListener("storage", () => show());

  function show(lines = document.querySelectorAll(".live-withdrawal")) {
    for (const line of lines) line.hidden = stored() !== server;
  }

  // A browser may refuse to keep anything; then each click asks.
  function stored() {
    try { return localStorage.getItem(KEY); } catch { return null; }
  }

  function store(value) {
    try {
      if (value === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, value);
    } catch { /* As said above. */ }
    show();
  }

  function ask(program) {
    const dialog = live.element("dialog", "live-consent");
    dialog.setAttribute("aria-labelledby", "live-consent-title");
    dialog.setAttribute("aria-describedby", "live-consent-text");
    const title = live.element("h2", "", `Send this program to ${host}?`);
    title.id = "live-consent-title";
    const text = live.element("div");
    text.id = "live-consent-text";
    text.append(
      live.element("p", "", `It runs at Compiler Explorer, ${server}, which is not part of this `
        + "book. Nothing has been sent so far."),
      live.element("p", "", "What is sent: the program below, the names of a compiler and of its "
        + "options, and, as with every request, the address of your network and what your "
        + "browser says of itself. That site may keep a record of it."),
    );
    const lines = program.split("\n").length;
    const whole = live.element("details");
    const pre = live.element("pre", "", program);
    pre.tabIndex = 0;
    pre.setAttribute("role", "region");
    pre.setAttribute("aria-label", "The program");
    whole.append(live.element("summary", "", `The program, ${lines} lines`), pre);
    const bar = live.element("form", "live-bar");
    bar.method = "dialog";
    bar.append(...[["once", "Send it once"], ["always", "Always on this device"], ["no", "No"]]
      .map(([value, label]) => {
        const button = live.element("button", "", label);
        button.value = value;
        button.autofocus = value === "no";
        return button;
      }));
    dialog.append(title, text, whole, bar);
    document.body.append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        const said = dialog.returnValue; // None, if Escape closed it.
        dialog.remove();
        if (said === "always") store(server);
        resolve(said === "always" || said === "once");
      });
      dialog.showModal();
    });
  }
})();
