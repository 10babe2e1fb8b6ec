import type { LetterProfileText } from "../id/letter-profile.ts";

export const en: LetterProfileText = {
  title: "The agency's format",
  lead: "Pattern of numbers, codes and copies of your agency's letters. A change counts for letters that are signed after it.",
  kop: "The head has the name, address and emblem of the page of the agency; signers are those of the page of the officials.",
  place: "Place",
  placeHint: "Before the letter's day, for example Mataram",
  unit: "Code of the issuing unit",
  unitHint: "In the number, for example BKPSDM",
  digits: "Digits of the running number",
  pattern: "Pattern of numbers",
  patternHint: (names) => `It may have ${names}. {urut} and {tahun} must be there.`,
  example: (number) => `Example: ${number}`,
  patterns: "Pattern of numbers by kind",
  patternsHint: "Empty where it is the pattern above.",
  classifications: "Archive classification codes by kind",
  classificationsHint: "What a new letter begins with. May be empty.",
  copies: "Copies (tembusan)",
  copiesHint: "What a new letter begins with, one recipient a line",
  reason: "Basis",
  reasonHint: "Number and day of the decision. It is kept in the history.",
  save: "Save",
  sample: "See a sample (PDF)",
  sampleKind: "Kind of letter",
  sampleHint: "A sample letter with very long names and posts, in the format as it is kept.",
  saved: "The format is saved.",
  unsaid: "Not said yet: below is the usual one as a proposal.",
  failures: {
    "letter-changed":
      "Somebody else has just changed the format. Load the page again to see it as it is now.",
  },
};
