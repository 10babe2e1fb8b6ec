import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentPath, documentWith, recordedCounts } from "../../../bench/cost/document.ts";

test("docs/cost.md has the model's figures, of these inputs, prices and counts", () => {
  const document = readFileSync(documentPath, "utf8");

  expect(documentWith(document, recordedCounts())).toBe(document);
});

test("every flow was counted, and none costs nothing", () => {
  for (const [flow, counts] of Object.entries(recordedCounts()))
    expect([flow, (counts.readUnits ?? 0) > 0 && (counts.invocations ?? 0) > 0]).toEqual([
      flow,
      true,
    ]);
});
