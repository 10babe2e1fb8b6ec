/** An agency takes somebody in whom another one released: what its petugas asks for (kind `transfer-in`, decision 0053). */
import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import { keptChange, problemsOf } from "#shared/employee/employee-rules.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { Conflict, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { isOpen, type Transfer } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

/** What such an approval holds as `old` and `new`. */
export const placeBefore = z.object({
  instansi: z.string(),
  unitKerja: z.string(),
  jabatan: z.string(),
});
export const arrival = z.object({
  unitKerja: z.string(),
  jabatan: z.string(),
  /** Of the transfer: it was released once. */
  transferRevision: z.int(),
});

interface FindArriving {
  readonly employees: Pick<Employees, "find">;
  readonly transfers: Pick<Transfers, "find">;
}

export interface AskArrival extends AskApproval, FindArriving {}

/**
 * Whom an agency may take in now. It has no unit there yet, so only who reaches the whole agency sees it.
 * @throws NotFound; Conflict `transfer-over` when it has ended
 */
export async function findArriving(
  { employees, transfers, clock }: FindArriving & Pick<AskApproval, "clock">,
  id: EmployeeId,
  by: Officer,
): Promise<{ readonly person: Employee; readonly transfer: Transfer }> {
  const [person, transfer] = await Promise.all([employees.find(id), transfers.find(id)]);
  if (!person || transfer?.to !== by.instansiId || by.units)
    throw new NotFound("Nobody is released to this agency.");
  if (!isOpen(transfer, clock.now()) || person.instansiId !== transfer.from)
    throw new Conflict("transfer-over");
  return { person, transfer };
}

/**
 * A petugas of the other agency asks that the person be taken in, in one of its units.
 * @throws InvalidInput on `unitKerja`, `jabatan`, `reason`; Conflict `transfer-ended` of who has left since; as findArriving and askApproval
 */
export async function askArrival(
  dependencies: AskArrival,
  {
    id,
    by,
    unitKerja,
    jabatan,
    ...request
  }: {
    readonly id: EmployeeId;
    readonly unitKerja: string;
    readonly jabatan: string;
    readonly reason: string;
    readonly requestId: string;
    readonly by: Officer;
  },
): Promise<Approval> {
  const { person, transfer } = await findArriving(dependencies, id, by);
  if (cardStatus(person, dependencies.clock.now()) === "ended")
    throw new Conflict("transfer-ended");
  const problems = problemsOfPlace({ unitKerja, jabatan }, person);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const place = arrival.omit({ transferRevision: true }).parse(keptChange({ unitKerja, jabatan }));
  const { instansiId } = by;
  if (!reaches(by, { instansiId, unitKerja: place.unitKerja }))
    throw new InvalidInput({ field: "unitKerja", code: "unit-not-yours" });
  const old = placeBefore.parse(person);
  return await askApproval(dependencies, {
    kind: "transfer-in",
    subject: { id, instansiId, unitKerja: place.unitKerja, revision: person.revision },
    ...{ old, new: { ...place, transferRevision: transfer.revision }, ...request },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [
      { field: "instansi", from: old.instansi, to: transfer.toName },
      { field: "unitKerja", from: old.unitKerja, to: place.unitKerja },
      { field: "jabatan", from: old.jabatan, to: place.jabatan },
    ],
  });
}

/** By the rules of every record. */
export function problemsOfPlace(
  place: { readonly unitKerja: string; readonly jabatan: string },
  person: Employee,
): readonly FieldProblem[] {
  const fields = ["unitKerja", "jabatan"] as const;
  const missing = fields
    .filter((field) => place[field].trim() === "")
    .map((field): FieldProblem => ({ field, code: "required" }));
  return missing.length > 0 ? missing : problemsOf(place, person);
}
