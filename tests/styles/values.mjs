// Random values: the same ones in every run.

const ALPHABETS = [
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~",
  " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
  "äöüßéñçøåŁ€中文字日本語кириллицаعربى🎈𝒳",
];

/** Returns `count` cases of one style: texts, numbers, flags, lists and objects. */
export function cases(form, count) {
  const random = generator(`${form.in}${form.style}${form.explode}`);
  return Array.from({ length: count }, () => ({ ...form, value: value(form, random) }));
}

/** Objects alone where the style is for objects alone; lists and objects where it has no scalars. */
function value(form, random) {
  if (form.style === "deepObject") return object(random);
  const kinds = form.style.endsWith("Delimited") ? [list] : [scalar, list, object];
  return kinds[random(kinds.length)](random);
}

function scalar(random) {
  const kinds = [text, text, text, () => random(2) === 0, () => random(2_000_001) - 1_000_000];
  return kinds[random(kinds.length)](random);
}

function list(random) {
  return Array.from({ length: 1 + random(4) }, () => text(random));
}

function object(random) {
  return Object.fromEntries(Array.from({ length: 1 + random(3) }, () => [name(random), text(random)]));
}

/** A name that JavaScript does not sort before others. */
function name(random) {
  return `k${text(random)}`;
}

function text(random) {
  const alphabet = [...ALPHABETS[random(ALPHABETS.length)]];
  return Array.from({ length: 1 + random(8) }, () => alphabet[random(alphabet.length)]).join("");
}

/** A small generator with a seed of text (xorshift). */
function generator(seed) {
  let state = [...seed].reduce((hash, c) => Math.imul(hash ^ c.codePointAt(0), 0x01000193) >>> 0, 0x811c9dc5) || 1;
  return (bound) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % bound;
  };
}
