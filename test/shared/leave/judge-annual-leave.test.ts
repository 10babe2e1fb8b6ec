import { expect, test } from "vitest";
import { judgeLeave } from "#shared/leave/judge-leave.ts";
import { reserve } from "#shared/leave/settle-annual-leave.ts";
import {
  aCalendar,
  aCase,
  aHolder,
  aKnownLeave,
  aPppk,
  codesOf,
  judged,
  oneYear,
  posted,
} from "../../support/leave.ts";

test("a weekend is no annual leave", () => {
  expect(codesOf({ from: "2027-03-06", to: "2027-03-07" })).toEqual(["no-working-day"]);
});

test("a year of work comes before an annual leave; a CPNS's counts", () => {
  const cpns = aHolder({ tmtCpns: "2026-03-01", tmt: "2027-06-01" });

  expect(judged({}, { holder: aHolder({ tmt: "2026-03-02" }) })).toMatchObject([
    { code: "service-too-short", limit: "2027-03-02" },
  ]);
  expect(codesOf({}, { holder: cpns })).toEqual([]);
});

test("more than the balance is told with what is there, and why there is nothing", () => {
  expect(judged({ to: "2027-03-17" })).toMatchObject([
    { field: "to", code: "balance-short", limit: 12, measured: 13, year: 2027 },
  ]);
  const besar = aKnownLeave({ kind: "besar", from: "2027-05-01", to: "2027-07-31" });
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
    codesOf({ to: "2027-03-19", travelDays }, { holder });

  expect(more(12)).toEqual([]);
  expect(more(13)).toEqual(["travel-too-long"]);
  expect(more(7, aPppk({ tmt: "2020-01-01" }))).toEqual(["travel-too-long"]);
});

test("a year whose holidays nobody has said is told", () => {
  const calendar = { ...aCalendar(), unknownYears: [2026, 2027] };

  expect(judged({}, { calendar })).toEqual([
    { field: "to", code: "holidays-unknown", year: 2027, stops: "nothing" },
  ]);
});
