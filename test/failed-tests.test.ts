import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outcomeOf } from "./failed-tests.ts";

const suite = (parts: object) => {
  const file = join(mkdtempSync(join(tmpdir(), "suite-")), "suite.json");
  writeFileSync(file, JSON.stringify(parts));
  return file;
};

test("each failed test is named with its file and the first line of why", () => {
  const file = suite({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      {
        name: "/somewhere/test/a.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: "holds", status: "passed", failureMessages: [] },
          { fullName: "breaks", status: "failed", failureMessages: ["Error: 1 is not 2\n  at x"] },
        ],
      },
      {
        name: "/somewhere/test/b.test.ts",
        status: "failed",
        message: "No such module",
        assertionResults: [],
      },
      { name: "/somewhere/test/c.test.ts", status: "passed", assertionResults: [] },
    ],
  });

  expect(outcomeOf(file, "/somewhere")).toEqual({
    passed: 2,
    failed: 1,
    failures: ["test/a.test.ts › breaks › Error: 1 is not 2", "test/b.test.ts › No such module"],
  });
});

test("a suite without a report has failed", () => {
  expect(outcomeOf("nowhere.json", "/somewhere")).toMatchObject({ passed: 0, failed: 1 });
});
