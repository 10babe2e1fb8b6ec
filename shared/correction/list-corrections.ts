import * as z from "zod";
import { isOwnRecord } from "#shared/access/own-record.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Employee, employeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type FieldKey, fieldOf } from "#shared/employee/fields.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
import type { Correction, Corrections, OpenCorrection } from "./correction.ts";
import type { OfficerCorrection, OwnCorrectionsAnswer } from "./correction-answers.ts";

/** Reports to a page. */
const pageSize = 25;

/** A holder's own record, and what was reported of it. */
export async function tellOwnCorrections(
  { corrections, clock }: { readonly corrections: Pick<Corrections, "of">; readonly clock: Clock },
  employee: Employee,
): Promise<OwnCorrectionsAnswer> {
  const now = clock.now();
  const all = await corrections.of(employee.id);
  const items = all
    .toSorted((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1))
    .map((report) => ({
      ...told(report, now),
      // Who answered is not told: only its own people see who an officer is.
      ...(report.answer && { answer: answerOf(report.answer) }),
    }));
  const record = reportableFields.filter(hasField(employee)).map((field) => ({
    field,
    ...(employee[field] !== undefined && { value: employee[field] }),
  }));
  return { record, items };
}

/** A field that another kind of employee has says nothing here. */
function hasField({ kind }: Employee) {
  return (field: FieldKey) => fieldOf(field).kinds[kind] !== "none";
}

interface ListCorrections {
  readonly corrections: Pick<Corrections, "open" | "handOver">;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/**
 * A page of what waits in the officer's agency or units, those that are due first at the top. Who works in another agency now is
 * handed over to it, with what is left of the time.
 * @param from `next` of the page before @throws InvalidInput when `from` is none
 */
export async function listCorrections(
  { corrections, employees, clock }: ListCorrections,
  { by, from }: { readonly by: Officer; readonly from?: string | undefined },
): Promise<{ readonly items: readonly OfficerCorrection[]; readonly next?: string }> {
  const after = from === undefined ? undefined : placeIn(from);
  const found = await corrections.open(by.instansiId, { limit: pageSize + 1, after });
  const page = found.slice(0, pageSize);
  const records = await employees.findAll(page.map(({ employeeId: id }) => id));
  const items: OfficerCorrection[] = [];
  for (const report of page) {
    const record = records.get(report.employeeId);
    if (!record) continue;
    if (record.instansiId !== by.instansiId) await corrections.handOver(report, record.instansiId);
    else if (reaches(by, record)) items.push(rowOf(report, record, by, clock.now()));
  }
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return { items, ...(last && { next: placeText(last) }) };
}

function rowOf(report: Correction, record: Employee, by: Officer, now: Date): OfficerCorrection {
  const stands = record[report.field];
  return {
    ...told(report, now),
    ...{ employeeId: record.id, nip: groupNip(record.nip), name: fullName(record) },
    unitKerja: record.unitKerja,
    ...(stands !== undefined && { stands }),
    ...(isOwnRecord(record.id, by) && { own: true as const }),
  };
}

function told(report: Correction, now: Date) {
  const { field, id, stood, right, note, reportedAt, dueAt, answer } = report;
  return {
    ...{ field, id, right, reportedAt, dueAt },
    ...(stood !== undefined && { stood }),
    ...(note !== undefined && { note }),
    ...(!answer && dueAt < now.toISOString() && { overdue: true as const }),
  };
}

function answerOf({ outcome, reason, at }: NonNullable<Correction["answer"]>) {
  return { outcome, reason, at };
}

const place = z.tuple([z.iso.datetime(), employeeId, z.enum(reportableFields)]);

/** The cursor has no personal data, but it is one text in an address. */
function placeText({ dueAt, employeeId: id, field }: OpenCorrection): string {
  return Buffer.from(JSON.stringify([dueAt, id, field])).toString("base64url");
}

function placeIn(text: string): OpenCorrection {
  try {
    const [dueAt, id, field] = place.parse(
      JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
    );
    return { dueAt, employeeId: id, field };
  } catch {
    throw new InvalidInput({ field: "cursor", code: "malformed" });
  }
}
