/** Whole numbers in Indonesian words, as certificates and letters have them beside the digits: «dua puluh», «seribu lima ratus». */
const ones = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
];
const scales = [
  { of: 1_000_000_000_000, word: "triliun" },
  { of: 1_000_000_000, word: "miliar" },
  { of: 1_000_000, word: "juta" },
  { of: 1000, word: "ribu" },
  { of: 100, word: "ratus" },
] as const;

/** @throws RangeError below zero, above what a number holds, or with a fraction */
export function numberInWords(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 1e15)
    throw new RangeError("Only whole numbers from zero to a thousand trillion have words.");
  return number === 0 ? "nol" : words(number);
}

function words(number: number): string {
  const scale = scales.find(({ of }) => number >= of);
  if (!scale) return belowHundred(number);
  const count = Math.floor(number / scale.of);
  // «Seratus» and «seribu», but «satu juta».
  const head =
    count === 1 && scale.of <= 1000 ? `se${scale.word}` : `${words(count)} ${scale.word}`;
  const rest = number % scale.of;
  return rest === 0 ? head : `${head} ${words(rest)}`;
}

function belowHundred(number: number): string {
  if (number < 10) return ones[number] ?? "";
  if (number === 10) return "sepuluh";
  if (number === 11) return "sebelas";
  if (number < 20) return `${ones[number - 10]} belas`;
  const tens = `${ones[Math.floor(number / 10)]} puluh`;
  return number % 10 === 0 ? tens : `${tens} ${ones[number % 10]}`;
}
