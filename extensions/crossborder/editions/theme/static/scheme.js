/* Sets the colours that the reader has chosen before anything is painted. */
"use strict";
try {
  document.body.dataset.theme = localStorage.getItem("theme") || "auto";
} catch {
  document.body.dataset.theme = "auto";
}
