import { describe, expect, test } from "vitest";
import type { PhotoRule, ViolationCode } from "#shared/photo/photo-report.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { en } from "../../../web/src/messages/en/photo.ts";
import { en as enFixes } from "../../../web/src/messages/en/studio-fixes.ts";
import { id } from "../../../web/src/messages/id/photo.ts";
import { id as idFixes } from "../../../web/src/messages/id/studio-fixes.ts";
import { firstStepFor, isMendedByStudio, stepFor } from "../../../web/src/studio/steps.ts";

/** Found of a file that perhaps no browser opens; the studio writes its own, and never with these. */
const ofFiles: readonly ViolationCode[] = [
  "not-png",
  "damaged",
  "unknown-chunk",
  "inflates-too-far",
  "not-judged",
];
const codes = keysOf(id.violations).filter((code) => !ofFiles.includes(code));
const numbers = { frame: "1", background: "2", check: "3" } as const;
/** What the tool for backgrounds leaves of a striped or busy wall beside a person. */
const left: readonly ViolationCode[] = ["straight-cut", "leftover-attached", "stray-pieces"];

describe.each([
  [
    "Indonesian",
    { ...id.fixes, ...idFixes },
    /langkah (\d)/,
    /aplikasi|simpan (ulang|lagi)/i,
    /kuas.+latar polos/,
  ],
  [
    "English",
    { ...en.fixes, ...enFixes },
    /step (\d)/,
    /\bapp\b|remover|save it/i,
    /brush.+plain background/,
  ],
] as const)("what mends a photo in the studio, in %s", (_, fixes, ofStep, elsewhere, byBrush) => {
  test.each(codes)("%s: its sentence names the step that its button leads to", (code) => {
    const step = stepFor(code);
    expect(ofStep.exec(fixes[code])?.[1]).toBe(step && numbers[step]);
  });

  test.each(left)("%s: what is left of the wall is erased, or avoided by a plain one", (code) => {
    expect(stepFor(code)).toBe("background");
    expect(fixes[code]).toMatch(byBrush);
  });

  test.each(codes)("%s: nobody is sent to another program", (code) => {
    expect(fixes[code]).not.toMatch(elsewhere);
  });
});

test("the sentences elsewhere do send people to other programs, so that the test above can fail", () => {
  expect(id.fixes["stray-pieces"]).toMatch(/aplikasi/);
  expect(en.fixes["stray-pieces"]).toMatch(/\bapp\b/);
});

describe("what the studio mends of a refused photo", () => {
  const failed = (rule: PhotoRule, code: ViolationCode) =>
    ({ rule, verdict: "failed", code }) as const;
  const halo = failed("transparency", "halo");
  const size = failed("dimensions", "wrong-dimensions");
  const dark = failed("light", "too-dark");

  test("begins with the first of the steps that something leads to", () => {
    expect(firstStepFor([halo, size])).toBe("frame");
    expect(firstStepFor([dark, halo])).toBe("background");
  });

  test("is nothing of what only another photo helps, and of what did not fail", () => {
    expect(firstStepFor([dark])).toBeUndefined();
    expect(firstStepFor([{ ...halo, verdict: "warned" }])).toBeUndefined();
  });

  test("is all, when no finding is left without a step", () => {
    expect(isMendedByStudio([halo, size, { rule: "dress", verdict: "not-checked" }])).toBe(true);
    expect(isMendedByStudio([halo, dark])).toBe(false);
  });
});
