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
  type Redrawn,
} from "./model.ts";
import type { Plan } from "./prices.ts";
import { flows, units } from "./units.ts";

const flowNames: Readonly<Record<keyof FlowCounts, string>> = {
  login: "a login: password and code",
  look: "a look at the card: two faces, own requests, messages",
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

/** As many as the issue «Verification» sets its goals for. */
const ofTheGoal = 5_200_000;

function backfillTable(given: Inputs): string[] {
  const { activeShare } = given;
  const ways: readonly Redrawn[] = [true, false].flatMap((isSigned) =>
    [1, activeShare].map((looked) => ({ looked, isSigned })),
  );
  const costs = ways.map((way) => backfill(given, way));
  const names = Object.keys(costs[0] ?? {}).filter((name) => costs.some((each) => each[name]));
  const at = (holders: number) =>
    ways.map((way) => `**${number(dollars(backfill({ ...given, holders }, way)))}**`);
  return table(
    [
      "dollars",
      ...ways.map(
        ({ looked, isSigned }) =>
          `${looked === 1 ? "everybody has looked" : `${number(100 * looked)} % have`}${isSigned ? ", a first signature of each" : ""}`,
      ),
    ],
    [
      ...names.map((name) => [name, ...costs.map((each) => number(each[name] ?? 0))]),
      ["**together**", ...at(given.holders)],
      [`**together, of ${number(ofTheGoal)}**`, ...at(ofTheGoal)],
    ],
  );
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
      ["CloudTrail records who writes a file, not who reads it", saved({ recordReads: false })],
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
