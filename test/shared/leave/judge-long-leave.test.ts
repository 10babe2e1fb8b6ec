import { expect, test } from "vitest";
import { judgeLeave } from "#shared/leave/judge-leave.ts";
import { mayPass } from "#shared/leave/leave-findings.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import {
  aCase,
  aHolder,
  aKnownLeave,
  anAskedLeave,
  codesOf,
  judged,
  oneYear,
  posted,
} from "../../support/leave.ts";

const besar = {
  kind: "besar",
  reason: "keperluan-lain",
  from: "2027-05-01",
  to: "2027-07-31",
} as const;

test("a cuti besar lasts three months after five years of work", () => {
  expect(codesOf(besar)).toEqual([]);
  expect(judged({ ...besar, to: "2027-08-01" })).toMatchObject([
    { code: "too-long", limit: "2027-07-31" },
  ]);
  expect(codesOf(besar, { holder: aHolder({ tmt: "2022-05-01" }) })).toEqual([]);
  expect(codesOf(besar, { holder: aHolder({ tmt: "2022-05-02" }) })).toEqual(["service-too-short"]);
});

test("the next one five years after the last one's end, but for what a call back left", () => {
  const last = (change: Partial<KnownLeave>) => ({
    leaves: [aKnownLeave({ kind: "besar", from: "2022-02-01", to: "2022-04-30", ...change })],
  });

  expect(codesOf(besar, last({}))).toEqual([]);
  expect(judged(besar, last({ to: "2022-05-01" }))).toMatchObject([
    { code: "besar-too-soon", limit: "2027-05-02" },
  ]);
  const rest = { to: "2027-03-01", from: "2027-01-01", restDays: 30 };
  expect(codesOf({ ...besar, to: "2027-05-30" }, last(rest))).toEqual([]);
  expect(codesOf({ ...besar, to: "2027-05-31" }, last(rest))).toEqual(["besar-too-soon"]);
});

test("there is one first hajj, and its schedule is brought", () => {
  const hajj = { ...besar, reason: "haji-pertama", evidence: ["jadwal-haji"] } as const;
  const earlier = aKnownLeave({
    kind: "besar",
    reason: "haji-pertama",
    from: "2019-07-01",
    to: "2019-08-31",
  });

  expect(codesOf({ ...hajj, evidence: [] })).toEqual(["evidence-missing"]);
  expect(codesOf(hajj, { leaves: [earlier] })).toEqual(["haji-not-first"]);
});

test("annual leave that was used in the year is told", () => {
  const movements: Parameters<typeof posted>[1] = [
    {
      kind: "reserve",
      year: 2027,
      source: 2027,
      days: 2,
      cause: "a",
      leave: "a",
      on: "2027-01-04",
    },
    { kind: "take", year: 2027, source: 2027, days: 2, cause: "a", leave: "a", on: "2027-01-04" },
  ];

  expect(
    judgeLeave(aCase({ asked: anAskedLeave(besar), movements: posted(oneYear, movements) })),
  ).toEqual([{ field: "kind", code: "annual-used-this-year", measured: 2, stops: "nothing" }]);
});

const birth = {
  kind: "melahirkan",
  birth: 1,
  from: "2027-03-10",
  to: "2027-06-09",
  evidence: ["perkiraan-lahir"],
} as const;

test("cuti melahirkan is three months for the mother, and says which birth", () => {
  expect(codesOf(birth)).toEqual([]);
  expect(codesOf({ ...birth, to: "2027-06-10" })).toEqual(["too-long"]);
  expect(codesOf(birth, { holder: aHolder({ sex: "M" }) })).toEqual(["only-mothers"]);
  const { birth: _, ...unsaid } = birth;
  expect(codesOf(unsaid)).toEqual(["required"]);
});

test("a birth is a later one than those there was leave for", () => {
  const leaves = [aKnownLeave({ kind: "melahirkan", from: "2020-01-01", to: "2020-03-31" })];

  expect(judged(birth, { leaves })).toMatchObject([{ code: "birth-too-low", limit: 2 }]);
  expect(codesOf({ ...birth, birth: 2 }, { leaves })).toEqual([]);
});

test.each([
  ["keluarga-meninggal", "keterangan-kematian"],
  ["istri-melahirkan", "rawat-inap"],
  ["kebakaran-bencana", "keterangan-ketua-rt"],
] as const)(
  "an important reason is of the closed list and proved: %s by %s",
  (reason, evidence) => {
    const important = { kind: "alasan-penting", reason } as const;

    expect(judged(important)).toMatchObject([{ code: "evidence-missing", limit: evidence }]);
    expect(codesOf({ ...important, evidence: [evidence] })).toEqual([]);
    expect(codesOf({ ...important, evidence: [evidence], to: "2027-04-01" })).toEqual(["too-long"]);
  },
);

test("who marries brings nothing; another kind's reason is none", () => {
  expect(codesOf({ kind: "alasan-penting", reason: "menikah" })).toEqual([]);
  expect(codesOf({ kind: "alasan-penting", reason: "ibadah" })).toEqual(["reason-not-of-kind"]);
  expect(codesOf({ kind: "sakit", reason: "ibadah", evidence: ["surat-dokter"] })).toEqual([
    "reason-not-of-kind",
  ]);
});

const cltn = {
  kind: "cltn",
  reason: "ikut-pasangan-tugas",
  from: "2027-06-01",
  to: "2030-05-31",
  evidence: ["dokumen-alasan"],
} as const;

test("a CLTN of three years after five goes up without the approval of BKN, and is not decided without", () => {
  const findings = judged(cltn);

  expect(findings).toMatchObject([
    { code: "ppk-decides" },
    { code: "evidence-missing", limit: "persetujuan-bkn" },
  ]);
  expect(mayPass(findings, "submission")).toBe(true);
  expect(mayPass(findings, "decision")).toBe(false);
  const approved = judged({ ...cltn, evidence: ["dokumen-alasan", "persetujuan-bkn"] });
  expect(mayPass(approved, "decision")).toBe(true);
  expect(codesOf({ ...cltn, to: "2030-06-01" })).toContain("too-long");
  expect(codesOf(cltn, { holder: aHolder({ tmt: "2022-06-02" }) })).toContain("service-too-short");
});

test("its extension is one year, once, without a day between, and asked for from the suspension", () => {
  const extension = { ...cltn, extends: "req_cltn", from: "2030-06-01", to: "2031-05-31" } as const;
  const given = aKnownLeave({ id: "req_cltn", kind: "cltn", from: "2027-06-01", to: "2030-05-31" });
  const on = (leave: KnownLeave) => ({
    leaves: [leave],
    holder: aHolder({ kedudukanHukum: "02" }),
  });
  const told = ["ppk-decides", "evidence-missing"];

  expect(codesOf(extension, on(given))).toEqual(told);
  expect(codesOf({ ...extension, to: "2031-06-01" }, on(given))).toContain("too-long");
  expect(codesOf({ ...extension, from: "2030-06-02" }, on(given))).toContain(
    "extension-not-adjoining",
  );
  expect(codesOf(extension, on({ ...given, isGiven: false }))).toContain("extension-not-adjoining");
  expect(codesOf(extension, on({ ...given, extends: "req_first" }))).toContain("extended-already");
});
