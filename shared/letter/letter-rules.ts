/** The numbers of the rules on letters: data with a source, never constants in the code that asks them. */
interface LetterRule {
  readonly value: number;
  readonly source: string;
  /** "reading": nothing was read that says it, so it is ours and may be another one. */
  readonly certainty: "text" | "account" | "reading";
}

export const letterRules = {
  /** From one more on the people of a letter stand in an annex. */
  peopleInBody: {
    value: 3,
    source: "Surat tugas: «banyak orang: tabel atau lampiran»; how many is no rule that was read",
    certainty: "reading",
  },
  /** People of one letter. */
  people: { value: 200, source: "An item of a table is small enough", certainty: "reading" },
  /** Levels of «a.n.» and «u.b.» above who signs. */
  behalfLevels: {
    value: 2,
    source: "Peraturan BKN 16/2020, articles 241 to 243: u.b. only after a.n., two levels at most",
    certainty: "account",
  },
  /** Numbers that can be inserted after one: two digits are written. */
  insertedAfterOne: {
    value: 99,
    source: "Practice of registers: 005.01",
    certainty: "account",
  },
  hal: { value: 160, source: "A heading of two lines", certainty: "reading" },
  line: { value: 300, source: "Three lines of a page", certainty: "reading" },
  paragraph: {
    value: 1200,
    source: "Has room on a page in the widest letters",
    certainty: "reading",
  },
  text: { value: 6000, source: "Three pages", certainty: "reading" },
  lines: { value: 20, source: "As circulars have addressees", certainty: "reading" },
} as const satisfies Record<string, LetterRule>;

/** The value of a rule. */
export function ruleOf(name: keyof typeof letterRules): number {
  return letterRules[name].value;
}
