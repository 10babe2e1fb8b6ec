/** The words in passwords of leaked lists, world-wide and in Indonesia. */
const words = [
  "password",
  "passwort",
  "qwertyuiop",
  "qwerty",
  "asdfghjkl",
  "asdfgh",
  "zxcvbnm",
  "zxcvbn",
  "qazwsx",
  "abcdefgh",
  "abcdef",
  "abcd",
  "abc",
  "admin",
  "administrator",
  "welcome",
  "letmein",
  "iloveyou",
  "sunshine",
  "princess",
  "football",
  "monkey",
  "dragon",
  "master",
  "superman",
  "secret",
  "login",
  "user",
  "test",
  "default",
  "changeme",
  "indonesia",
  "indonesiaraya",
  "nusantara",
  "garuda",
  "pancasila",
  "merdeka",
  "jakarta",
  "bandung",
  "surabaya",
  "semarang",
  "yogyakarta",
  "medan",
  "makassar",
  "bismillah",
  "alhamdulillah",
  "assalamualaikum",
  "rahasia",
  "rahasiaku",
  "sayang",
  "sayangku",
  "akusayangkamu",
  "cintaku",
  "cinta",
  "anakku",
  "keluarga",
  "katasandi",
  "sandi",
  "ganteng",
  "cantik",
  "pegawai",
  "negeri",
  "sipil",
  "kantor",
  "dinas",
  "pemda",
  "pppk",
  "pns",
  "asn",
  "bkn",
  "bkd",
  "bkpsdm",
  "siasn",
  "mysapk",
  "myasn",
  "kartu",
  "virtual",
  "digital",
].sort((a, b) => b.length - a.length);

/** With so many letters beside common words a password is not common. */
const ownLetters = 4;

const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * Whether a password is a common word with the usual changes: "P@ssw0rd2024!", "Indonesia#17081945". Digits, signs and a few
 * letters around the word do not help. A phrase that has such a word among others is accepted.
 */
export function containsCommonWord(password: string): boolean {
  return isMadeOf(words, password, mostCommonWords);
}

/** A phrase of more different words is not easily guessed, though each of them is common. */
export const mostCommonWords = 2;

/**
 * Whether a password has little besides these words.
 * @param known in small letters a to z, the longest first @param mostWords how many different ones count
 */
export function isMadeOf(
  known: readonly string[],
  password: string,
  mostWords = Number.POSITIVE_INFINITY,
): boolean {
  const plain = password.toLowerCase();
  const undressed = plain.replaceAll(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign);
  return [plain, undressed].some((text) => {
    const letters = text.replaceAll(/[^a-z]/g, "");
    let rest = letters;
    const found = known.filter((word) => {
      const before = rest;
      rest = rest.replaceAll(word, " ");
      return rest !== before;
    });
    const isLittle = rest.replaceAll(" ", "").length < ownLetters;
    return found.length > 0 && found.length <= mostWords && isLittle;
  });
}
