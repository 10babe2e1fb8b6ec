/** Everybody who could ask a route, and the roles they have. */

import type { Grant, GrantedRole } from "#shared/access/role.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { anEmployee } from "../support/builders.ts";
import { aGrant } from "../support/roles-in-memory.ts";

const other = { instansiId: "ins_other", instansi: "Pemerintah Lain" };

/** The roles given for the own agency, and what else is true of the record. */
export type Person = readonly [readonly GrantedRole[], Partial<Employee>];

/** Who asks, with which roles; their names say what they are. */
export const people = {
  holder: [[], {}],
  petugas: [["petugas"], {}],
  penyetuju: [["penyetuju"], {}],
  auditor: [["auditor"], {}],
  operator: [["operator"], {}],
  "petugas of another agency": [["petugas"], other],
  "petugas of this unit": [[], {}],
  "petugas of another unit": [[], {}],
  "auditor of another unit": [[], {}],
  "petugas of another unit who audits all": [["auditor"], {}],
  "petugas who signed in by QR": [["petugas"], {}],
  "petugas who was suspended": [["petugas"], { kedudukanHukum: "04" }],
  "petugas whose contract ended": [
    ["petugas"],
    { kind: "PPPK", kedudukanHukum: "71", contractEnd: "2026-11-20" },
  ],
  "petugas whose role has ended": [[], {}],
  "petugas who moved to another agency": [[], other],
} as const satisfies Record<string, Person>;

const anotherUnit = "Dinas Lain";

/** What was given for a unit, or does not stand any more. */
export const otherwise: Readonly<Partial<Record<Asker, readonly Grant[]>>> = {
  "petugas of this unit": [aGrant("petugas", { unitKerja: anEmployee().unitKerja })],
  "petugas of another unit": [aGrant("petugas", { unitKerja: anotherUnit })],
  "auditor of another unit": [aGrant("auditor", { unitKerja: anotherUnit })],
  "petugas of another unit who audits all": [aGrant("petugas", { unitKerja: anotherUnit })],
  "petugas whose role has ended": [aGrant("petugas", { until: "2026-11-20" })],
  "petugas who moved to another agency": [aGrant("petugas")],
};

export type Asker = keyof typeof people | "nobody";
export const namesOfPeople = keysOf(people);
export const askers: readonly Asker[] = ["nobody", ...namesOfPeople];
