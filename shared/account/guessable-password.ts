/** What a guesser tries that the page does not look for by itself: longer lists, rows of signs, the holder's own name. */
import { containsCommonWord, isMadeOf } from "./common-passwords.ts";
import type { PasswordProblem } from "./password-rules.ts";

/** Teams, heroes, brands and endearments of leaked lists in Indonesia. The page need not carry them. */
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

/** Signs in a row before they count as a row: 1234, dcba, 0000. */
const rowLength = 4;
/** Characters beside rows that make a password one's own. */
const ownCharacters = 6;

/**
 * @param name of the holder; undefined when it is not known who is asking
 * @returns every reason why it is easily guessed
 */
export function guessableProblems(password: string, name?: string): PasswordProblem[] {
  // Digits at the end stand for themselves: "p@ssw0rd12345" is no "password i2eas".
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

/** How many characters from here on go up, down or stay by one step. */
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
