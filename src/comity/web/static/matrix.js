"use strict";
// Arrow keys in the matrix: one cell of each table is in the order of tabbing, the arrows move from cell to cell.
for (const table of document.querySelectorAll("[data-matrix]")) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("td a")]);
  const all = rows.flat();
  const enter = (link) => {
    for (const other of all) other.tabIndex = other === link ? 0 : -1;
  };
  if (all.length) enter(all[0]);
  table.addEventListener("focusin", (event) => {
    if (all.includes(event.target)) enter(event.target);
  });
  table.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = rows.findIndex((cells) => cells.includes(event.target));
    if (row < 0) return;
    const column = rows[row].indexOf(event.target);
    const last = rows[row].length - 1;
    const goal = {
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      Home: [row, 0],
      End: [row, last],
    }[event.key];
    if (!goal) return;
    event.preventDefault();
    const next = rows[goal[0]]?.[goal[1]];
    if (next) next.focus();
  });
}
