import { describe, expect, test } from "vitest";
import type { Measurement, RuleVerdict } from "#shared/http/contract.ts";
import { en } from "../../../web/src/messages/en/photo.ts";
import { id } from "../../../web/src/messages/id/photo.ts";
import { measurementText } from "../../../web/src/photo/measurement-text.ts";
import { worstFirst } from "../../../web/src/photo/rule-list.tsx";

test("what failed comes first, then what is to be looked at again; the rest keeps its order, and what was unread is last", () => {
  const verdicts = ["passed", "unread", "warned", "not-checked", "failed", "passed", "failed"];
  const rules = verdicts.map((verdict, i) => ({ rule: `${i}`, verdict }) as RuleVerdict);

  expect(worstFirst(rules).map(({ rule }) => rule)).toEqual([
    "4",
    "6",
    "2",
    "0",
    "3",
    "5",
    "other",
  ]);
});

test("rules that nobody could look at are one line, however many they are", () => {
  const rules = ["failed", "unread", "unread", "unread"].map(
    (verdict, i) => ({ rule: `${i}`, verdict }) as RuleVerdict,
  );

  expect(worstFirst(rules)).toEqual([rules[0], { rule: "other", verdict: "unread" }]);
  expect(worstFirst(rules.slice(0, 1))).toEqual(rules.slice(0, 1));
});

test.each<[string, Measurement, string]>([
  [
    "a file's size",
    { unit: "bytes", measured: 2_411_724, wanted: 2_097_152, bound: "max" },
    "Terukur: 2,3 MB. Syarat: paling banyak 2 MB.",
  ],
  [
    "one byte too many",
    { unit: "bytes", measured: 2_097_153, wanted: 2_097_152, bound: "max" },
    "Terukur: 2,01 MB. Syarat: paling banyak 2 MB.",
  ],
  [
    "dimensions",
    {
      unit: "pixels",
      measured: 4032,
      measuredHeight: 3024,
      wanted: 450,
      wantedHeight: 575,
      bound: "exact",
    },
    "Terukur: 4.032 × 3.024 piksel. Syarat: tepat 450 × 575 piksel.",
  ],
  [
    "a share",
    { unit: "share", measured: 0.97996, wanted: 0.98, bound: "min" },
    "Terukur: 97,9%. Syarat: paling sedikit 98%.",
  ],
  [
    "a brightness",
    { unit: "level", measured: 39.7, wanted: 40, bound: "min" },
    "Terukur: 39 dari 255. Syarat: paling sedikit 40 dari 255.",
  ],
  [
    "a figure without a unit",
    { unit: "figure", measured: 3.19, wanted: 9, bound: "min" },
    "Terukur: 3,1. Syarat: paling sedikit 9.",
  ],
])(
  "%s is told with its unit, in Indonesian figures, and never as if it met its limit",
  (_, measurement, told) => {
    expect(measurementText(measurement)).toBe(told);
  },
);

describe.each([
  ["Indonesian", id],
  ["English", en],
])("in %s", (_, text) => {
  test("whatever can be wrong with a file is told by a sentence and a way out of its own", () => {
    const codes = ["damaged", "animated", "rotated"] as const;
    const told = codes.map((code) => [text.findings[code], text.fixes[code]]);

    expect(new Set(told.flat()).size).toBe(2 * codes.length);
    expect(told.flat()).not.toContain(text.fixes.format);
  });

  test("nobody is told of an old photo that may not exist", () => {
    expect(text.refusedText).not.toMatch(/lama|old/);
  });
});
