import { expect, test } from "vitest";
import { judgeCutOut } from "#shared/photo/judge-picture.ts";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import { ticksOf } from "../../../web/src/studio/live-ticks.ts";

const { length } = { length: photoWidth * photoHeight * 4 };
const wall = { data: new Uint8Array(length).fill(255), width: photoWidth, height: photoHeight };
const uncut = { rules: judgeCutOut(wall), outcome: "person" } as const;
const soFar = { judged: uncut, findings: [], isAhead: false, hasFaceTool: false } as const;

/** As a reader sees them: "size passed, transparency failed". */
const told = (known: Parameters<typeof ticksOf>[0]) =>
  ticksOf(known)
    .map(({ rule, verdict }) => `${rule} ${verdict}`)
    .join(", ");

test("a background that is still there is wrong in its step, and not before", () => {
  expect(told(soFar)).toBe("size passed, transparency failed");
  expect(told({ ...soFar, isAhead: true })).toBe("size passed, transparency unread");
});

test("nothing is ticked before it was judged", () => {
  expect(told({ ...soFar, judged: undefined, hasFaceTool: true })).toBe(
    "size passed, transparency unread, face unread, light unread, colour unread, sharpness unread",
  );
});

test("what is known early is told without the face's tool too", () => {
  const findings = [{ code: "too-small", width: 90, height: 115 }, { code: "too-dark" }] as const;
  expect(told({ ...soFar, findings })).toBe("size failed, transparency failed, light failed");
});

test("with the face's tool each of the judge's rules is ticked by its worst finding", () => {
  const rules = [
    { rule: "transparency", verdict: "passed" },
    { rule: "face", verdict: "failed", code: "face-too-low" },
    { rule: "face", verdict: "failed", code: "head-tilted" },
    { rule: "light", verdict: "passed" },
    { rule: "colour", verdict: "unread" },
    { rule: "sharpness", verdict: "passed" },
  ] as const;
  expect(told({ ...soFar, judged: { rules, outcome: "person" }, hasFaceTool: true })).toBe(
    "size passed, transparency passed, face failed, light passed, colour unread, sharpness passed",
  );
});

test("where nobody is left, what is not told for that is not ticked", () => {
  const judged = { rules: [], outcome: "nobody" } as const;
  expect(told({ ...soFar, judged, hasFaceTool: true })).toBe(
    "size passed, transparency failed, face failed, light failed, colour failed, sharpness failed",
  );
});
