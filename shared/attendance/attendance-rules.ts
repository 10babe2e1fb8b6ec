/** What an agency has said of its doors, its shifts and its numbers; and whose fingers its machines know by which PIN. */
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { attendanceTerm } from "./attendance-terms.ts";
import { machine } from "./machine.ts";
import { machineId } from "./reading.ts";
import { schedule } from "./schedule.ts";

/** Of one agency: an item has 400 KB. */
const mostMachines = 200;
const mostSchedules = 300;
const mostTerms = 200;

export const rulesDetails = z.strictObject({
  machines: z
    .array(machine)
    .max(mostMachines)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)
    .readonly(),
  schedules: z.array(schedule).max(mostSchedules).readonly(),
  terms: z.array(attendanceTerm).max(mostTerms).readonly(),
});
export type AttendanceRules = Readonly<z.infer<typeof rulesDetails>>;

export const agencyRules = z.object({
  ...rulesDetails.shape,
  instansiId: z.string(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type AgencyRules = Readonly<z.infer<typeof agencyRules>>;

/** An agency that has said nothing: the usual numbers count, and no machine is known. */
export function noRules(instansiId: string): AgencyRules {
  return { instansiId, machines: [], schedules: [], terms: [], revision: 0 };
}

/** A machine of an agency. */
export interface MachineOf {
  readonly instansiId: string;
  readonly machine: string;
}

export const mostPins = 10;
/** Without zeros before it. */
export const pin = z.string().regex(/^(0|[1-9]\d{0,13})$/);

/** The numbers by which one machine knows somebody. */
export const machinePins = z.object({
  instansiId: z.string(),
  machine: machineId,
  person: employeeId,
  pins: z.array(pin).max(mostPins).readonly(),
  revision: z.int(),
});
export type MachinePins = Readonly<z.infer<typeof machinePins>>;

export interface AttendanceRuleBook {
  /** Strongly consistent. */
  find(instansiId: string): Promise<AgencyRules | undefined>;
  /** With its line of history. @throws Conflict `attendance-changed` when somebody else was faster */
  save(rules: AgencyRules, entry: AuditEntry): Promise<void>;
  /** Of everybody whom the machine knows; strongly consistent. */
  pinsOf(of: MachineOf): Promise<readonly MachinePins[]>;
  /** The next revision. @throws Conflict `attendance-changed` when somebody else was faster */
  savePins(pins: MachinePins): Promise<void>;
}

/** Whose each number is; "two" of one that two people have. */
export function peopleByPin(all: readonly MachinePins[]): ReadonlyMap<string, EmployeeId | "two"> {
  const known = new Map<string, EmployeeId | "two">();
  for (const { person, pins } of all)
    for (const each of pins) known.set(each, known.has(each) ? "two" : person);
  return known;
}
