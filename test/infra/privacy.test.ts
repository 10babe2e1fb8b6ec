/** docs/privacy.md says of everything that is stored whose it is, why, and how long: nothing is stored without a row. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ofType, synthesizeResources } from "./templates.ts";

const text = readFileSync("docs/privacy.md", "utf8");
/** Nouns of the first column of the table of what lies where, with the cells of their row. */
const rows = new Map(
  [...text.matchAll(/^\| ([a-z-]+-(?:table|bucket|trail)) \|(.*)\|$/gm)].map(
    ([, noun = "", rest = ""]) => [
      noun.replaceAll("-", ""),
      rest.split("|").map((cell) => cell.trim()),
    ],
  ),
);
const resources = synthesizeResources();
const stored = [
  ...ofType(resources, "AWS::DynamoDB::GlobalTable"),
  ...ofType(resources, "AWS::S3::Bucket"),
].filter(({ stack }) => stack === "Kartu-Data");

test("every table and bucket of the data stack has a row, and no row is of something that is gone", () => {
  const nouns = stored.map(({ id }) => /^[a-z]+?(table|bucket|trail)/.exec(id)?.[0] ?? id);

  expect(nouns.length).toBeGreaterThan(20);
  expect([...rows.keys()].toSorted()).toEqual([...new Set(nouns)].toSorted());
});

test("each row says whose, why, how long and who reads", () => {
  for (const [noun, cells] of rows) {
    expect(cells, noun).toHaveLength(4);
    for (const cell of cells) expect(cell, noun).not.toBe("");
  }
});

test("what a record keeps after its erasure is what the page says", () => {
  const stays = text.slice(text.indexOf("| what stays | why |"));
  for (const word of ["NIP", "kedudukan hukum", "TMT", "contract's end", "kind, agency, unit"])
    expect(stays).toContain(word);
});
