/** What is wrong with a letter or an agency's ways of writing one: all of it at once, by field and code. */
const letterFindingCodes = [
  "required",
  "too-long",
  "too-many",
  "malformed",
  "characters-hidden",
  "characters-unsupported",
  "day-malformed",
  "pattern-brace",
  "placeholder-unknown",
  "placeholder-missing",
  "placeholder-twice",
  "not-of-this-kind",
  "one-person",
  "person-twice",
  "person-unknown",
  "person-not-active",
  "names-a-person",
  "amount-malformed",
  "behalf-too-long",
  "behalf-not-above",
  "behalf-of-stand-in",
  "plt-may-not",
  "nobody-acts",
  "signs-for-oneself",
] as const;
type LetterFindingCode = (typeof letterFindingCodes)[number];

export interface LetterFinding {
  /** As the form spells it; of a list with its place from 0: «people.3». */
  readonly field: string;
  readonly code: LetterFindingCode;
  /** Never what somebody typed but the name of a placeholder. */
  readonly params?: Readonly<Record<string, string | number>>;
}
