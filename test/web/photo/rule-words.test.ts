import { describe, expect, test } from "vitest";
import { measurementIn } from "#shared/photo/finding-in.ts";
import type { Measurement, RuleOutcome, ViolationCode } from "#shared/photo/photo-report.ts";
import { en } from "../../../web/src/messages/en/photo.ts";
import { id } from "../../../web/src/messages/id/photo.ts";
import { keyOf, worstFirst } from "../../../web/src/photo/rule-words.ts";

test("what failed comes first, then what is to be looked at again; the rest keeps its order, and what was unread is last", () => {
  const rules: RuleOutcome[] = [
    { rule: "format", verdict: "passed" },
    { rule: "size", verdict: "unread" },
    { rule: "dimensions", verdict: "warned" },
    { rule: "face", verdict: "not-checked" },
    { rule: "transparency", verdict: "failed" },
    { rule: "light", verdict: "passed" },
    { rule: "colour", verdict: "failed" },
  ];

  expect(worstFirst(rules).map(({ rule }) => rule)).toEqual([
    "transparency",
    "colour",
    "dimensions",
    "format",
    "face",
    "light",
    "other",
  ]);
});

test("all that was found about one rule stands before what was found of the next", () => {
  const rules: RuleOutcome[] = [
    { rule: "format", verdict: "failed", code: "animated" },
    { rule: "format", verdict: "failed", code: "unknown-chunk" },
    { rule: "size", verdict: "passed" },
    { rule: "dimensions", verdict: "failed", code: "wrong-dimensions" },
  ];

  expect(worstFirst(rules).map(keyOf)).toEqual([
    "format animated",
    "format unknown-chunk",
    "dimensions wrong-dimensions",
    "size",
  ]);
});

test("rules that nobody could look at are one line, however many they are", () => {
  const rules: RuleOutcome[] = [
    { rule: "format", verdict: "failed" },
    { rule: "size", verdict: "unread" },
    { rule: "dimensions", verdict: "unread" },
    { rule: "light", verdict: "unread" },
  ];

  expect(worstFirst(rules)).toEqual([rules[0], { rule: "other", verdict: "unread" }]);
  expect(worstFirst(rules.slice(0, 1))).toEqual(rules.slice(0, 1));
});

test.each<[string, ViolationCode | undefined, Measurement, string]>([
  [
    "a file's size",
    "too-large",
    { unit: "bytes", measured: 2_411_724, wanted: 2_097_152, bound: "max" },
    "Besar berkas: 2,3 MB. Syarat: paling banyak 2 MB.",
  ],
  [
    "one byte too many",
    "too-large",
    { unit: "bytes", measured: 2_097_153, wanted: 2_097_152, bound: "max" },
    "Besar berkas: 2,01 MB. Syarat: paling banyak 2 MB.",
  ],
  [
    "dimensions",
    "wrong-dimensions",
    {
      unit: "pixels",
      measured: 4032,
      measuredHeight: 3024,
      wanted: 450,
      wantedHeight: 575,
      bound: "exact",
    },
    "Ukuran foto: 4.032 × 3.024 piksel. Syarat: tepat 450 × 575 piksel.",
  ],
  [
    "a share",
    "corners-not-clear",
    { unit: "share", measured: 0.97996, wanted: 0.98, bound: "min" },
    "Bagian sudut yang bersih: 97,9%. Syarat: paling sedikit 98%.",
  ],
  [
    "a brightness",
    "washed-out",
    { unit: "level", measured: 115.2, wanted: 115, bound: "max" },
    "Kecerahan bagian wajah yang paling gelap: 45,2%. Syarat: paling banyak 45,1%.",
  ],
  [
    "a figure of a scale that nobody knows",
    "blurred",
    { unit: "figure", measured: 3.19, wanted: 9, bound: "min" },
    "Ketajaman wajah: 35% dari yang diperlukan.",
  ],
  [
    "a figure that misses its limit by a hair",
    "grey",
    { unit: "figure", measured: 8.999, wanted: 9, bound: "min" },
    "Kekuatan warna kulit: 99% dari yang diperlukan.",
  ],
  [
    "what has no name yet",
    // An API may be newer than an open page.
    JSON.parse('"of-tomorrow"'),
    { unit: "share", measured: 0.1, wanted: 0.2, bound: "min" },
    "Terukur: 10%. Syarat: paling sedikit 20%.",
  ],
])(
  "%s is told with its name and unit, in Indonesian figures, and never as if it met its limit",
  (_, code, measurement, told) => {
    expect(measurementIn({ texts: id, locale: "id-ID" }, measurement, code)).toBe(told);
  },
);

describe.each([
  ["Indonesian", id],
  ["English", en],
])("in %s", (_, text) => {
  test("whatever can be wrong is told by a sentence and a way out of its own", () => {
    const codes = Object.keys(id.violations);
    const fixes = new Map<string, string>(Object.entries(text.fixes));

    expect(codes.length).toBeGreaterThan(25);
    expect(new Set(Object.values(text.violations)).size).toBe(codes.length);
    expect(new Set(codes.map((code) => fixes.get(code))).size).toBe(codes.length);
    expect([...fixes.values(), ...Object.values(text.violations)]).not.toContain("");
  });

  test("only a file that is no PNG is told to become one by its kind, and only a dark face to seek more light", () => {
    const told = Object.entries(text.fixes);
    const those = (words: RegExp) => told.filter(([, fix]) => words.test(fix)).map(([of]) => of);

    expect(those(/^(Simpan sebagai|Save it as) PNG\./)).toEqual(["not-png"]);
    expect(those(/lebih terang|brighter/)).toEqual(["too-dark"]);
  });

  test("nobody is told of an old photo that may not exist", () => {
    expect(text.refusedText).not.toMatch(/lama|old/);
  });
});
