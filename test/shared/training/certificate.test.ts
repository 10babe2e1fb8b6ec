import { expect, test } from "vitest";
import { attendanceOf } from "#shared/training/attendance.ts";
import {
  certificateContent,
  certificateFindings,
  certificateOf,
} from "#shared/training/certificate.ts";
import { anEmployee } from "../../support/builders.ts";
import { anOffer } from "../../support/training.ts";

const terms = { attendancePercent: 80 };
const { sessions } = anOffer();
const there = attendanceOf(sessions, { 0: "present", 1: "present", 2: "present" }, terms);

test("attendance is measured by the time of the sessions, not by their number", () => {
  const uneven = [
    { day: "2027-03-10", from: "08:00", until: "12:00", subject: "" },
    { day: "2027-03-11", from: "08:00", until: "09:00", subject: "" },
  ];
  const of = (list: Parameters<typeof attendanceOf>[1]) => attendanceOf(uneven, list, terms);

  expect(of({ 0: "present", 1: "absent" })).toMatchObject({ percent: 80, isEnough: true });
  expect(of({ 0: "excused", 1: "present" })).toMatchObject({ percent: 20, isEnough: false });
  expect(of({ 0: "present" })).toMatchObject({ missing: 1 });
});

test("79.9 percent is not 80", () => {
  const minutes = [
    { day: "2027-03-10", from: "08:00", until: "21:19", subject: "" },
    { day: "2027-03-11", from: "08:00", until: "11:21", subject: "" },
  ];
  const { percent, isEnough } = attendanceOf(minutes, { 0: "present", 1: "absent" }, terms);

  expect([percent, isEnough]).toEqual([79, false]);
});

test("all that stands between somebody and a certificate is told at once", () => {
  const offer = anOffer();
  const low = attendanceOf(sessions, { 0: "present", 1: "absent", 2: "absent" }, terms);
  const none = attendanceOf(sessions, {}, terms);

  expect(certificateFindings(offer, { attendance: there, passed: true }, "2027-03-12")).toEqual([]);
  expect(certificateFindings(offer, { attendance: low, passed: false }, "2027-03-11")).toEqual([
    ...["not-over", "attendance-too-low", "not-passed"],
  ]);
  expect(certificateFindings(offer, { attendance: none }, "2027-03-12")).toEqual([
    ...["attendance-missing", "not-assessed"],
  ]);
  const seminar = anOffer({ programme: { assessed: false } });
  expect(certificateFindings(seminar, { attendance: there }, "2027-03-12")).toEqual([]);
});

test("an STTPP names its person as the record is that day, and says the JP in words", () => {
  const person = anEmployee({ birthPlace: "Mataram", birthDate: "1985-02-12" });
  const content = certificateOf(anOffer(), person, {
    ...{ number: "B.589/BKPSDM/III/2027", issuedOn: "2027-03-15" },
    result: { attendance: there, passed: true, predicate: "memuaskan" },
  });

  expect(certificateContent.parse(content)).toEqual(content);
  expect(content).toMatchObject({
    ...{ kind: "sttpp", title: "Surat Tanda Tamat Pendidikan dan Pelatihan" },
    ...{ name: "Siti Rahma, S.Kom.", birth: "Mataram, 1985-02-12" },
    ...{ rank: "Penata Muda, III/a", qualification: "LULUS", predicate: "memuaskan" },
    ...{ jp: 20, jpWords: "dua puluh", form: "Pelatihan teknis" },
  });
});

test("a seminar gives a Sertifikat without a predicate; a PPPK has a golongan and no pangkat", () => {
  const person = anEmployee({ kind: "PPPK", golongan: "IX" });
  const content = certificateOf(
    anOffer({ programme: { assessed: false, form: "seminar", jp: 3 } }),
    person,
    {
      ...{ number: "1", issuedOn: "2027-03-15" },
      result: { attendance: there, predicate: "memuaskan" },
    },
  );

  expect(content).toMatchObject({ kind: "sertifikat", qualification: "TELAH MENGIKUTI" });
  expect(content).toMatchObject({ rank: "IX", jpWords: "tiga" });
  expect(content).not.toHaveProperty("predicate");
});
