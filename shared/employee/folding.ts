/** How texts that people type are compared: without regard to case, accents, and what cannot be seen. */

/** Latin letters that Unicode does not split into a base letter and a mark. */
const plain: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ĸ: "k",
  ł: "l",
  ŋ: "n",
  ø: "o",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ŧ: "t",
  þ: "th",
  ə: "e",
  ƒ: "f",
};

const unsplit = new RegExp(`[${Object.keys(plain).join("")}]`, "gu");
/** Most texts have nothing to fold but capitals. */
const ascii = /^[ -~]*$/;

/** Digits of any script as 0 to 9: "١٩" is 19. In Unicode the ten digits of a script follow one another. */
export function foldDigits(text: string): string {
  if (ascii.test(text)) return text;
  return text.normalize("NFKC").replaceAll(/\p{Nd}/gu, (digit) => {
    let value = 0;
    const code = digit.codePointAt(0) ?? 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}

/**
 * The words of a name or of a search for one: small letters and digits. Apostrophes and dots are left out; a hyphen joins
 * its parts to one word, whose later parts can be found as well ("Al-Ghifari": alghifari, ghifari).
 */
export function foldWords(text: string): string[] {
  const words = foldDigits(text)
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(unsplit, (letter) => plain[letter] ?? letter)
    .split(/[\s,;/]+/);
  const parts = words.map((word) =>
    word.split(/\p{Pd}/u).map((part) => part.replaceAll(/[^a-z0-9]/g, "")),
  );
  const whole = parts.map((word) => word.join(""));
  return [...whole, ...parts.flatMap((word) => word.slice(1))].filter((word) => word !== "");
}
