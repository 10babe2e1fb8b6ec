/** What a page shows of a judged file. */
import { importCodes } from "#shared/import/import-codes.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import type { JudgementSummary, ProblemPage, ProblemQuery } from "./worker-messages.ts";

/** What a file says, all of it but the people. */
export interface JudgedWhole {
  readonly rows: number;
  /** How many can be taken. */
  readonly people: number;
  readonly problems: readonly ImportProblem[];
}

export function summaryOf({ rows, people, problems }: JudgedWhole): JudgementSummary {
  const wrong = problems.filter(({ severity }) => severity === "error");
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    ...{ rows, people, errors: wrong.length },
    warnings: problems.length - wrong.length,
    rowsWithErrors: new Set(wrong.map(({ row }) => row)).size,
    codes: importCodes.flatMap((code) => {
      const count = counts.get(code);
      return count === undefined ? [] : [{ code, count }];
    }),
    refusal: wrong.find(({ code }) => code.startsWith("file-")),
  };
}

export function pageOf(
  problems: readonly ImportProblem[],
  { code, from, limit }: ProblemQuery,
): ProblemPage {
  const wanted = code ? problems.filter((each) => each.code === code) : problems;
  return { items: wanted.slice(from, from + limit), total: wanted.length };
}
