/** From what is typed in the form of a letter to the letter's words. */
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import {
  type LetterKind,
  type LetterPart,
  letterKindRules,
  secrecies,
  urgencies,
} from "#shared/letter/letter-kinds.ts";
import { ruleOf } from "#shared/letter/letter-rules.ts";
import { linesOf } from "../desk/paragraphs.tsx";
import type { FieldProblem } from "../forms/form.tsx";

type Words = LetterAnswer["words"];

export interface Typed {
  readonly kind: LetterKind;
  readonly values: Readonly<Record<string, string>>;
  readonly people: LetterAnswer["people"];
}

export const mostRows = ruleOf("lines");
export const rowName = (name: string, key: string, row: number) => `${name}-${key}-${row}`;

const rowKeys = { income: ["what", "amount"], items: ["what", "count", "note"] } as const;
const rows = Array.from({ length: mostRows }, (_, row) => row);
const rowNames = (["income", "items"] as const).flatMap((name) =>
  rows.flatMap((row) => rowKeys[name].map((key) => rowName(name, key, row))),
);

/** Those that a kind has not are empty. */
export const fieldNames: readonly string[] = [
  ...["hal", "classification", "urgency", "secrecy", "people", "leader", "to", "considering"],
  ...["basis", "tasks", "income", "items", "text", "purpose", "post", "onBehalf", "copies"],
  ...rowNames,
];

const textIn = ({ values }: Typed, name: string) => values[name]?.trim() ?? "";

function rowsIn(typed: Typed, name: "income" | "items") {
  return rows
    .map((row) => ({
      row,
      said: rowKeys[name].map((key) => textIn(typed, rowName(name, key, row))),
    }))
    .filter(({ said }) => said.some((each) => each !== ""));
}

/** «Rp 3.500.000» is 3500000; undefined of what is no amount. */
function amountOf(said: string): number | undefined {
  const digits = said.replace(/^rp/i, "").replace(/,00?$/, "").replaceAll(/[.\s]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/** What the kind needs and is not there, and lists that are too long. */
export function missingIn(typed: Typed): FieldProblem<string>[] {
  const max = mostRows;
  const missing = [
    ...["hal", "classification", "post"].filter((name) => textIn(typed, name) === ""),
    ...letterKindRules[typed.kind].needs.flatMap((part) => missingPart(typed, part)),
  ];
  const long = ["to", "considering", "basis", "tasks", "copies"].filter(
    (name) => linesOf(typed.values[name] ?? "").length > max,
  );
  const wrong = rowsIn(typed, "income").filter(({ said }) => amountOf(said[1] ?? "") === undefined);
  return [
    ...missing.map((field) => ({ field, code: "required" as const })),
    ...long.map((field) => ({ field, code: "too-long" as const, params: { max } })),
    ...wrong.map(({ row }) => ({
      ...{ field: rowName("income", "amount", row), code: "number-malformed" as const },
    })),
  ];
}

/** The field that is to be filled in where a part is empty. */
function missingPart(typed: Typed, part: LetterPart): readonly string[] {
  const isEmpty = {
    people: () => typed.people.length === 0,
    grounds: () => textIn(typed, "considering") + textIn(typed, "basis") === "",
    income: () => rowsIn(typed, "income").length === 0,
    items: () => rowsIn(typed, "items").length === 0,
    tasks: () => textIn(typed, "tasks") === "",
    purpose: () => textIn(typed, "purpose") === "",
    to: () => textIn(typed, "to") === "",
    text: () => textIn(typed, "text") === "",
  }[part];
  return isEmpty() ? [part === "grounds" ? "basis" : part] : [];
}

/** @param typed without `missingIn` */
export function wordsOf(typed: Typed): Words {
  const { kind, values, people } = typed;
  const lines = (name: string) => linesOf(values[name] ?? "");
  const onBehalf = textIn(typed, "onBehalf");
  const leader = people.find(({ id }) => id === values.leader)?.id;
  return {
    kind,
    ...{ hal: textIn(typed, "hal"), classification: textIn(typed, "classification") },
    urgency: urgencies.find((each) => each === values.urgency) ?? "biasa",
    secrecy: secrecies.find((each) => each === values.secrecy) ?? "B",
    people: people.map(({ id }) => id),
    ...(leader !== undefined && { leader }),
    ...{ considering: lines("considering"), basis: lines("basis"), tasks: lines("tasks") },
    income: rowsIn(typed, "income").map(({ said: [what = "", amount = ""] }) => ({
      ...{ what, amount: amountOf(amount) ?? 0 },
    })),
    items: rowsIn(typed, "items").map(({ said: [what = "", count = "", note = ""] }) => ({
      ...{ what, count, note },
    })),
    ...{ purpose: textIn(typed, "purpose"), to: lines("to"), text: lines("text").join("\n") },
    ...{ copies: lines("copies"), post: postIn(textIn(typed, "post")) },
    onBehalf: onBehalf === "" ? [] : onBehalf.split(" ").map(postIn),
  };
}

function postIn(value: string): Words["post"] {
  return `pst_${value.replace(/^pst_/, "")}`;
}
