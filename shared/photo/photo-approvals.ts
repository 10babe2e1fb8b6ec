/** What the approvals about a photo have in common (decision 0066). */
import {
  type Approval,
  type ApprovalId,
  type ClosedApproval,
  queueOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import type { Revision } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";

const raced: readonly string[] = ["record-changed", "request-repeated"];
const ofPhotos: readonly string[] = ["photo-revoke", "photo"];

/**
 * One request about a photo at a time: who decides never finds two answers to one question. The index may be a moment late; of two that slip
 * in, the first approved makes the other outdated.
 * @throws Conflict `change-asked`
 */
export async function refuseAskedPhoto(
  { approvals, clock }: { readonly approvals: Pick<Approvals, "waiting">; readonly clock: Clock },
  person: Employee,
  own: ApprovalId,
): Promise<void> {
  const isSame = ({ id, kind, subject }: Approval) =>
    ofPhotos.includes(kind) && subject.id === person.id && id !== own;
  const waiting = await approvals.waiting(queueOf({ decider: "penyetuju", subject: person }), {
    ...{ now: clock.now(), limit: 1, fits: isSame },
  });
  if (waiting.length > 0) throw new Conflict("change-asked");
}

/**
 * @param confirmed of a photo that the save puts on the card
 * @throws Conflict `approval-subject-changed` when the record was saved at the same moment, or had that photo before; what `closing` says
 */
export async function savePhoto(
  {
    employees,
    approvals,
  }: {
    readonly employees: Pick<WritableEmployees, "save">;
    readonly approvals: Pick<Approvals, "closing">;
  },
  next: Revision,
  closed: ClosedApproval,
  confirmed?: RequestMark,
): Promise<void> {
  try {
    await employees.save(next, confirmed, ...approvals.closing(closed));
  } catch (error) {
    const isRaced = error instanceof Conflict && raced.includes(error.code);
    throw isRaced ? new Conflict("approval-subject-changed") : error;
  }
}
