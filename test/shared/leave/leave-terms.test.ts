import { expect, test } from "vitest";
import { leaveTermBook } from "#shared/leave/leave-term-book.ts";
import {
  appointments,
  type LeaveTerm,
  leaveTerm,
  termNames,
  termOn,
  termsOn,
} from "#shared/leave/leave-terms.ts";

const inEffect = "2027-01-01";

test.each(appointments)("every term of a %s has a value, a source and a day", (appointment) => {
  const own = leaveTermBook.filter((term) => term.for.includes(appointment));
  const names = new Set(own.map(({ term }) => term));

  expect(termNames.filter((name) => !names.has(name))).toEqual([]);
  expect(termNames.every((name) => termOn(inEffect, name, own)?.source)).toBe(true);
  expect(termsOn(inEffect, appointment).annualDays).toBe(12);
});

test.each(leaveTermBook.map((term) => [term.term, term.source, term] as const))(
  "%s of %s is kept in the shape that an agency's own have",
  (_name, _source, term) => {
    expect(leaveTerm.safeParse(term).success).toBe(true);
  },
);

test("a value of another shape is none", () => {
  const [term] = leaveTermBook;

  expect(leaveTerm.safeParse({ ...term, value: "twelve" }).success).toBe(false);
  expect(leaveTerm.safeParse({ ...term, until: "2027-02-30" }).success).toBe(false);
});

test("PP 17/2020 changed which doctor and whose school holidays, from its day on", () => {
  expect(termsOn("2020-02-27", "PNS")).toMatchObject({
    sickLongDoctor: "government",
    schoolHolidaysUseLeave: true,
  });
  expect(termsOn("2020-02-28", "PNS")).toMatchObject({
    sickLongDoctor: "licensed",
    schoolHolidaysUseLeave: false,
  });
  expect(termsOn("2020-02-28", "PPPK")).toMatchObject({
    sickLongDoctor: "government",
    schoolHolidaysUseLeave: true,
  });
});

test("days of a PPPK lapsed until Peraturan BKN 7/2022", () => {
  expect(termsOn("2022-04-13", "PPPK").carryOver).toBe(false);
  expect(termsOn("2022-04-14", "PPPK").carryOver).toBe(true);
});

test("an agency's own term counts from its day to its last one, for whom it is", () => {
  const own: LeaveTerm = {
    term: "useOrder",
    value: "newest-first",
    for: ["PNS"],
    from: "2027-01-01",
    until: "2027-12-31",
    source: "Keputusan Bupati Contoh 1/2027",
    certainty: "text",
  };

  const orderOn = (day: string, whose: "PNS" | "PPPK") => termsOn(day, whose, [own]).useOrder;
  expect(orderOn("2026-12-31", "PNS")).toBe("oldest-first");
  expect(orderOn("2027-01-01", "PNS")).toBe("newest-first");
  expect(orderOn("2027-12-31", "PNS")).toBe("newest-first");
  expect(orderOn("2028-01-01", "PNS")).toBe("oldest-first");
  expect(orderOn("2027-06-01", "PPPK")).toBe("oldest-first");
});

test("a newer law comes before an agency's older term", () => {
  const days = (value: number, from: string, source: string): LeaveTerm => ({
    term: "annualDays",
    value,
    for: ["PNS"],
    from,
    source,
    certainty: "text",
  });
  const later = [days(10, "2028-01-01", "Agency"), days(14, "2029-01-01", "Law")];

  expect(termsOn("2028-06-01", "PNS", later).annualDays).toBe(10);
  expect(termsOn("2029-06-01", "PNS", later).annualDays).toBe(14);
});

test("the first terms that are known stand for the days before them", () => {
  expect(termsOn("1990-01-01", "PPPK").annualDays).toBe(12);
});
