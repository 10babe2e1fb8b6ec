/** A record's days begin and end at the midnight of its agency's zone (decision 0048). */
import { expect, test } from "vitest";
import { cardStatus, dayOf } from "#shared/employee/employee.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import { dayIn, midnightIn, saidZone, zones } from "#shared/runtime/zone.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** The first instant of 1 April 2027. */
const midnights = [
  ["WIB", "2027-03-31T17:00:00.000Z"],
  ["WITA", "2027-03-31T16:00:00.000Z"],
  ["WIT", "2027-03-31T15:00:00.000Z"],
] as const;
const minute = 60_000;

const pppk = (zone: (typeof zones)[number]) =>
  anEmployee({
    id: `emp_${zone.toLowerCase()}`,
    nip: aNip(`19850212202421100${zones.indexOf(zone) + 1}`),
    email: `${zone}@contoh.example`,
    ...{ kind: "PPPK", golongan: "IX", kedudukanHukum: "71", contractEnd: "2027-03-31" },
    zone: saidZone(zone),
  });

test.each(midnights)(
  "in %s a contract is valid at 23.59 and over at 00.00, and who begins then begins",
  (zone, at) => {
    const midnight = new Date(at);
    const before = new Date(midnight.getTime() - minute);
    const newcomer = anEmployee({ tmt: "2027-04-01", zone });

    expect(midnightIn(zone, "2027-04-01")).toEqual(midnight);
    expect([dayIn(zone, before), dayIn(zone, midnight)]).toEqual(["2027-03-31", "2027-04-01"]);
    expect(cardStatus(pppk(zone), before)).toBe("active");
    expect(cardStatus(pppk(zone), midnight)).toBe("ended");
    expect(cardStatus(newcomer, before)).toBe("upcoming");
    expect(cardStatus(newcomer, midnight)).toBe("active");
  },
);

test("a record from before there were zones has Jakarta's day", () => {
  expect(dayOf(anEmployee(), new Date("2027-03-31T16:59:59Z"))).toBe("2027-03-31");
});

test("each end and each beginning is told at its own midnight, east first", async () => {
  const newcomers = zones.map((zone, i) => ({
    ...anEmployee({
      id: `emp_new${i}`,
      nip: aNip(`20000212202704200${i + 1}`),
      email: `new${i}@contoh.example`,
      tmt: "2027-04-01",
    }),
    zone: saidZone(zone),
  }));
  const employees = new EmployeesInMemory(...zones.map(pppk), ...newcomers);
  const told = async (at: string) => {
    await tellDays({ employees, clock: new FakeClock(at) });
    return employees.saves.splice(0).map(({ after }) => after.zone ?? "WIB");
  };

  expect(await told("2027-03-31T14:59:00.000Z")).toEqual([]);
  for (const [zone, at] of midnights.toReversed()) expect(await told(at)).toEqual([zone, zone]);
});
