// SPDX-License-Identifier: MIT
// The arrow of an execution, from a load to the store that it read.
"use strict";

globalThis.locksmithArrow = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const BULGE = 28; // how far it leaves a column, in pixels

  function drawArrow(svg, table, load, store) {
    const place = table.getBoundingClientRect();
    svg.style.width = `${place.width}px`;
    svg.style.height = `${place.height}px`;
    const [line, head] = curve(box(load, place), box(store, place), place.width);
    svg.append(path(line, ""), path(head, "head"));
  }

  function box(row, table) {
    const place = row.querySelector(".operation").getBoundingClientRect();
    return {
      left: place.left - table.left - 3,
      right: place.right - table.left + 3,
      middle: place.top - table.top + place.height / 2,
    };
  }

  // It ends at the store's box, at the side where it comes from.
  function curve(from, to, width) {
    if (to.right < from.left) return bend(from.left, from.middle, to.right, to.middle, 1);
    if (to.left > from.right) return bend(from.right, from.middle, to.left, to.middle, -1);
    const out = Math.min(Math.max(from.right, to.right) + BULGE, width);
    const end = to.right;
    return [
      `M${from.right} ${from.middle}C${out} ${from.middle} ${out} ${to.middle} ${end + 7} ${to.middle}`,
      tip(end, to.middle, 1),
    ];
  }

  function bend(x, y, endX, endY, side) {
    const half = (x + endX) / 2;
    return [
      `M${x} ${y}C${half} ${y} ${half} ${endY} ${endX + 7 * side} ${endY}`,
      tip(endX, endY, side),
    ];
  }

  function tip(x, y, side) {
    return `M${x} ${y}l${9 * side} -4.5v9z`;
  }

  function path(data, name) {
    const made = document.createElementNS(SVG, "path");
    made.setAttribute("d", data);
    made.setAttribute("class", name);
    return made;
  }

  return { SVG, path, drawArrow };
})();
