// Lets a reader mark text in one column: while the pointer is down in a column, the other cannot be marked.
"use strict";

document.addEventListener("pointerdown", (event) => {
  const column = event.target instanceof Element && event.target.closest(".column");
  document.body.classList.toggle("marks-de", Boolean(column && column.classList.contains("column-de")));
  document.body.classList.toggle("marks-pl", Boolean(column && column.classList.contains("column-pl")));
});
