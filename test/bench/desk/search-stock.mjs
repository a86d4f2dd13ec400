const vocabulary = 40_000;
const syllables =
  "ba ce di fo gu ha je ki lo mu na pe ri so tu va we bra cle dri flo gru pra ste tri cho sha".split(" ");
const endings = ["", "", "", "s", "ed", "ing"];
const between = ["how do i", "the", "my", "with", "please", "for", "in", "does not", "what about"];

/** Articles about made-up things, the same in every run; words are as frequent as their rank says (Zipf). */
export function createArticles(count) {
  const dice = createDice(20_261_122);
  return Array.from({ length: count }, (_, number) => {
    const title = say(dice, 4 + Math.floor(dice() * 4));
    const own = title.split(" ");
    const body = Array.from({ length: 8 }, () => `${say(dice, 12)} ${pick(dice, own)} ${say(dice, 2)}.`);
    return { id: `article-${String(number).padStart(6, "0")}`, title, body: body.join("\n\n"), tags: [] };
  });
}

/** Questions that one article answers each. */
export function askedOf(articles, count) {
  const dice = createDice(7);
  return Array.from({ length: count }, (_, number) => {
    const article = pick(dice, articles);
    const inTitle = article.title.split(" ");
    const inBody = article.body.split(/[\s.]+/).filter((word) => word !== "");
    const words = [pick(dice, inTitle), pick(dice, inTitle), pick(dice, inBody), pick(dice, inBody)];
    const said = [...new Set(words)].sort(() => dice() - 0.5).map((word) => inflected(dice, word));
    const typed = number % 3 === 0 ? [misspelled(dice, said[0]), ...said.slice(1)] : said;
    return { id: article.id, text: typed.flatMap((word) => [pick(dice, between), word]).join(" ") };
  });
}

function say(dice, words) {
  return Array.from({ length: words }, () => wordAt(Math.floor(vocabulary ** dice()) - 1)).join(" ");
}

function wordAt(rank) {
  let word = "";
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return `${word}n`;
}

function inflected(dice, word) {
  return `${word}${pick(dice, endings)}`;
}

function misspelled(dice, word) {
  const at = 1 + Math.floor(dice() * (word.length - 2));
  return `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at]}${word.slice(at + 2)}`;
}

function pick(dice, from) {
  return from[Math.floor(dice() * from.length)];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function createDice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
