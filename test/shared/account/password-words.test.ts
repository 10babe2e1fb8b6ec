import { dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as indonesian } from "@zxcvbn-ts/language-id";
import { expect, test } from "vitest";
import { guessableProblems } from "#shared/account/guessable-password.ts";
import { passwordProblems } from "#shared/account/password-rules.ts";
import { passwordWords } from "#shared/account/password-words.ts";

const nip = "198502122010012004";
const many = 1000;

/** Numbers below 1, the same for the same seed (a linear congruential generator; Numerical Recipes). */
function numbersOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const oneOf = (list: readonly string[]) => list[below(list.length)] ?? "";
  const some = (signs: string, most: number) =>
    Array.from({ length: below(most + 1) }, () => oneOf([...signs])).join("");
  return { next, below, oneOf, some };
}

const disguises: Readonly<Record<string, string>> = {
  ...{ a: "4@", b: "8", e: "3", g: "9", i: "1!", l: "1", o: "0", s: "5$", t: "7+", z: "2" },
};

const cases: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.charAt(0).toUpperCase() + text.slice(1),
  (text) => [...text].map((sign, place) => (place % 2 ? sign.toUpperCase() : sign)).join(""),
];

/** A word as people dress it: other case, signs for letters, digits and signs around it, twice. */
function dressed(word: string, { next, below, oneOf, some }: ReturnType<typeof numbersOf>): string {
  const disguised = [...word]
    .map((letter) => (next() < 0.3 ? oneOf([...(disguises[letter] ?? letter)]) : letter))
    .join("");
  const cased = cases[below(cases.length)]?.(disguised) ?? "";
  const repeated = next() < 0.1 ? cased + cased : cased;
  return some("!#*", 2) + repeated + some("0123456789", 6) + some("!@#$%?.", 3);
}

test(`of ${many} dressed words, names and leaked passwords 95 % are refused`, async () => {
  const numbers = numbersOf(11);
  const list = [...passwordWords].filter((word) => /[a-z]/.test(word));
  const missed: string[] = [];
  for (let i = 0; i < many; i++) {
    const variant = dressed(numbers.oneOf(list), numbers);
    if ((await guessableProblems(variant)).length === 0) missed.push(variant);
  }
  expect(missed.length, missed.slice(0, 20).join(" ")).toBeLessThanOrEqual(many * 0.05);
});

test(`of ${many} random phrases of four words of the same list none is refused`, async () => {
  const { oneOf } = numbersOf(12);
  const words = [
    ...common["diceware-common"],
    ...indonesian["commonWords-id"].slice(0, 8000),
  ].filter((word) => /^[a-z]{4,}$/.test(word));
  for (let i = 0; i < many; i++) {
    const [first = "", ...others] = Array.from({ length: 4 }, () => oneOf(words));
    const capital = first.charAt(0).toUpperCase() + first.slice(1);
    const phrase = [capital, ...others, oneOf(["3", "7", "42", "1998"])].join(
      oneOf(["-", " ", ".", "_"]),
    );
    const problems = [...passwordProblems(phrase, nip), ...(await guessableProblems(phrase))];
    expect(problems, phrase).toEqual([]);
  }
});

test(`of ${many} random passwords of a manager none is refused`, async () => {
  const { oneOf } = numbersOf(13);
  const signs = [..."abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.!#%"];
  for (let i = 0; i < many; i++) {
    const password = Array.from({ length: 16 }, () => oneOf(signs)).join("");
    expect(await guessableProblems(password), password).toEqual([]);
  }
});

test.each([
  ["Cinta-2026!!!", "an Indonesian word"],
  ["K3luarg4#12345", "with signs for letters"],
  ["!!Sunshine!!2024", "signs before and after"],
  ["4dm1n!2345678", "a sign for its first letter"],
  ["Bambang_170845", "an Indonesian name"],
  ["Jennifer.1990!", "an English name"],
  ["TrustNo1!2345", "a leaked password"],
  ["C-i-n-t-a-2026", "divided"],
  ["Cintacinta!99", "twice"],
  ["1qaz2wsx3edc!A", "columns of the keyboard"],
  ["Zse4xdr5cft6!", "diagonals"],
  ["QWErty!@#456789", "rows, also with Shift"],
  ["789456123A!a", "a number pad"],
])("%s is refused: %s", async (password) => {
  expect((await guessableProblems(password)).map(({ code }) => code)).toEqual(["password-common"]);
});

test.each([
  "cinta-kursi-7-Awan",
  "Kartu-Digital-Kantor-Sandi-9",
  "saya suka Nasi goreng 2 piring!",
  "Correct.Horse.Battery.Staple.4",
])("%s may be used", async (password) => {
  expect([...passwordProblems(password, nip), ...(await guessableProblems(password))]).toEqual([]);
});
