import fc from "fast-check";
import { expect, test } from "vitest";
import { letterKinds, secrecies } from "#shared/letter/letter-kinds.ts";
import {
  type NumberParts,
  numberText,
  patternFindings,
  placeholderNames,
} from "#shared/letter/letter-number.ts";
import { patternOf, profileFindings } from "#shared/letter/letter-profile.ts";
import { aProfile } from "../../support/letters.ts";

const parts: NumberParts = {
  ...({ kind: "tugas", secrecy: "B", classification: "KP.05.02", unit: "BKPSDM" } as const),
  ...{ urut: 15, day: "2026-07-09" },
};
const codes = (pattern: string) =>
  patternFindings("pattern", pattern).map(({ code, params }) =>
    [code, ...Object.values(params ?? {})].join(" "),
  );

test("numbers are written as agencies write them", () => {
  const written = (pattern: string, change: Partial<NumberParts> = {}) =>
    numberText({ pattern, digits: 3 }, { ...parts, ...change });

  expect(written("{keamanan}-{urut}/{klasifikasi}/{unit}/{bulan}/{tahun}")).toBe(
    "B-015/KP.05.02/BKPSDM/VII/2026",
  );
  expect(written("{jenis}-{urut}/{tahun}", { urut: 1234 })).toBe("ST-1234/2026");
  expect(written("800/{urut}/{unit}/{tahun}", { urut: 5, inserted: 1 })).toBe(
    "800/005.01/BKPSDM/2026",
  );
  expect(written("{urut} {bulan}", { day: "2026-12-31" })).toBe("015 XII");
});

test("a pattern is checked before it is kept", () => {
  expect(codes("{urut}/{tahun}")).toEqual([]);
  expect(codes("{nomor}/{tahun}")).toEqual([
    "placeholder-unknown nomor",
    "placeholder-missing urut",
  ]);
  expect(codes("{urut}/{constructor}/{tahun}")).toEqual(["placeholder-unknown constructor"]);
  expect(codes("{urut/{tahun}")).toContain("pattern-brace");
  expect(codes("{urut}/{urut}/{tahun}")).toEqual(["placeholder-twice urut"]);
  expect(codes("{urut}")).toEqual(["placeholder-missing tahun"]);
  expect(codes("<{urut}>/{tahun}")).toEqual(["characters-unsupported"]);
  expect(codes(`{urut}{tahun}${"x".repeat(80)}`)).toEqual(["too-long 80"]);
});

test("what is checked has no brace left when it is written, and two places never one text", () => {
  const piece = fc.oneof(
    fc.constantFrom(...placeholderNames.map((name) => `{${name}}`)),
    fc.constantFrom("/", "-", ".", " ", "{", "}", "{x}", "<", "A", "9"),
  );
  const part = fc.record({
    ...{ urut: fc.integer({ min: 1, max: 99_999 }), kind: fc.constantFrom(...letterKinds) },
    ...{ secrecy: fc.constantFrom(...secrecies), month: fc.integer({ min: 1, max: 12 }) },
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), part, part, (pieces, one, other) => {
      // An own sign on both sides: else a pattern could put digits beside the running number.
      const pattern = `${pieces.join("")}/{urut}/{tahun}`;
      if (codes(pattern).length > 0) return;
      const [a, b] = [one, other].map(({ month, ...each }) =>
        numberText(
          { pattern, digits: 3 },
          { ...parts, ...each, day: `2026-${String(month).padStart(2, "0")}-01` },
        ),
      );
      expect(a).not.toMatch(/[{}]/);
      if (one.urut !== other.urut) expect(a).not.toBe(b);
    }),
  );
});

test("an agency's ways are data, all that is wrong with them is said at once", () => {
  expect(profileFindings(aProfile())).toEqual([]);
  expect(patternOf(aProfile(), "tugas").pattern).toMatch(/^\{jenis\}/);
  expect(patternOf(aProfile({ patterns: {} }), "tugas").pattern).toMatch(/^\{keamanan\}/);
  const wrong = aProfile({
    ...{ place: "", unit: "B K", pattern: "{urut}", copies: ["", "ok"] },
    ...{ patterns: { edaran: "{x}" }, classifications: { tugas: "8 0" } },
  });
  expect(profileFindings(wrong).map(({ field, code }) => `${field}: ${code}`)).toEqual([
    "place: required",
    "unit: malformed",
    "pattern: placeholder-missing",
    "classifications.tugas: malformed",
    "patterns.edaran: placeholder-unknown",
    "patterns.edaran: placeholder-missing",
    "patterns.edaran: placeholder-missing",
    "copies.0: required",
  ]);
});
