/* The stemmer that the search page uses for Polish; `stemPolish` stands before this text. */

const POLISH_SIGNS = { ą: "a", ć: "c", ę: "e", ł: "l", ń: "n", ó: "o", ś: "s", ź: "z", ż: "z" };

const withoutSigns = (word) => word.replace(/[ąćęłńóśźż]/g, (letter) => POLISH_SIGNS[letter]);

/** Endings with signs, by what is typed instead of them; the longest first. */
const POLISH_UNSIGNED = [...POLISH_ENDINGS.keys()]
  .filter((ending) => withoutSigns(ending) !== ending)
  .sort((one, other) => other.length - one.length)
  .map((ending) => [withoutSigns(ending), ending]);

/** Return the stems of a word typed without signs, as they would be with the signs in its ending. */
const stemsOfUnsigned = (word) =>
  POLISH_UNSIGNED.filter(([typed]) => word.endsWith(typed)).map(([typed, ending]) =>
    withoutSigns(stemPolish(word.slice(0, -typed.length) + ending)),
  );

var Stemmer = function () {
  this.stemWord = (word) => {
    const stem = withoutSigns(stemPolish(word));
    if (withoutSigns(word) !== word || typeof Search === "undefined" || !Search.hasIndex()) return stem;
    const { terms, titleterms } = Search._index;
    const isKnown = (one) => Object.hasOwn(terms, one) || Object.hasOwn(titleterms, one);
    return isKnown(stem) ? stem : (stemsOfUnsigned(word).find(isKnown) ?? stem);
  };
};
