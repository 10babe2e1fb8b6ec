import { expect, test } from "vitest";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import { cutOutcome } from "../../../web/src/studio/cut-outcome.ts";

/** Of 1,000 pixels so many are there. */
const parts = (there: number) => Float32Array.from({ length: 1000 }, (_, i) => (i < there ? 1 : 0));
const unreadFace: RuleOutcome = { rule: "face", verdict: "unread" };
const face: RuleOutcome = { rule: "face", verdict: "passed" };
const noFace: RuleOutcome = { rule: "face", verdict: "failed", code: "no-face" };
const tooLittle: RuleOutcome = {
  rule: "transparency",
  verdict: "failed",
  code: "too-little-person",
};

test.each<[string, number, number | undefined, RuleOutcome[], ReturnType<typeof cutOutcome>]>([
  ["nothing is left", 0, undefined, [unreadFace, tooLittle], "nobody"],
  ["next to nothing is left", 49, undefined, [unreadFace, tooLittle], "nobody"],
  ["too little is left", 150, undefined, [unreadFace, tooLittle], "hardly-anybody"],
  ["a person is left", 400, undefined, [unreadFace], "person"],
  ["the net sees a person", 400, 300, [unreadFace], "person"],
  ["the net sees nobody in what is left", 400, 5, [unreadFace], "nobody"],
  ["the net sees nobody, but there is a face", 400, 5, [face], "person"],
  ["what is left has no face", 400, 300, [noFace], "nobody"],
])("where %s", (_, left, guessed, rules, outcome) => {
  const guess = guessed === undefined ? undefined : parts(guessed);
  expect(cutOutcome({ alpha: parts(left), guess, rules })).toBe(outcome);
});
