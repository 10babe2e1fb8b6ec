/** Whether a password is one word of a list, in one of the dresses that people give it. */

/** What stands for which letters; some signs stand for more than one. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b" },
  ...{ "9": "g", "@": "a", $: "s", "!": "il", "|": "il", "+": "t", "(": "c", "€": "e" },
};
/** Of how many signs before and after the letters some may be letters in disguise: "4dm1n", "p4ssw0r6". */
const longestEdge = 4;
/** Of a text with many signs that stand for more than one letter. */
const mostReadings = 16;

/**
 * Only the whole of a password counts: "Cinta#2026" and "C!nt4cinta" are the word «cinta», but "cinta-kursi-7-awan" is no word of any list.
 * So a phrase of several words is never refused for one of them.
 * @param words in small letters
 */
export function isOneWord(words: ReadonlySet<string>, password: string): boolean {
  const plain = password
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "");
  return coresOf(plain).some((core) => readingsOf(core).some((text) => isWord(words, text)));
}

/** The text without digits and signs at its ends, with and without the nearest of them. */
function coresOf(text: string): string[] {
  const first = text.search(/[a-z]/);
  if (first < 0) return [text];
  const last = text.length - (/[^a-z]*$/.exec(text)?.[0].length ?? 0);
  const cores: string[] = [];
  for (let start = first; start >= Math.max(0, first - longestEdge); start--)
    for (let end = last; end <= Math.min(text.length, last + longestEdge); end++)
      cores.push(text.slice(start, end));
  return cores;
}

/** As it stands, without what divides it, and with letters for what looks like them. */
function readingsOf(core: string): string[] {
  const undressed = [...core].reduce<readonly string[]>(
    (texts, sign) => {
      const letters = lookalikes[sign] ?? (/[a-z]/.test(sign) ? sign : "");
      // A text with so many doubtful signs is read one way from there on.
      const wanted = texts.length < mostReadings ? [...letters] : [...letters.slice(0, 1)];
      return wanted.length === 0 ? texts : wanted.flatMap((letter) => texts.map((t) => t + letter));
    },
    [""],
  );
  return [core, core.replaceAll(/[^a-z0-9]/g, ""), ...undressed, core.replaceAll(/[^a-z]/g, "")];
}

/** "cintacinta" is «cinta» as well. */
function isWord(words: ReadonlySet<string>, text: string): boolean {
  const [, repeated = text] = /^(.{3,}?)\1+$/.exec(text) ?? [];
  return words.has(text) || words.has(repeated);
}
