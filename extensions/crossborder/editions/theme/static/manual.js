/* What the pages do beyond their links: nothing here is needed to read. */
"use strict";

/** Return the id of the section that stands at the top of the window, or "". */
const currentSection = () => {
  const top = 0.3 * window.innerHeight;
  const passed = [...document.querySelectorAll("article section[id]")].filter(
    (section) => section.getBoundingClientRect().top < top,
  );
  return passed.length > 1 ? passed.at(-1).id : "";
};

/** Let the links to the other language lead to the heading that is being read. */
const followHeading = (event) => {
  const link = event.target.closest("[data-edition-link]");
  if (!link) return;
  const section = currentSection();
  link.hash = section ? `#${section}` : location.hash;
};

/** Close the drawers of a narrow window. */
const closeDrawers = () => {
  for (const drawer of document.querySelectorAll(".sidebar-toggle")) drawer.checked = false;
};

document.addEventListener("pointerdown", followHeading);
document.addEventListener("click", followHeading);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeDrawers();
});
for (const link of document.querySelectorAll(".toc-tree a")) link.addEventListener("click", closeDrawers);
