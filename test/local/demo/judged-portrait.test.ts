import { expect, test } from "vitest";
import { judgedPortrait } from "../../../local/demo/judged-portrait.ts";
import { demoPeople } from "../../../local/demo/people.ts";

const judged = [
  ...["format", "size", "dimensions", "transparency", "sharpness", "light", "colour"],
  ...["face", "pose", "dress", "eyes"],
];

test("of each of the demo's photos officers read what the judge says, rule by rule", async () => {
  const portraits = demoPeople().flatMap(({ portrait }) => portrait ?? []);
  expect(portraits.length).toBeGreaterThan(0);
  for (const portrait of portraits) {
    const { report, pictures } = await judgedPortrait(portrait);
    expect(report.accepted).toBe(true);
    expect(report.rules.map(({ rule }) => rule)).toEqual(judged);
    expect(pictures.small.length).toBeGreaterThan(0);
  }
});
