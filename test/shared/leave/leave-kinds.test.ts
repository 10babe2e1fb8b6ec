import { expect, test } from "vitest";
import { cltnDates } from "#shared/leave/cltn-dates.ts";
import { leaveFormSections, leaveVerdictNames } from "#shared/leave/leave-form.ts";
import { appointmentOn, firstDay, hasContractOver } from "#shared/leave/leave-holder.ts";
import {
  askedKinds,
  askedKindsOf,
  deciderOf,
  leaveKindFacts,
  leaveKinds,
} from "#shared/leave/leave-kinds.ts";
import {
  evidenceFor,
  isPostponable,
  leaveReasons,
  reasonsOf,
} from "#shared/leave/leave-reasons.ts";
import { termsOn } from "#shared/leave/leave-terms.ts";
import { needsReason } from "#shared/request/request.ts";
import { aHolder, aPppk } from "../../support/leave.ts";

const terms = termsOn("2027-01-01", "PNS");

test("a PNS has seven kinds and asks for six; a PPPK has four and asks for three", () => {
  const kindsOf = (who: "PNS" | "PPPK" | "PPPK-PW") =>
    leaveKinds.filter((kind) => leaveKindFacts[kind].who.includes(who));

  expect(kindsOf("PNS")).toEqual(leaveKinds);
  expect(kindsOf("PPPK")).toEqual(["tahunan", "sakit", "melahirkan", "bersama"]);
  expect(kindsOf("PPPK-PW")).toEqual(kindsOf("PPPK"));
  expect(askedKindsOf("PNS")).toEqual(askedKinds);
  expect(askedKindsOf("PPPK")).toEqual(["tahunan", "sakit", "melahirkan"]);
  expect(askedKindsOf("CPNS")).toEqual(["tahunan", "sakit", "melahirkan", "alasan-penting"]);
});

test("only annual leave comes out of the balance; who is on one of four kinds can be called back", () => {
  const those = (is: "spendsBalance" | "isRecallable") =>
    leaveKinds.filter((kind) => leaveKindFacts[kind][is]);

  expect(those("spendsBalance")).toEqual(["tahunan"]);
  expect(those("isRecallable")).toEqual(["tahunan", "besar", "alasan-penting", "bersama"]);
});

test("the superior is told of one sick day, the PPK decides a CLTN and what is spent abroad, the PYBMC the rest", () => {
  const decider = (kind: (typeof askedKinds)[number], days: number, abroad = false) =>
    deciderOf({ kind, days, abroad }, terms);

  expect(decider("sakit", 1)).toBe("atasan");
  expect(decider("sakit", 2)).toBe("pybmc");
  expect(decider("sakit", 1, true)).toBe("ppk");
  expect(decider("tahunan", 1)).toBe("pybmc");
  expect(decider("cltn", 400)).toBe("ppk");
  expect(leaveKindFacts.cltn.isDelegable).toBe(false);
});

test("a cuti besar for a religious duty or the fourth birth cannot be put off", () => {
  expect(isPostponable("tahunan")).toBe(true);
  expect(isPostponable("besar", "keperluan-lain")).toBe(true);
  expect(reasonsOf("besar").filter((reason) => isPostponable("besar", reason))).toEqual([
    "keperluan-lain",
  ]);
  expect(isPostponable("sakit")).toBe(false);
});

test("each reason is one of a kind, and a cuti melahirkan needs none", () => {
  expect(
    leaveReasons.filter((reason) => !askedKinds.some((kind) => reasonsOf(kind).includes(reason))),
  ).toEqual([]);
  expect(reasonsOf("melahirkan")).toEqual([]);
  expect(reasonsOf("alasan-penting")).toHaveLength(7);
});

test("evidence follows from kind, reason and days", () => {
  const government = { ...terms, sickLongDoctor: "government" as const };

  expect(evidenceFor({ kind: "tahunan", days: 5 }, terms)).toEqual([]);
  expect(evidenceFor({ kind: "melahirkan", days: 90 }, terms)).toEqual(["perkiraan-lahir"]);
  expect(evidenceFor({ kind: "sakit", reason: "sakit", days: 1 }, terms)).toEqual(["surat-dokter"]);
  expect(evidenceFor({ kind: "sakit", reason: "sakit", days: 15 }, government)).toEqual([
    "surat-dokter-pemerintah",
  ]);
  expect(evidenceFor({ kind: "sakit", reason: "kecelakaan-dinas", days: 3 }, terms)).toEqual([
    "keterangan-kecelakaan-dinas",
    "surat-dokter",
  ]);
  expect(evidenceFor({ kind: "cltn", reason: "perawatan-khusus", days: 365 }, terms)).toEqual([
    "dokumen-alasan",
    "persetujuan-bkn",
  ]);
});

test("before the TMT PNS somebody is a CPNS, whose time counts", () => {
  const holder = aHolder({ tmtCpns: "2026-03-01", tmt: "2027-03-01" });

  expect(appointmentOn(holder, "2027-02-28")).toBe("CPNS");
  expect(appointmentOn(holder, "2027-03-01")).toBe("PNS");
  expect(appointmentOn(aHolder({ tmt: "2027-03-01" }), "2027-02-28")).toBe("PNS");
  expect(firstDay(holder)).toBe("2026-03-01");
  expect(firstDay(aHolder({ tmtCpns: "2030-01-01" }))).toBe("2010-01-01");
  expect(firstDay({ ...holder, worksSince: "2025-01-01" })).toBe("2025-01-01");
});

test("a contract of exactly two years is not longer than two", () => {
  const of = (contractEnd: string) => hasContractOver(aPppk({ contractEnd }), 2);

  expect(of("2028-02-29")).toBe(false);
  expect(of("2028-03-01")).toBe(true);
  expect(hasContractOver(aHolder(), 0)).toBe(true);
  expect(hasContractOver(aHolder(), 2)).toBe(false);
});

test("the form has eight sections, and every verdict but «disetujui» a reason", () => {
  expect(leaveFormSections.map(({ numeral }) => numeral)).toEqual(
    "I II III IV V VI VII VIII".split(" "),
  );
  expect(Object.keys(leaveVerdictNames)).toHaveLength(4);
  expect(needsReason("approved")).toBe(false);
  expect(needsReason("changed")).toBe(true);
});

test("a CLTN suspends from its first day, its extension too; it is reminded of and reported after", () => {
  const cltn = { from: "2027-06-01", to: "2028-05-31", isExtension: false };

  expect(cltnDates(cltn, terms)).toEqual({
    position: "02",
    positionFrom: "2027-06-01",
    remindOn: "2028-02-29",
    reportBy: "2028-06-30",
  });
  expect(cltnDates({ ...cltn, to: "2027-07-31", isExtension: true }, terms)).toMatchObject({
    position: "13",
    remindOn: "2027-06-01",
  });
});
