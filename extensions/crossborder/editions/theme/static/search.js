/* What the search page does beyond Sphinx: provisions lead to the places that cite them, results name their section. */
"use strict";

// a page opened from a folder must not read its neighbours, so there is no text below the results
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

/** Return the title of what has the id `anchor` on the page with this number: a section, a box, a table, a term. */
const titleOfAnchor = (page, anchor) => {
  const { alltitles, objects } = Search._index;
  const isHere = ([number, id]) => number === page && id === anchor;
  const titled = Object.entries(alltitles).find(([, places]) => places.some(isHere));
  return titled?.[0] ?? objects[""]?.find(([number, , , id]) => isHere([number, id]))?.[4];
};

Scorer.score = (result) => {
  const [docname, , anchor, description, score, , kind] = result;
  if (kind === SearchResultKind.index && !description) {
    // the anchors of index entries stand before the text that they belong to, and hold none
    if (anchor.startsWith("#index-")) result[2] = "";
    else result[3] = titleOfAnchor(Search._index.docnames.indexOf(docname), anchor.slice(1)) ?? null;
  }
  // who types a title wants that page, before those that have its words here and there
  return kind === SearchResultKind.title && !anchor ? score + Scorer.title : score;
};

const searchWords = Search.query;
Search.query = (query) => {
  const citation = readCitation(query);
  if (!citation) return searchWords(query);
  const entry = citationEntry(citation);
  const isKnown = !citation.rest.length && Object.hasOwn(Search._index.indexentries, entry);
  return searchWords(isKnown ? entry : splitQuery(query).join(" "));
};
