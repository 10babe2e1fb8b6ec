import { expect, test } from "vitest";
import { nextCron, parseCron, zonedTime } from "../../scheduler/aws-cron.ts";

/** The next `count` occurrences, as ISO times in UTC. */
function occurrences(
  expression: string,
  { after, zone = "UTC", count = 1 }: { after: string; zone?: string; count?: number },
): (string | undefined)[] {
  const cron = parseCron(expression);
  const found: (string | undefined)[] = [];
  let moment: number | undefined = Date.parse(after);
  while (found.length < count && moment !== undefined) {
    moment = nextCron(cron, moment, zone);
    found.push(moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16));
  }
  return found;
}

test("eight o'clock in Jakarta is one o'clock in UTC", () => {
  expect(
    occurrences("0 8 * * ? *", { after: "2026-11-21T01:00:00Z", zone: "Asia/Jakarta", count: 2 }),
  ).toEqual(["2026-11-22T01:00", "2026-11-23T01:00"]);
});

test("a local day begins before or after the one of UTC", () => {
  expect(
    occurrences("30 0 1 * ? *", { after: "2026-11-30T16:00:00Z", zone: "Asia/Jakarta" }),
  ).toEqual(["2026-11-30T17:30"]);
  expect(
    occurrences("30 23 31 * ? *", {
      after: "2026-12-31T20:00:00Z",
      zone: "America/New_York",
    }),
  ).toEqual(["2027-01-01T04:30"]);
});

test("working days are Monday to Friday, by number or by name", () => {
  const friday = "2026-11-20T09:00:00Z";
  for (const days of ["MON-FRI", "2-6", "mon,tue,wed,thu,fri"])
    expect(occurrences(`0 9 ? * ${days} *`, { after: friday, count: 2 })).toEqual([
      "2026-11-23T09:00",
      "2026-11-24T09:00",
    ]);
});

test("steps, lists and ranges name several minutes", () => {
  const after = "2026-11-21T00:00:00Z";
  const minutes = (field: string, count: number) =>
    occurrences(`${field} * * * ? *`, { after, count }).map((time) => time?.slice(11));

  expect(minutes("0/15", 4)).toEqual(["00:15", "00:30", "00:45", "01:00"]);
  expect(minutes("*/20", 3)).toEqual(["00:20", "00:40", "01:00"]);
  expect(minutes("10-14/2,50", 4)).toEqual(["00:10", "00:12", "00:14", "00:50"]);
});

test("the 29th of February waits for a leap year", () => {
  expect(occurrences("0 0 29 FEB ? *", { after: "2026-01-01T00:00:00Z", count: 2 })).toEqual([
    "2028-02-29T00:00",
    "2032-02-29T00:00",
  ]);
});

test("years bound an expression, and past ones have no occurrence", () => {
  const after = "2026-11-21T00:00:00Z";
  expect(occurrences("0 0 1 1 ? 2030", { after, count: 2 })).toEqual([
    "2030-01-01T00:00",
    undefined,
  ]);
  expect(occurrences("0 0 1 1 ? 2020-2026", { after })).toEqual([undefined]);
  expect(occurrences("0 0 31 2 ? *", { after })).toEqual([undefined]);
});

test("a time that summer time skips does not occur, one that comes twice occurs once", () => {
  const zone = "Europe/Berlin";
  expect(occurrences("30 2 * * ? *", { after: "2026-03-28T02:00:00Z", zone, count: 2 })).toEqual([
    "2026-03-30T00:30",
    "2026-03-31T00:30",
  ]);
  expect(occurrences("30 2 * * ? *", { after: "2026-10-24T01:00:00Z", zone, count: 2 })).toEqual([
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
});

test("zones behind and half an hour off are read right", () => {
  const noon = Date.parse("2026-06-01T12:00:00Z");
  const hoursAhead = (zone: string) => (noon - (zonedTime(noon, zone) ?? 0)) / 3_600_000;
  expect(["America/New_York", "Asia/Kolkata", "Asia/Jayapura", "UTC"].map(hoursAhead)).toEqual([
    -4, 5.5, 9, 0,
  ]);
});

test.each([
  ["0 8 * * ?", "six fields"],
  ["0 8 * * * *", "must be ?"],
  ["0 8 ? * ? *", "must be ?"],
  ["60 8 * * ? *", "60 as minutes"],
  ["0 8 L * ? *", "L as day-of-month"],
  ["0 8 ? * 2#1 *", "2#1 as day-of-week"],
  ["0 8 15W * ? *", "15W as day-of-month"],
  ["0/0 8 * * ? *", "0/0 as minutes"],
  ["30-10 8 * * ? *", "30-10 as minutes"],
  [", 8 * * ? *", "as minutes"],
])("%s is refused: %s", (expression, reason) => {
  expect(() => parseCron(expression)).toThrow(reason);
});
