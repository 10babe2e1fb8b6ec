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

/** What reads the approvals that wait. */
export interface AskWaiting {
  readonly approvals: Pick<Approvals, "waiting">;
  readonly clock: Clock;
}

/** Whether an approval about the person waits that fits. The index may be a moment late. */
export async function isWaiting(
  { approvals, clock }: AskWaiting,
  person: Employee,
  fits: (approval: Approval) => boolean,
): Promise<boolean> {
  const waiting = await approvals.waiting(queueOf({ decider: "penyetuju", subject: person }), {
    ...{ now: clock.now(), limit: 1 },
    fits: (each) => each.subject.id === person.id && fits(each),
  });
  return waiting.length > 0;
}

/**
 * One request about a photo at a time: who decides never finds two answers to one question. Of two that slip in at the same moment, the
 * first approved makes the other outdated.
 * @throws Conflict `change-asked`
 */
export async function refuseAskedPhoto(
  api: AskWaiting,
  person: Employee,
  own: ApprovalId,
): Promise<void> {
  const isSame = ({ id, kind }: Approval) => ofPhotos.includes(kind) && id !== own;
  if (await isWaiting(api, person, isSame)) throw new Conflict("change-asked");
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
