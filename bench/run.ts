/** `npm run bench -- NAME [--json] [--rounds N] [--only PART]`: measures, and prints ratios of what ran side by side, and which goals are kept. */
import { parseArgs } from "node:util";
import type { Bench, Goal, Report } from "./bench.ts";

/** Loaded when asked for: each brings much along. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  start: async () => (await import("./start.ts")).start,
  dev: async () => (await import("./dev.ts")).dev,
  pipeline: async () => (await import("./pipeline.ts")).pipeline,
  login: async () => (await import("./login.ts")).login,
  card: async () => (await import("./card.ts")).card,
  issue: async () => (await import("./issue.ts")).issue,
  pdf: async () => (await import("./pdf.ts")).pdf,
  verify: async () => (await import("./verify.ts")).verify,
  "weak-link": async () => (await import("./weak-link.ts")).weakLink,
  backfill: async () => (await import("./backfill.ts")).backfill,
  workers: async () => (await import("./workers.ts")).workers,
  idle: async () => (await import("./idle.ts")).idle,
  mails: async () => (await import("./mails.ts")).mails,
  reconcile: async () => (await import("./reconcile.ts")).reconcile,
  cost: async () => (await import("./cost.ts")).cost,
  import: async () => (await import("./import.ts")).importFiles,
  attendance: async () => (await import("./attendance.ts")).attendance,
  decrees: async () => (await import("./decrees.ts")).decrees,
  history: async () => (await import("./history.ts")).history,
  captcha: async () => (await import("./captcha.ts")).captcha,
  alarms: async () => (await import("./alarms.ts")).alarms,
  photo: async () => (await import("./photo.ts")).photo,
  studio: async () => (await import("./studio.ts")).studio,
  files: async () => (await import("./files.ts")).files,
  officer: async () => (await import("./officer.ts")).officer,
};

/**
 * @param known the benches there are, by name
 * @returns the names of the goals that were missed
 * @throws Error saying in one sentence what is wrong with the command line
 */
export async function runBench(
  args: readonly string[],
  known: Readonly<Record<string, () => Promise<Bench>>>,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
    },
  });
  const [name] = positionals;
  if (name === undefined) {
    for (const [each, load] of Object.entries(known)) print(`${each}: ${(await load()).about}`);
    return [];
  }
  const load = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!load)
    throw new Error(`There is no bench ${name}; there are ${Object.keys(known).join(", ")}.`);
  const bench = await load();
  const report = await bench.measure({
    rounds: readRounds(values.rounds, bench.rounds),
    only: values.only,
  });
  const goals = report.goals ?? [];
  for (const line of [...(report.lines ?? []), ...table(report), ...goalTable(goals)]) print(line);
  if (values.json) print(JSON.stringify({ bench: name, ...report }));
  return goals.filter((goal) => !isKept(goal)).map((goal) => goal.name);
}

function readRounds(given: string | undefined, usual: number): number {
  const rounds = Number(given ?? usual);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new Error(`--rounds takes a whole number above 0, not ${given}.`);
}

function table({ ratios, figures }: Report): string[] {
  const rows = [...Object.entries(figures), ...Object.entries(ratios).map(ratioRow)];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function isKept({ measured, least = -Infinity, most = Infinity }: Goal): boolean {
  return measured >= least && measured <= most;
}

/** A line for each goal: what is wanted, what was measured, and whether it is kept. */
function goalTable(goals: readonly Goal[]): string[] {
  if (goals.length === 0) return [];
  const width = Math.max(...goals.map(({ name }) => name.length));
  const line = (...[name = "", ...cells]: string[]) =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(12)).join("");
  return [
    `\n${line("goal", "wanted", "measured", "kept")}`,
    ...goals.map((goal) => {
      const wanted = goal.most === undefined ? `>= ${goal.least}` : `<= ${goal.most}`;
      return line(goal.name, wanted, String(goal.measured), isKept(goal) ? "yes" : "MISSED");
    }),
  ];
}

function ratioRow([name, value]: [string, number]): [string, string] {
  return [`ratio ${name}`, `${value} x`];
}

if (import.meta.main) {
  try {
    const missed = await runBench(process.argv.slice(2), benches, console.log);
    if (missed.length > 0) console.error(`Missed: ${missed.join("; ")}.`);
    // Whatever a bench has opened does not keep it.
    process.exit(missed.length > 0 ? 1 : 0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
