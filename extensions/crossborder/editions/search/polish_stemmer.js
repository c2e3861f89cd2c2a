/* The Polish stemmer of Snowball 3.1, written as tables of endings; the tests compare it with Snowball's own. */

const POLISH_VOWELS = /[aeiouyóąę]/;

/* endings and what becomes of them; those in "region" only behind the first syllable */
const POLISH_ENDINGS = (() => {
  const table = new Map();
  const enter = (action, endings) => {
    for (const ending of endings.split(" ")) table.set(ending, action);
  };
  enter("region", "a ia e ie ach iach i ami iami owi iowi em iem om iom o u iu ów ą ią");
  enter(
    "delete",
    "ąca ająca sza iejsza ała iała iła ąc ając ące ające cie acie ecie icie ajcie aliście ieliście iliście " +
      "ałyście iałyście iłyście sze iejsze ali ieli ili aj am ałam iałam iłam ałem iałem iłem ało iało iło " +
      "amy emy imy aliśmy ieliśmy iliśmy ałyśmy iałyśmy iłyśmy ały iały iły asz esz isz ącą ającą ają iejszą " +
      "ać ieć ić ąć aść eść ę ał iał ił ałaś iałaś iłaś ałeś iałeś iłeś",
  );
  enter("s", "sząca szące szącą szę");
  enter("region or s", "szą");
  enter("ł", "liście łyście liśmy łyśmy łaś łeś");
  enter("adjective", "ich ych imi ymi ej iej im ym ego iego emu iemu y");
  return table;
})();

const POLISH_CONDITIONAL = ["byście", "byśmy", "bym", "byś", "by"];
const POLISH_ADJECTIVES = [["iejsz", ""], ["sząc", "s"], ["ając", ""], ["ąc", ""], ["sz", ""]];
const POLISH_LONGEST = Math.max(...[...POLISH_ENDINGS.keys()].map((ending) => ending.length));

/** Return where the first syllable ends: behind the first consonant that follows a vowel. */
const polishRegion = (word) => {
  let place = 0;
  while (place < word.length && !POLISH_VOWELS.test(word[place])) place += 1;
  while (place < word.length && POLISH_VOWELS.test(word[place])) place += 1;
  return place < word.length ? place + 1 : word.length;
};

/** Return the longest ending of `word` that may be taken off, with its action; the first two letters are safe. */
const polishEnding = (word, region) => {
  for (let length = Math.min(POLISH_LONGEST, word.length - 2); length > 0; length -= 1) {
    const ending = word.slice(-length);
    const action = POLISH_ENDINGS.get(ending);
    if (action && (action !== "region" || word.length - length >= region)) return [ending, action];
  }
  return null;
};

/** Take `ending` off `word`, and the apostrophe of a foreign name before it; put what the action asks for there. */
const polishReplace = (word, ending, action, region) => {
  const start = word.length - ending.length;
  let rest = word.slice(0, start);
  let added = "";
  if (action === "s" || action === "ł") added = action;
  else if (action === "region or s" && start < region) added = "s";
  else if (action === "adjective") {
    const found = POLISH_ADJECTIVES.find(([more]) => rest.endsWith(more) && rest.length - more.length >= 2);
    if (found) [rest, added] = [rest.slice(0, -found[0].length), found[1]];
  }
  return (rest.length > 2 && rest.endsWith("'") ? rest.slice(0, -1) : rest) + added;
};

const stemPolish = (word) => {
  const region = polishRegion(word);
  let rest = word;
  const conditional = POLISH_CONDITIONAL.find((more) => rest.endsWith(more) && rest.length - more.length >= region);
  if (conditional && word.length > 1) rest = rest.slice(0, -conditional.length);
  const found = word.length > 1 ? polishEnding(rest, region) : null;
  if (found) return polishReplace(rest, ...found, region);
  const soft = "ćńśź".indexOf(rest.at(-1));
  return rest.length > 1 && soft >= 0 ? rest.slice(0, -1) + "cnsz"[soft] : rest;
};
