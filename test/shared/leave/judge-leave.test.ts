import { expect, test } from "vitest";
import { askedLeave } from "#shared/leave/leave.ts";
import { mayPass } from "#shared/leave/leave-findings.ts";
import { aHolder, anAskedLeave, aPppk, codesOf, judged } from "../../support/leave.ts";

test("a leave that is in order has no findings", () => {
  expect(judged({})).toEqual([]);
  expect(askedLeave.parse(anAskedLeave())).toEqual(anAskedLeave());
});

test("all that is wrong is told at once", () => {
  const wrong = { kind: "cltn", words: " ", address: "", phone: "1" } as const;

  expect(codesOf(wrong, { holder: aHolder({ tmt: "2024-01-01", kedudukanHukum: "04" }) })).toEqual([
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
  expect(codesOf(asked)).toEqual([code]);
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
  expect(codesOf({}, { holder: aHolder({ tmt: "2027-04-01" }) })).toContain("before-employment");
  expect(codesOf({}, { holder: aHolder({ kedudukanHukum: "04" }) })).toContain(
    "employment-suspended",
  );
  expect(codesOf({}, { holder: aHolder({ kedudukanHukum: "88" }) })).toContain("employment-ended");
});

test("an annual leave is asked for before it begins; who falls ill asks within the days of the terms", () => {
  const sick = { kind: "sakit", evidence: ["surat-dokter"] } as const;

  expect(codesOf({}, { askedOn: "2027-03-01" })).toEqual([]);
  expect(judged({}, { askedOn: "2027-03-02" })).toMatchObject([
    { field: "from", code: "asked-too-late", limit: 0, measured: 1 },
  ]);
  expect(codesOf(sick, { askedOn: "2027-03-15" })).toEqual([]);
  expect(codesOf(sick, { askedOn: "2027-03-16" })).toEqual(["asked-too-late"]);
});

test("with an izin sementara it may be asked for afterwards, and the papers come until the decision", () => {
  const urgent = {
    kind: "alasan-penting",
    reason: "keluarga-sakit-keras",
    interim: true,
    evidence: ["izin-sementara"],
  } as const;
  const findings = judged(urgent, { askedOn: "2027-04-20" });

  expect(findings).toMatchObject([{ code: "evidence-missing", limit: "rawat-inap" }]);
  expect(mayPass(findings, "submission")).toBe(true);
  expect(mayPass(findings, "decision")).toBe(false);
  const unwritten = judged({ ...urgent, evidence: [] }, { askedOn: "2027-04-20" });
  expect(mayPass(unwritten, "submission")).toBe(false);
  expect(codesOf({ interim: true, evidence: ["izin-sementara"] })).toEqual(["interim-kind"]);
});

test("abroad the PPK decides, which stops nothing", () => {
  const findings = judged({ abroad: true });

  expect(findings).toMatchObject([{ field: "abroad", code: "ppk-decides" }]);
  expect(mayPass(findings, "decision")).toBe(true);
});
