import { expect, test } from "vitest";
import { cardStatus } from "#shared/employee/employee.ts";
import { problemsOfRecord } from "#shared/employee/employee-rules.ts";
import { kindOfNip, numberKindOf } from "#shared/employee/nip.ts";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { demoPeople } from "../../../local/demo/people.ts";

const people = demoPeople().map(({ employee }) => employee);
const agency = people.filter(({ instansiId }) => instansiId === "ins_contoh");
const today = new Date("2026-11-26T03:00:00Z");

test("one agency has at least 120 people, of every kind, status and golongan family", () => {
  expect(agency.length).toBeGreaterThanOrEqual(120);
  const statuses = Map.groupBy(agency, (employee) => cardStatus(employee, today));
  for (const status of ["active", "suspended", "ended"] as const)
    expect(statuses.get(status)?.length).toBeGreaterThanOrEqual(4);
  const kinds = Map.groupBy(agency, ({ kind }) => kind);
  expect(kinds.get("PNS")?.length).toBeGreaterThan(40);
  expect(kinds.get("PPPK")?.length).toBeGreaterThan(40);
  // Some of a PPPK Paruh Waktu have none.
  expect(kinds.get("PPPK-PW")?.length).toBeGreaterThan(5);
  expect(new Set(agency.flatMap(({ golongan }) => golongan ?? [])).size).toBe(34);
  expect(
    agency.filter(({ contractEnd = "9" }) => contractEnd < "2026-11-26").length,
  ).toBeGreaterThan(5);
});

test("there are a thousand, and each of three agencies in three zones has hundreds", () => {
  expect(people.length).toBe(1000);
  expect(demoAgencies.map(({ zone }) => zone)).toEqual(["WIB", "WITA", "WIT"]);
  const inAgency = Map.groupBy(people, ({ instansiId }) => instansiId);
  const sizes = demoAgencies.map(({ id }) => inAgency.get(id)?.length ?? 0);
  expect(inAgency.size).toBe(3);
  expect(Math.min(...sizes)).toBeGreaterThan(300);
  // The others' cards are drawn when they come with a photo.
  expect(demoPeople().filter(({ portrait }) => portrait !== undefined).length).toBe(8);
});

test("everybody could be registered: own number, own address, a record in order", () => {
  expect(
    people.map((employee) => problemsOfRecord(employee)).filter(({ length }) => length > 0),
  ).toEqual([]);
  expect(new Set(people.map(({ nip }) => nip)).size).toBe(people.length);
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  expect(people.filter(({ nip, kind }) => kindOfNip(nip) !== numberKindOf(kind))).toEqual([]);
  expect(people.every(({ email }) => email.endsWith("@contoh.example"))).toBe(true);
});

test("names are of one letter and of the most there may be, with every kind of sign", () => {
  const names = agency.map(({ name }) => name);

  expect(Math.min(...names.map(({ length }) => length))).toBe(1);
  expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(100);
  expect(names.some((name) => /[đŽł]/.test(name))).toBe(true);
  expect(new Set(names).size).toBeGreaterThan(100);
});
