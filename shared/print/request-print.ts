import { type Officer, reaches } from "#shared/access/scope.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import { withinUnit } from "#shared/agency/within-unit.ts";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import { cardStatus } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { FieldCode } from "#shared/runtime/codes.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { membersOf } from "./plan-print.ts";
import { mostInPart, mostLookedUp, newPrint, type Print, printIdOf } from "./print.ts";
import type { PrintRequest } from "./print-answers.ts";
import type { Prints, PrintsToDraw } from "./prints.ts";

export interface RequestPrint {
  readonly employees: Pick<Employees, "inUnit">;
  readonly units: Pick<OrgUnits, "findByName" | "children">;
  readonly prints: Pick<Prints, "add">;
  readonly printQueue: Pick<PrintsToDraw, "send">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** However many parts they have: an officer who asks for more has lost the count of them. */
export const perOfficer: Limit = { name: "print", max: 20, windowSeconds: 3600 };

/**
 * An officer asks for the cards of a unit of the own scope with all below it, or for letters to its people. The print is stored before the message is sent. An officer who
 * gets no answer asks again: the same request sends the message once more.
 * @returns the print, waiting
 * @throws TooManyAttempts, InvalidInput on `unitKerja`: `unit-unknown`, `unit-without-cards`
 */
export async function requestPrint(
  { employees, units: tree, prints, printQueue, limits, clock }: RequestPrint,
  { requestId, unitKerja, ...what }: PrintRequest,
  by: Officer,
): Promise<Print> {
  const now = clock.now();
  await limits.count(perOfficer, by.employeeId, now);
  const unit = { instansiId: by.instansiId, unitKerja: unitKerja.trim() };
  // A unit outside the scope is refused like one that does not exist.
  if (!reaches(by, unit)) throw wrongUnit("unit-unknown");
  const { units = [] } = await withinUnit({ units: tree }, { unit: unit.unitKerja, by });
  const members = membersOf(employees, { instansiId: unit.instansiId, units });
  const total = await peopleIn(members, what.kind, now);
  const spec = { officerId: by.employeeId, ...unit, ...what };
  const print = newPrint(spec, { id: printIdOf(spec, requestId), units, total }, now);
  await prints.add(print);
  await printQueue.send(print.id);
  return print;
}

/**
 * Who may have a card, or a letter: whether the account was activated is asked when the letters are drawn. Counts one part: how many they
 * are in a larger unit is known when it is planned.
 */
async function peopleIn(
  members: ReturnType<Employees["inUnit"]>,
  kind: Print["kind"],
  now: Date,
): Promise<number> {
  let lookedAt = 0;
  let people = 0;
  for await (const employee of members) {
    lookedAt++;
    const isMeant =
      kind === "letters" ? cardStatus(employee, now) === "active" : canHoldCard(employee, now);
    if (isMeant) people++;
    // Where few of many have a photo, the plan finds out: reading a whole dinas takes longer than a request may.
    if (people === mostInPart[kind] || lookedAt === mostLookedUp) return people;
  }
  if (lookedAt === 0) throw wrongUnit("unit-unknown");
  if (people === 0 && kind === "cards") throw wrongUnit("unit-without-cards");
  return people;
}

function wrongUnit(code: FieldCode): InvalidInput {
  return new InvalidInput({ field: "unitKerja", code });
}
