import { expect, test } from "vitest";
import { judgeLeave } from "#shared/leave/judge-leave.ts";
import type { AskedLeave } from "#shared/leave/leave.ts";
import { askedLeave } from "#shared/leave/leave.ts";
import { type LeaveCase, mayPass } from "#shared/leave/leave-findings.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import type { LeaveTerm } from "#shared/leave/leave-terms.ts";
import { reserve } from "#shared/leave/settle-annual-leave.ts";
import { aCase, aHolder, anAskedLeave, aPppk, oneYear, posted } from "../../support/leave.ts";

const judged = (asked: Partial<AskedLeave>, change: Partial<LeaveCase> = {}) =>
  judgeLeave(aCase({ ...change, asked: anAskedLeave(asked) }));
const codes = (asked: Partial<AskedLeave>, change: Partial<LeaveCase> = {}) =>
  judged(asked, change).map(({ code }) => code);

const known = (change: Partial<KnownLeave>): KnownLeave => ({
  id: "req_other",
  kind: "tahunan",
  from: "2027-03-05",
  to: "2027-03-09",
  isGiven: true,
  ...change,
});

test("a leave that is in order has no findings", () => {
  expect(judged({})).toEqual([]);
  expect(askedLeave.parse(anAskedLeave())).toEqual(anAskedLeave());
});

test("all that is wrong is told at once", () => {
  const wrong = { kind: "cltn", words: " ", address: "", phone: "1" } as const;

  expect(codes(wrong, { holder: aHolder({ tmt: "2024-01-01", kedudukanHukum: "04" }) })).toEqual([
    "required",
    "required",
    "phone-malformed",
    "employment-suspended",
    "ppk-decides",
    "reason-required",
    "service-too-short",
    "evidence-missing",
  ]);
});

test.each([
  [{ from: "2027-02-30" }, "day-malformed"],
  [{ to: "" }, "day-malformed"],
  [{ to: "2027-02-28" }, "ends-before-it-begins"],
  [{ to: "2099-12-31" }, "too-long"],
] as const)("of days that are none nothing else is said: %o", (asked, code) => {
  expect(codes(asked)).toEqual([code]);
});

test.each([
  ["besar", ["CPNS", "PPPK", "PPPK-PW"]],
  ["alasan-penting", ["PPPK", "PPPK-PW"]],
  ["cltn", ["CPNS", "PPPK", "PPPK-PW"]],
] as const)("%s is not for %j", (kind, appointments) => {
  const holders = {
    CPNS: aHolder({ tmtCpns: "2026-06-01", tmt: "2027-06-01" }),
    PPPK: aPppk(),
    "PPPK-PW": aPppk({ kind: "PPPK-PW" }),
  };
  for (const appointment of appointments) {
    expect(judged({ kind }, { holder: holders[appointment] })).toContainEqual({
      field: "kind",
      code: "kind-not-for-appointment",
      measured: appointment,
      stops: "submission",
    });
  }
});

test("before the TMT, in a suspension and after the end there is no leave", () => {
  expect(codes({}, { holder: aHolder({ tmt: "2027-04-01" }) })).toContain("before-employment");
  expect(codes({}, { holder: aHolder({ kedudukanHukum: "04" }) })).toContain(
    "employment-suspended",
  );
  expect(codes({}, { holder: aHolder({ kedudukanHukum: "88" }) })).toContain("employment-ended");
});

test("an annual leave is asked for before it begins; who falls ill asks within the days of the terms", () => {
  const sick = { kind: "sakit", evidence: ["surat-dokter"] } as const;

  expect(codes({}, { askedOn: "2027-03-01" })).toEqual([]);
  expect(judged({}, { askedOn: "2027-03-02" })).toMatchObject([
    { field: "from", code: "asked-too-late", limit: 0, measured: 1 },
  ]);
  expect(codes(sick, { askedOn: "2027-03-15" })).toEqual([]);
  expect(codes(sick, { askedOn: "2027-03-16" })).toEqual(["asked-too-late"]);
});

test("with an izin sementara it may be asked for afterwards, and the papers come until the decision", () => {
  const urgent = {
    kind: "alasan-penting",
    reason: "keluarga-sakit-keras",
    interim: true,
  } as const;
  const findings = judged(urgent, { askedOn: "2027-04-20" });

  expect(findings).toMatchObject([{ code: "evidence-missing", limit: "rawat-inap" }]);
  expect(mayPass(findings, "submission")).toBe(true);
  expect(mayPass(findings, "decision")).toBe(false);
});

test("abroad the PPK decides, which stops nothing", () => {
  const findings = judged({ abroad: true });

  expect(findings).toMatchObject([{ field: "abroad", code: "ppk-decides" }]);
  expect(mayPass(findings, "decision")).toBe(true);
});

test("a weekend is no annual leave", () => {
  expect(codes({ from: "2027-03-06", to: "2027-03-07" })).toEqual(["no-working-day"]);
});

test("a year of work comes before an annual leave; a CPNS's counts", () => {
  const cpns = aHolder({ tmtCpns: "2026-03-01", tmt: "2027-06-01" });

  expect(judged({}, { holder: aHolder({ tmt: "2026-03-02" }) })).toMatchObject([
    { code: "service-too-short", limit: "2027-03-02" },
  ]);
  expect(codes({}, { holder: cpns })).toEqual([]);
});

test("more than the balance is told with what is there, and why there is nothing", () => {
  expect(judged({ to: "2027-03-17" })).toMatchObject([
    { field: "to", code: "balance-short", limit: 12, measured: 13, year: 2027 },
  ]);
  const besar = known({ kind: "besar", from: "2027-05-01", to: "2027-07-31" });
  const lost = judged({}, { leaves: [besar], account: { lots: [], held: [] } });
  expect(lost).toMatchObject([
    { code: "balance-short", limit: 0, measured: 5 },
    { code: "no-right-in-year", limit: "besar-this-year", stops: "nothing" },
  ]);
});

test("what a request reserved itself is no shortage to it", () => {
  const act = { leave: "req_1", cause: "req_1", on: "2027-02-01" };
  const movements = posted(oneYear, reserve([{ year: 2027, source: 2027, days: 10 }], act));
  const the = aCase({ movements });

  expect(judgeLeave(the).map(({ code }) => code)).toEqual(["balance-short"]);
  expect(judgeLeave({ ...the, id: "req_1" })).toEqual([]);
});

test("12 days more where transport is difficult, of a PPPK 6", () => {
  const more = (travelDays: number, holder = aHolder()) =>
    codes({ to: "2027-03-19", travelDays }, { holder });

  expect(more(12)).toEqual([]);
  expect(more(13)).toEqual(["travel-too-long"]);
  expect(more(7, aPppk({ tmt: "2020-01-01" }))).toEqual(["travel-too-long"]);
});

const besar = {
  kind: "besar",
  reason: "keperluan-lain",
  from: "2027-05-01",
  to: "2027-07-31",
} as const;

test("a cuti besar lasts three months after five years of work", () => {
  expect(codes(besar)).toEqual([]);
  expect(judged({ ...besar, to: "2027-08-01" })).toMatchObject([
    { code: "too-long", limit: "2027-07-31" },
  ]);
  expect(codes(besar, { holder: aHolder({ tmt: "2022-05-01" }) })).toEqual([]);
  expect(codes(besar, { holder: aHolder({ tmt: "2022-05-02" }) })).toEqual(["service-too-short"]);
});

test("the next one five years after the last one's end, but for what a call back left", () => {
  const last = (change: Partial<KnownLeave>) => ({
    leaves: [known({ kind: "besar", from: "2022-02-01", to: "2022-04-30", ...change })],
  });

  expect(codes(besar, last({}))).toEqual([]);
  expect(judged(besar, last({ to: "2022-05-01" }))).toMatchObject([
    { code: "besar-too-soon", limit: "2027-05-02" },
  ]);
  const rest = { to: "2027-03-01", from: "2027-01-01", restDays: 30 };
  expect(codes({ ...besar, to: "2027-05-30" }, last(rest))).toEqual([]);
  expect(codes({ ...besar, to: "2027-05-31" }, last(rest))).toEqual(["besar-too-soon"]);
});

test("there is one first hajj, and its schedule is brought", () => {
  const hajj = { ...besar, reason: "haji-pertama", evidence: ["jadwal-haji"] } as const;
  const earlier = known({
    kind: "besar",
    reason: "haji-pertama",
    from: "2019-07-01",
    to: "2019-08-31",
  });

  expect(codes({ ...hajj, evidence: [] })).toEqual(["evidence-missing"]);
  expect(codes(hajj, { leaves: [earlier] })).toEqual(["haji-not-first"]);
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
  expect(codes(birth)).toEqual([]);
  expect(codes({ ...birth, to: "2027-06-10" })).toEqual(["too-long"]);
  expect(codes(birth, { holder: aHolder({ sex: "M" }) })).toEqual(["only-mothers"]);
  const { birth: _, ...unsaid } = birth;
  expect(codes(unsaid)).toEqual(["required"]);
});

test("a birth is a later one than those there was leave for", () => {
  const leaves = [known({ kind: "melahirkan", from: "2020-01-01", to: "2020-03-31" })];

  expect(judged(birth, { leaves })).toMatchObject([{ code: "birth-too-low", limit: 2 }]);
  expect(codes({ ...birth, birth: 2 }, { leaves })).toEqual([]);
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
    expect(codes({ ...important, evidence: [evidence] })).toEqual([]);
    expect(codes({ ...important, evidence: [evidence], to: "2027-04-01" })).toEqual(["too-long"]);
  },
);

test("who marries brings nothing; another kind's reason is none", () => {
  expect(codes({ kind: "alasan-penting", reason: "menikah" })).toEqual([]);
  expect(codes({ kind: "alasan-penting", reason: "ibadah" })).toEqual(["reason-not-of-kind"]);
  expect(codes({ kind: "sakit", reason: "ibadah", evidence: ["surat-dokter"] })).toEqual([
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
  expect(codes({ ...cltn, to: "2030-06-01" })).toContain("too-long");
  expect(codes(cltn, { holder: aHolder({ tmt: "2022-06-02" }) })).toContain("service-too-short");
});

test("its extension is one year, once, without a day between, and asked for from the suspension", () => {
  const extension = { ...cltn, extends: "req_cltn", from: "2030-06-01", to: "2031-05-31" } as const;
  const given = known({ id: "req_cltn", kind: "cltn", from: "2027-06-01", to: "2030-05-31" });
  const on = (leave: KnownLeave) => ({
    leaves: [leave],
    holder: aHolder({ kedudukanHukum: "02" }),
  });
  const told = ["ppk-decides", "evidence-missing"];

  expect(codes(extension, on(given))).toEqual(told);
  expect(codes({ ...extension, to: "2031-06-01" }, on(given))).toContain("too-long");
  expect(codes({ ...extension, from: "2030-06-02" }, on(given))).toContain(
    "extension-not-adjoining",
  );
  expect(codes(extension, on({ ...given, isGiven: false }))).toContain("extension-not-adjoining");
  expect(codes(extension, on({ ...given, extends: "req_first" }))).toContain("extended-already");
});

const sick = (days: number, change: Partial<AskedLeave> = {}) => ({
  kind: "sakit" as const,
  from: "2027-03-01",
  to: new Date(Date.UTC(2027, 2, days)).toISOString().slice(0, 10),
  evidence: ["surat-dokter" as const],
  ...change,
});

test("a miscarriage gives a month and a half, an accident in service what it takes", () => {
  const miscarriage = { reason: "gugur-kandungan" } as const;
  const accident = {
    reason: "kecelakaan-dinas",
    evidence: ["keterangan-kecelakaan-dinas", "surat-dokter"],
  } as const;

  expect(codes(sick(46, miscarriage))).toEqual([]);
  expect(codes(sick(47, miscarriage))).toEqual(["too-long"]);
  expect(codes(sick(700, accident))).toEqual([]);
});

test("a PPPK's sick leave is a month at most; what adjoins over a weekend is one", () => {
  const holder = aPppk({ tmt: "2020-01-01" });
  const evidence = ["surat-dokter-pemerintah"] as const;
  const before = (to: string) => ({
    holder,
    leaves: [known({ kind: "sakit", from: "2027-02-01", to })],
  });

  expect(codes(sick(31, { evidence }), { holder })).toEqual([]);
  expect(codes(sick(32, { evidence }), { holder })).toEqual(["sick-too-long"]);
  // Until Friday 26 February; the leave begins on Monday.
  expect(codes(sick(3), before("2027-02-26"))).toEqual(["sick-too-long"]);
  expect(codes(sick(3), before("2027-02-25"))).toEqual([]);
});

test("what an agency sets of its own counts", () => {
  const own: LeaveTerm = {
    term: "sickLongDoctor",
    value: "government",
    for: ["PNS"],
    from: "2027-01-01",
    source: "Keputusan",
    certainty: "text",
  };

  expect(judged(sick(15), { agency: [own] })).toMatchObject([
    { code: "evidence-missing", limit: "surat-dokter-pemerintah" },
  ]);
});
