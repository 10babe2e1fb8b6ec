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
  return isMadeOf(words, password);
}

/** Whether a password has little besides these words. @param known in small letters a to z, the longest first */
export function isMadeOf(known: readonly string[], password: string): boolean {
  const plain = password.toLowerCase();
  const undressed = plain.replaceAll(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign);
  return [plain, undressed].some((text) => {
    const letters = text.replaceAll(/[^a-z]/g, "");
    const rest = known.reduce((left, word) => left.replaceAll(word, " "), letters);
    return rest !== letters && rest.replaceAll(" ", "").length < ownLetters;
  });
}
