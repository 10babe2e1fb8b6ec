/** What the passwords of leaked lists are made of, world-wide and in Indonesia. */
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

/** Letters beside common words that make a password one's own. */
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
 * Whether a password is a common word dressed up: "P@ssw0rd2024!", "Indonesia#17081945". Digits and signs around it
 * do not help, a few letters neither; a phrase that merely has such a word in it is fine.
 */
export function containsCommonWord(password: string): boolean {
  return isMadeOf(words, password);
}

/** Whether little more than these words is in a password. @param known in small letters a to z, the longest first */
export function isMadeOf(known: readonly string[], password: string): boolean {
  const plain = password.toLowerCase();
  const undressed = plain.replaceAll(/[013457@$!]/g, (sign) => lookalikes[sign] ?? sign);
  return [plain, undressed].some((text) => {
    const letters = text.replaceAll(/[^a-z]/g, "");
    const rest = known.reduce((left, word) => left.replaceAll(word, " "), letters);
    return rest !== letters && rest.replaceAll(" ", "").length < ownLetters;
  });
}
