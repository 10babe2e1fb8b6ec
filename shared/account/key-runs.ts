/** Rows of characters that fingers or counting make: "12345", "abcd", "aaaa", "qwerty", "1qaz2wsx", "zse4", "789456". */

type Place = readonly [across: number, down: number];

const keys = ["`1234567890-=", " qwertyuiop[]", " asdfghjkl;'", " zxcvbnm,./"];
const numbers = ["789", "456", "123", "0"];
/** The same keys with Shift, on an American keyboard, which is Indonesia's. */
const shifted = { from: '~!@#$%^&*()_+{}:"<>?', to: "`1234567890-=[];',./" };

const placesOf = (rows: readonly string[]): ReadonlyMap<string, Place> =>
  new Map(rows.flatMap((row, down) => [...row].map((sign, across) => [sign, [across, down]])));
const boards = [placesOf(keys), placesOf(numbers)];

/** Fewer characters in a row are chance. */
const rowLength = 3;
/** With so many characters beside rows a password is not easily guessed. */
const ownCharacters = 6;

export function isMostlyRows(password: string): boolean {
  const signs = [...password.toLowerCase()].map((sign) => unshifted(sign));
  let inRows = 0;
  for (let start = 0; start < signs.length; ) {
    const length = rowAt(signs, start);
    if (length >= rowLength) inRows += length;
    start += length >= rowLength ? length : 1;
  }
  return inRows > 0 && signs.length - inRows < ownCharacters;
}

function unshifted(sign: string): string {
  const place = shifted.from.indexOf(sign);
  return place < 0 ? sign : (shifted.to[place] ?? sign);
}

/** How many characters from here on form a row: each is the same step from the one before, in the alphabet or on a keyboard. */
function rowAt(signs: readonly string[], start: number): number {
  const ways = [
    inAlphabet,
    ...boards.map(
      (board) =>
        (sign = "") =>
          board.get(sign),
    ),
  ];
  return Math.max(...ways.map((placeOf) => lengthOf(signs.slice(start), placeOf)));
}

const inAlphabet = (sign = ""): Place => [sign.codePointAt(0) ?? Number.NaN, 0];

function lengthOf(
  signs: readonly string[],
  placeOf: (sign: string | undefined) => Place | undefined,
): number {
  const step = stepBetween(placeOf(signs[0]), placeOf(signs[1]));
  if (!step || Math.max(...step.map(Math.abs)) > 1) return 1;
  let end = 1;
  while (isSame(step, stepBetween(placeOf(signs[end]), placeOf(signs[end + 1])))) end++;
  return end + 1;
}

function stepBetween(from: Place | undefined, to: Place | undefined): Place | undefined {
  return from && to && [to[0] - from[0], to[1] - from[1]];
}

const isSame = (step: Place, other: Place | undefined): boolean =>
  other !== undefined && step[0] === other[0] && step[1] === other[1];
