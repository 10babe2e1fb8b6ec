/** The checks that only the server makes: longer lists of words, rows of characters, the holder's own name. */
import { containsCommonWord, isMadeOf } from "./common-passwords.ts";
import type { PasswordProblem } from "./password-rules.ts";

/** Teams, heroes, brands and endearments of leaked lists in Indonesia. Only the server checks them, so that the page is small. */
const favourites = [
  "liverpool",
  "chelsea",
  "arsenal",
  "barcelona",
  "realmadrid",
  "manchester",
  "united",
  "juventus",
  "milan",
  "persib",
  "persija",
  "persebaya",
  "arema",
  "ronaldo",
  "messi",
  "doraemon",
  "naruto",
  "sasuke",
  "pokemon",
  "pikachu",
  "spongebob",
  "hellokitty",
  "batman",
  "spiderman",
  "ironman",
  "avengers",
  "starwars",
  "samsung",
  "xiaomi",
  "android",
  "iphone",
  "google",
  "facebook",
  "instagram",
  "whatsapp",
  "telkomsel",
  "indomie",
  "ramadhan",
  "lebaran",
  "muhammad",
  "allahuakbar",
  "subhanallah",
  "astaghfirullah",
  "mamapapa",
  "ayahibu",
  "anaksholeh",
  "semangat",
  "sukses",
  "bahagia",
  "cintakamu",
  "kucing",
  "kelinci",
  "mawar",
  "melati",
  "computer",
  "internet",
  "hello",
  "summer",
  "winter",
  "monday",
  "senin",
  "jumat",
  "januari",
  "agustus",
  "desember",
].sort((a, b) => b.length - a.length);

/** How many characters a row has at least: 1234, dcba, 0000. */
const rowLength = 4;
/** With so many characters beside rows a password is not easily guessed. */
const ownCharacters = 6;

/**
 * @param name of the holder; undefined when it is not known who is asking
 * @returns every reason why it is easily guessed
 */
export function guessableProblems(password: string, name?: string): PasswordProblem[] {
  // Digits at the end do not replace letters: "p@ssw0rd12345" ends with 12345, not with "i2eas".
  const core = password.replace(/[^a-z]+$/i, "");
  const isCommon =
    containsCommonWord(core) || isMadeOf(favourites, password) || isMostlyRows(password);
  return [
    ...(isCommon ? [{ code: "password-common" } as const] : []),
    ...(name && isMadeOf(wordsOf(name), password) ? [{ code: "password-personal" } as const] : []),
  ];
}

function isMostlyRows(password: string): boolean {
  const codes = [...password.toLowerCase()].map((sign) => sign.codePointAt(0) ?? 0);
  let inRows = 0;
  for (let start = 0; start < codes.length; ) {
    const length = rowAt(codes, start);
    if (length >= rowLength) inRows += length;
    start += length >= rowLength ? length : 1;
  }
  return inRows > 0 && codes.length - inRows < ownCharacters;
}

/** How many characters from here on form a row: each is one step higher, one step lower, or the same. */
function rowAt(codes: readonly number[], start: number): number {
  const step = (codes[start + 1] ?? Number.NaN) - (codes[start] ?? 0);
  if (![-1, 0, 1].includes(step)) return 1;
  let end = start + 1;
  while ((codes[end + 1] ?? Number.NaN) - (codes[end] ?? 0) === step) end++;
  return end - start + 1;
}

/** The words of a name that are long enough to be recognised. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .split(/[^\p{Letter}\p{Mark}'’]+/u)
    .map((word) => word.replaceAll(/[^a-z]/g, ""))
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
}
