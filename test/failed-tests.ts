/** The names of the tests that failed, from vitest's JSON report: told last, where a long log is not to be searched. */
import { readFileSync } from "node:fs";
import * as z from "zod";

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      /** Why the file could not run at all. */
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

export interface SuiteOutcome {
  readonly passed: number;
  readonly failed: number;
  /** One line a failed test: file, test, the first line of why. */
  readonly failures: readonly string[];
}

/** What a suite's report says; without a report it failed as a whole. @param root the folder that file names begin in */
export function outcomeOf(file: string, root: string): SuiteOutcome {
  try {
    const { numPassedTests, numFailedTests, testResults } = report.parse(
      JSON.parse(readFileSync(file, "utf8")),
    );
    const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const path = name.replaceAll("\\", "/").replace(`${root.replaceAll("\\", "/")}/`, "");
      const failed = assertionResults.filter((result) => result.status === "failed");
      if (failed.length === 0) return status === "failed" ? [line(path, "", message)] : [];
      return failed.map(({ fullName, failureMessages }) =>
        line(path, fullName, failureMessages?.[0]),
      );
    });
    return { passed: numPassedTests, failed: numFailedTests, failures };
  } catch {
    return { passed: 0, failed: 1, failures: [`${file}: no report`] };
  }
}

function line(path: string, test: string, why = ""): string {
  const first = why.split("\n")[0]?.slice(0, 200) ?? "";
  return [path, test, first].filter((part) => part !== "").join(" › ");
}
