/** A print of people who were marked one by one: exactly who, looked at first, and planned when it is asked for. */

import type { Officer } from "#shared/access/scope.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { remindable } from "#shared/account/reminders.ts";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isOpenTo } from "#shared/employee/is-open-to.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { partsOf } from "./plan-print.ts";
import { newPrint, type Print, printIdOf } from "./print.ts";
import type { MarkedPrintRequest, PrintLeftOutReason } from "./print-answers.ts";
import type { Prints, PrintsToDraw } from "./prints.ts";
import { perOfficer } from "./request-print.ts";

export interface PreviewMarkedPrint {
  readonly employees: Pick<Employees, "findAll">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

export interface RequestMarkedPrint extends PreviewMarkedPrint {
  readonly prints: Pick<Prints, "add">;
  readonly printQueue: Pick<PrintsToDraw, "send">;
}

/** Each reads up to five hundred records, and for letters as many accounts. */
const perPreview: Limit = { name: "print-previews", max: 60, windowSeconds: 3600 };

interface Marked {
  readonly kind: Print["kind"];
  readonly ids: readonly EmployeeId[];
}

/** Somebody of a selection; without a record where this officer may not know who it is, or it cannot be read. */
export interface Judged {
  readonly id: EmployeeId;
  readonly person: Employee | undefined;
  /** Absent when there is something to print. */
  readonly why: PrintLeftOutReason | undefined;
}

/**
 * Who of a selection has something to print, and who not and why, in the order of the marks.
 * @throws TooManyAttempts
 */
export async function previewMarkedPrint(
  api: PreviewMarkedPrint,
  marked: Marked,
  by: Officer,
): Promise<readonly Judged[]> {
  await api.limits.count(perPreview, by.employeeId, api.clock.now());
  return await judge(api, marked, by);
}

/**
 * Prints the people whom a preview showed: planned at once, so that whoever is marked later is not meant. Who has nothing to print any
 * more is left out. Stored before the message is sent; the same request sends it once more.
 * @throws TooManyAttempts; Conflict `nobody-to-print`
 */
export async function requestMarkedPrint(
  api: RequestMarkedPrint,
  { requestId, ids, ...what }: MarkedPrintRequest,
  by: Officer,
): Promise<Print> {
  const now = api.clock.now();
  await api.limits.count(perOfficer, by.employeeId, now);
  const judged = await judge(api, { kind: what.kind, ids }, by);
  const people = judged.flatMap(({ person, why }) => (person && !why ? [person] : []));
  if (people.length === 0) throw new Conflict("nobody-to-print");
  const spec = { officerId: by.employeeId, instansiId: by.instansiId, ...what };
  const units = [...new Set(people.map(({ unitKerja }) => unitKerja))];
  const id = printIdOf(spec, requestId, ids);
  const print = newPrint(spec, { id, units, total: people.length }, now);
  await api.prints.add(print, await partsOf(people, what.kind, now));
  await api.printQueue.send(id);
  return print;
}

async function judge(
  api: PreviewMarkedPrint,
  { kind, ids }: Marked,
  by: Officer,
): Promise<readonly Judged[]> {
  const marked = [...new Set(ids)];
  const records = await api.employees.findAll(marked);
  return await sideBySide(marked, async (id) => {
    const found = records.get(id);
    const person = isOpenTo(by, found) ? found : undefined;
    return { id, person, why: person ? await whyNot(api, person, kind) : "out-of-scope" };
  });
}

async function whyNot(
  { accountRecords, clock }: PreviewMarkedPrint,
  person: Employee,
  kind: Print["kind"],
): Promise<PrintLeftOutReason | undefined> {
  const now = clock.now();
  if (cardStatus(person, now) !== "active") return "not-active";
  if (kind === "cards") return canHoldCard(person, now) ? undefined : "no-photo";
  // Whoever has an account that cannot be read gets no letter unless it can be read when the letters are drawn.
  const account = await remindable(accountRecords, person.id);
  if (account === undefined || account === "unreadable") return undefined;
  return account.state === "not-activated" ? undefined : "activated";
}
