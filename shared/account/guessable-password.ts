/** The checks that only the server makes: longer lists of words, rows of characters, the holder's own name. */
import { containsCommonWord, isMadeOf, mostCommonWords } from "./common-passwords.ts";
import { isMostlyRows } from "./key-runs.ts";
import { isOneWord } from "./one-word.ts";
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

/**
 * @param name of the holder; undefined when it is not known who is asking
 * @returns every reason why it is easily guessed
 */
export async function guessableProblems(
  password: string,
  name?: string,
): Promise<PasswordProblem[]> {
  // Only a new password needs the list, so no login waits for it.
  const { passwordWords } = await import("./password-words.ts");
  // Digits at the end do not replace letters: "p@ssw0rd12345" ends with 12345, not with "i2eas".
  const core = password.replace(/[^a-z]+$/i, "");
  const isCommon =
    containsCommonWord(core) ||
    isMadeOf(favourites, password, mostCommonWords) ||
    isMostlyRows(password) ||
    isOneWord(passwordWords, password);
  return [
    ...(isCommon ? [{ code: "password-common" } as const] : []),
    ...(name && isMadeOf(wordsOf(name), password) ? [{ code: "password-personal" } as const] : []),
  ];
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
