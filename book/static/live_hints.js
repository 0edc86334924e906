// SPDX-License-Identifier: MIT
// Hints one at a time, counted together with the command line, and the solution
// once the answer has passed. They are the page's own, which are put away first.
"use strict";

(() => {
  const live = globalThis.locksmithLive;

  // `path` is the exercise's at the server, and `standing` how far the reader is.
  live.hints = (path, standing) => {
    const section = document.getElementById("hints");
    const all = [...section.querySelectorAll("details")];
    const link = section.querySelector(':scope > p > a[href*="solutions/"]');
    const said = live.element("span", "live-said");
    said.setAttribute("role", "status");
    const hint = button("", ask);
    const solution = button("The solution and its reasons", open);
    const bar = live.element("p", "live-buttons");
    bar.append(hint, solution, " ", said);
    link.parentElement.hidden = true;
    section.append(bar);
    show(standing);
    return { show, open };

    function show({ hints, passed }) {
      all.forEach((each, at) => { each.hidden = at >= hints; });
      hint.hidden = hints >= all.length;
      hint.textContent = `Hint ${hints + 1} of ${all.length}`;
      solution.hidden = !passed || Boolean(section.querySelector(".live-solution"));
    }

    async function ask() {
      try {
        const { hints } = await live.ask(`${path}/hint`, {});
        show({ hints: hints.length, passed: !solution.hidden });
        const shown = all[hints.length - 1];
        shown.open = true;
        shown.querySelector("summary").focus();
        said.textContent = hints.length < all.length ? "" : "That was the last hint.";
      } catch (problem) {
        said.textContent = problem.message;
      }
    }

    // The server says whether it may be seen; the site has it as a page.
    async function open() {
      let shown = section.querySelector(".live-solution");
      try {
        if (!shown) {
          await live.ask(`${path}/solution`);
          shown = await page(link.href);
          section.append(shown);
        }
        solution.hidden = true;
        said.textContent = "";
        shown.querySelector("h3").focus();
      } catch (problem) {
        said.textContent = problem.message;
      }
    }
  };

  function button(text, action) {
    const made = live.element("button", "", text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  // The page's text, as a part of this one.
  async function page(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error("The page with the solution is not there.");
    // The policy of this page forbids the styles that the other one has in it.
    const [article] = (await answer.text()).match(/<article[^]*<\/article>/);
    const found = new DOMParser().parseFromString(article, "text/html");
    const made = live.element("section", "live-solution");
    const head = live.element("h3", "", "The solution and its reasons");
    head.tabIndex = -1;
    made.append(head, ...found.querySelector("article h1").parentElement.children);
    made.querySelector("h1").remove();
    for (const link of made.querySelectorAll("a[href]")) {
      link.href = new URL(link.getAttribute("href"), address).href;
      if (link.href === location.href.split("#")[0]) link.closest("p").remove();
    }
    for (const each of made.querySelectorAll("[id]")) each.removeAttribute("id");
    for (const each of made.querySelectorAll("a.headerlink, script")) each.remove();
    for (const each of made.querySelectorAll("pre")) each.tabIndex = 0;
    for (const each of made.querySelectorAll("h2")) {
      const lower = live.element("h4");
      lower.append(...each.childNodes);
      each.replaceWith(lower);
    }
    return made;
  }
})();
