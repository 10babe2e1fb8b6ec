/** The embedded DynamoDB and an independent one, held to the same facts about the real one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { expressionChecks } from "./checks/expression-checks.ts";
import { indexChecks } from "./checks/index-checks.ts";
import { itemChecks } from "./checks/item-checks.ts";
import { limitChecks } from "./checks/limit-checks.ts";
import { queryChecks } from "./checks/query-checks.ts";
import { streamChecks } from "./checks/stream-checks.ts";
import { tableChecks } from "./checks/table-checks.ts";
import { transactionChecks } from "./checks/transaction-checks.ts";
import { dynoxideEngine, type Engine, embeddedEngine } from "./engines.ts";
import { knownDifferences } from "./known-differences.ts";

const checks = [
  ...tableChecks,
  ...itemChecks,
  ...expressionChecks,
  ...limitChecks,
  ...queryChecks,
  ...indexChecks,
  ...transactionChecks,
  ...streamChecks,
];

describe.each([
  { name: "embedded", start: embeddedEngine },
  { name: "dynoxide", start: dynoxideEngine },
] as const)("$name", ({ name, start }) => {
  const differences = knownDifferences[name];
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = await start();
  });

  beforeEach(() => {
    // The embedded cloud writes down what it does not know; here that is asked for.
    vi.spyOn(console, "error").mockReturnValue();
  });

  afterAll(() => engine?.stop());

  test.for(checks)("$name", async (check, { skip }) => {
    if (!engine) return skip("not available on this platform");
    const known = differences[check.name];
    if (known === undefined) await check.run(engine);
    else await expect(check.run(engine), `passes, though: ${known}`).rejects.toThrow();
  });

  test("every known difference is of a check", () => {
    const names = checks.map((check) => check.name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(differences)));
  });
});
