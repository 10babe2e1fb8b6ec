import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importCodes, severityOf } from "#shared/import/import-codes.ts";
import { en } from "../../../web/src/messages/en/import-problems.ts";
import { type ImportProblems, id } from "../../../web/src/messages/id/import-problems.ts";

test("docs/impor.md lists every code with its severity, in the order of the code, and no other", () => {
  const listed = [
    ...readFileSync("docs/impor.md", "utf8").matchAll(/^\| `([\w-]+)` \| (error|warning) \| /gm),
  ].map(([, code, severity]) => `${code} ${severity}`);

  expect(listed).toEqual(importCodes.map((code) => `${code} ${severityOf(code)}`));
});

test("every code has a sentence in both languages, which begins small and ends", () => {
  const params = {
    max: 1,
    row: 1,
    read: "a",
    right: "b",
    list: "c",
    character: "d",
    place: 1,
    column: "e",
  };
  for (const texts of [id, en])
    for (const code of importCodes) {
      const text: ImportProblems[typeof code] = texts[code];
      expect(typeof text === "string" ? text : text(params), code).toMatch(/^\S.*[.?]$/);
    }
});
