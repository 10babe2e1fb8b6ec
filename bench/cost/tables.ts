/** The tables of docs/cost.md. */
import {
  backfill,
  cognito,
  dollars,
  type FlowCounts,
  type Inputs,
  month,
  occasions,
  passiveHolder,
  priced,
} from "./model.ts";
import type { Plan } from "./prices.ts";
import { flows, units } from "./units.ts";

const flowNames: Readonly<Record<keyof FlowCounts, string>> = {
  login: "a login: password and code",
  look: "a look at the card: two faces, messages",
  check: "a check by a stranger: captcha, answer",
  change: "a change by an officer: found, opened, saved; drawn, told, mailed",
  photo: "a new photo: sent, validated, confirmed; drawn, told, mailed",
  activation: "an activation: code by mail, password, authenticator, first login",
  idleDay: "a day of the schedules, nobody coming",
};

/** Markdown, with a title for each table. */
export function tablesOf(counts: FlowCounts, given: Inputs): string[] {
  return [
    "### Counted: what a flow needs once",
    ...countedTable(counts),
    "### A month, by what is paid for",
    ...monthTable(counts, given),
    "### A month, by flow, without the accounts",
    ...flowTable(counts, given),
    "### The accounts, by plan",
    ...planTable(given),
    "### A holder who never comes",
    `${cents(passiveHolder(counts, given))} a year: ${number(given.changes)} change of the record with its card and mail, and keeping both. Nothing for Cognito: who does not sign in is not active.`,
    "",
    "### Three levers",
    ...leverTable(counts, given),
    "### A new template for all of them, once, by `kartu backfill`",
    ...backfillTable(given),
  ];
}

function countedTable(counts: FlowCounts): string[] {
  const rows = flows.map((flow) => [
    flowNames[flow],
    ...units.map((unit) => number(counts[flow][unit] ?? 0)),
    cents(dollars(priced(counts[flow], true))),
  ]);
  return table(["flow", ...units, "price"], rows);
}

function monthTable(counts: FlowCounts, given: Inputs): string[] {
  const by = month(counts, given);
  const rows = Object.entries(by)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, each]) => [name, number(each)]);
  return table(
    ["what", "dollars a month"],
    [...rows, ["**together**", `**${number(dollars(by))}**`]],
  );
}

function flowTable(counts: FlowCounts, given: Inputs): string[] {
  const happens = occasions(given);
  const rows = flows.map((flow) => {
    const once = dollars(priced(counts[flow], given.recordReads));
    return [flowNames[flow], number(happens[flow]), number(once * happens[flow])];
  });
  return table(["flow", "times a month", "dollars a month"], rows);
}

function planTable({ holders, activeShare }: Inputs): string[] {
  const shares = [0.05, activeShare, 1];
  const plans: Plan[] = ["LITE", "ESSENTIALS", "PLUS"];
  return table(
    ["plan", ...shares.map((share) => `${number(holders * share)} active`)],
    plans.map((plan) => [plan, ...shares.map((share) => number(cognito(holders * share, plan)))]),
  );
}

function backfillTable(given: Inputs): string[] {
  const by = Object.entries(backfill(given)).filter(([, each]) => each > 0);
  const together = by.reduce((all, [, each]) => all + each, 0);
  const rows = by.map(([name, each]) => [name, number(each)]);
  return table(["what", "dollars"], [...rows, ["**together**", `**${number(together)}**`]]);
}

function leverTable(counts: FlowCounts, given: Inputs): string[] {
  const now = dollars(month(counts, given));
  const saved = (changed: Partial<Inputs>, of = counts) =>
    number(now - dollars(month(of, { ...given, ...changed })));
  const quietChange = { ...counts.change, mails: 0 };
  return table(
    ["lever", "saves, dollars a month"],
    [
      [
        "holders sign in every second month instead (fewer reasons to come, a saved file)",
        saved({ activeShare: given.activeShare / 2 }),
      ],
      [
        "a change tells by inbox only, without a mail",
        saved({}, { ...counts, change: quietChange }),
      ],
      ["CloudTrail records who writes a face, not who reads it", saved({ recordReads: false })],
    ],
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return ["", row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row), ""];
}

/** Three digits that count. */
function number(value: number): string {
  if (Math.abs(value) >= 1000) return Number(value.toPrecision(3)).toLocaleString("en-US");
  return `${Number(value.toPrecision(value < 1 ? 2 : 3))}`;
}

function cents(value: number): string {
  return `${Number((value * 100).toPrecision(2))} cents`;
}
