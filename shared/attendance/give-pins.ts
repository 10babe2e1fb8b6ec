/** Whose the numbers are by which a machine knows people. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type Nip, parseNip } from "#shared/employee/nip.ts";
import { type MachinePins, mostPins, peopleByPin } from "./attendance-rules.ts";
import { type ChangeRules, ownMachine } from "./change-rules.ts";

/** A number at a machine, and whose it is; without a NIP it is nobody's any more. */
interface PinLine {
  /** Of the officer's list, from 1. */
  readonly line: number;
  readonly pin: string;
  readonly nip: string;
}

export const pinCodes = ["nip-malformed", "nip-unknown", "pin-taken", "pins-too-many"] as const;

export interface PinFinding {
  readonly line: number;
  readonly code: (typeof pinCodes)[number];
}

export interface GivePins extends ChangeRules {
  readonly employees: Pick<Employees, "idsOf" | "findAll">;
}

/**
 * Says whose numbers of a machine are. It may be said again; whatever line is wrong, the others count.
 * @returns how many people have numbers at the machine now, and what is wrong
 * @throws NotFound of a machine that the own agency does not have; Conflict `attendance-changed`
 */
export async function givePins(
  api: GivePins,
  {
    by,
    machine,
    lines,
  }: { readonly by: Officer; readonly machine: string } & {
    readonly lines: readonly PinLine[];
  },
): Promise<{ readonly people: number; readonly findings: readonly PinFinding[] }> {
  const instansiId = wholeAgencyOf(by);
  await ownMachine(api, { instansiId, machine });
  const known = await api.attendanceRules.pinsOf({ instansiId, machine });
  const owners = await ownPeople(
    api,
    instansiId,
    lines.flatMap(({ nip }) => parseNip(nip) ?? []),
  );
  const given = new GivenPins(known);
  for (const each of lines) given.take(each, owners);
  for (const [person, pins] of given.changed()) {
    const revision = (known.find((each) => each.person === person)?.revision ?? 0) + 1;
    await api.attendanceRules.savePins({ instansiId, machine, person, pins, revision });
  }
  return { people: given.people, findings: given.findings };
}

class GivenPins {
  readonly findings: PinFinding[] = [];
  readonly #before: ReadonlyMap<EmployeeId, readonly string[]>;
  readonly #pins: Map<EmployeeId, readonly string[]>;
  readonly #owners: Map<string, EmployeeId | "two">;

  constructor(known: readonly MachinePins[]) {
    this.#before = new Map(known.map(({ person, pins }) => [person, pins]));
    this.#pins = new Map(this.#before);
    this.#owners = new Map(peopleByPin(known));
  }

  get people(): number {
    return [...this.#pins.values()].filter((pins) => pins.length > 0).length;
  }

  take({ line, pin, nip }: PinLine, people: ReadonlyMap<Nip, Employee>): void {
    if (nip === "") {
      this.#release(pin);
      return;
    }
    const owner = this.#owners.get(pin);
    const number = parseNip(nip);
    const person = number && people.get(number)?.id;
    const pins = (person && this.#pins.get(person)) ?? [];
    const code = wrongWith({ number, person, owner, pins });
    if (code) this.findings.push({ line, code });
    if (code || !person || owner === person) return;
    this.#pins.set(person, [...pins, pin]);
    this.#owners.set(pin, person);
  }

  changed(): readonly (readonly [EmployeeId, readonly string[]])[] {
    return [...this.#pins].filter(([person, pins]) => this.#before.get(person) !== pins);
  }

  #release(pin: string): void {
    for (const [person, pins] of this.#pins) {
      const others = pins.filter((each) => each !== pin);
      if (others.length < pins.length) this.#pins.set(person, others);
    }
    this.#owners.delete(pin);
  }
}

interface Given {
  readonly number: Nip | undefined;
  readonly person: EmployeeId | undefined;
  readonly owner: EmployeeId | "two" | undefined;
  readonly pins: readonly string[];
}

function wrongWith({ number, person, owner, pins }: Given): PinFinding["code"] | undefined {
  if (!number) return "nip-malformed";
  if (!person) return "nip-unknown";
  if (owner !== undefined && owner !== person) return "pin-taken";
  return owner === undefined && pins.length >= mostPins ? "pins-too-many" : undefined;
}

/** The people of an agency with these numbers, or who had them; others are left out. */
export async function ownPeople(
  { employees }: Pick<GivePins, "employees">,
  instansiId: string,
  nips: readonly Nip[],
): Promise<ReadonlyMap<Nip, Employee>> {
  const ids = await employees.idsOf([...new Set(nips)]);
  const records = await employees.findAll([...new Set(ids.values())]);
  return new Map(
    [...ids].flatMap(([nip, id]) => {
      const record = records.get(id);
      return record?.instansiId === instansiId ? [[nip, record] as const] : [];
    }),
  );
}
