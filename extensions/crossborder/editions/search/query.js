/* Reads what is typed into the search field; `search_data` stands before this text. */

const SEARCH_NUMBER = /\d+\p{L}{0,2}(?:\^\d+)?/u;
const SEARCH_CITED = new RegExp(`(§+|\\b(?:art|artikel|artykuł\\p{L}*|paragraf\\p{L}*)\\b\\.?)\\s*(${SEARCH_NUMBER.source})`, "u");
const SEARCH_BELOW = new RegExp(
  `\\b(?:abs|absatz|ust|ustęp|s|satz|zd|zdanie|nr|nummer|pkt|punkt|lit|litera|buchst|buchstabe|hs)\\.?\\s*${SEARCH_NUMBER.source}|` +
    "\\b(?:lit|litera|buchst|buchstabe)\\.?\\s*\\p{L}\\b",
  "gu",
);
const SEARCH_ID = /\b\p{L}-\p{L}\d+-\d+\b/gu;

/** Write numbers and spaces one way: 112¹ and 112(1) as 112^1. */
const plainQuery = (text) =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/(\d)\s?\((\d+)\)/g, "$1^$2")
    .replace(/(\d)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, last, raised) => `${last}^${raised.normalize("NFKC")}`)
    .trim();

/** Return where `name` stands in `text` as a word of its own, or -1. */
const placeOfName = (text, name) => {
  const isLetter = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  const place = text.indexOf(name);
  return place < 0 || isLetter(text[place - 1]) || isLetter(text[place + name.length]) ? -1 : place;
};

/** Return the provision that `query` names, in whatever order, and the words beside it; null if it names none. */
const readCitation = (query) => {
  let text = plainQuery(query);
  const statute = search_data.statutes.find(([name]) => placeOfName(text, name) >= 0);
  if (statute) {
    const place = placeOfName(text, statute[0]);
    text = `${text.slice(0, place)} ${text.slice(place + statute[0].length)}`;
  }
  const cited = text.match(SEARCH_CITED);
  const number = cited ? cited[2] : statute && text.replace(SEARCH_BELOW, "").match(SEARCH_NUMBER)?.[0];
  if (!number) return null;
  let sign = statute?.[2];
  if (cited) sign = /^[§p]/.test(cited[1]) ? "§" : "art";
  // below an article of a Polish code stands a § of its own
  const below = sign === "art" ? /§\s*\d+\p{L}?/gu : SEARCH_BELOW;
  const rest = text
    .replace(cited ? cited[0] : number, " ")
    .replace(below, " ")
    .replace(SEARCH_BELOW, " ");
  return { sign, number, statute: statute?.[1] ?? "", rest: rest.match(/[\p{L}\p{N}_^]+/gu) ?? [] };
};

/** Return the entry that leads to the places where a provision is cited; words in these brackets are never typed. */
const citationEntry = ({ sign, number, statute }) => `⟨${[sign, number, statute].filter(Boolean).join(" ")}⟩`;

/** Return the words to look for. The index holds a provision as one word, "§44.", whose end keeps § 4 apart. */
var splitQuery = (query) => {
  if (query.startsWith("⟨")) return [];
  const text = plainQuery(query);
  const ids = text.match(SEARCH_ID) ?? [];
  const citation = readCitation(text.replace(SEARCH_ID, " "));
  const words = (part) => part.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (!citation) return [...ids, ...words(text.replace(SEARCH_ID, " "))];
  return [...ids, `${citation.sign}${citation.number}.`, ...words(citation.statute), ...citation.rest];
};
