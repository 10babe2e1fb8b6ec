/** What the approvals about a photo have in common (decision 0066). */
import {
  type Approval,
  type ApprovalId,
  type ClosedApproval,
  isWhereAsked,
  stateOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import type { Revision } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { PhotoRequests } from "./photo-requests.ts";

const raced: readonly string[] = ["record-changed", "request-repeated"];

/** What reads which request about a photo waits. */
export interface AskWaiting {
  readonly approvals: Pick<Approvals, "find">;
  readonly photoRequests: Pick<PhotoRequests, "newest" | "unchanged">;
  readonly clock: Clock;
}

interface Waiting {
  /** The request about the person's photo that waits for a penyetuju, where the person still is. */
  readonly waiting: Approval | undefined;
  /** The newest one, also when it was decided. */
  readonly newest: ApprovalId | undefined;
}

/** Read by keys, strongly consistent: nothing that was asked a moment ago is missed. */
export async function waitingAbout(
  { approvals, photoRequests, clock }: AskWaiting,
  person: Employee,
): Promise<Waiting> {
  const newest = await photoRequests.newest(person.id);
  const asked = newest && (await approvals.find(newest));
  const isWaiting =
    asked && stateOf(asked, clock.now()) === "pending" && isWhereAsked(asked, person);
  return { waiting: isWaiting ? asked : undefined, newest };
}

export interface AskAboutPhoto extends AskApproval {
  readonly employees: Pick<WritableEmployees, "unchanged">;
  readonly photoRequests: PhotoRequests;
}

type Asked = Pick<
  Parameters<typeof askApproval>[1],
  "old" | "new" | "reason" | "requestId" | "changes"
> & { readonly kind: "photo" | "photo-revoke"; readonly by: Officer };

/**
 * An officer asks a penyetuju for something about a photo. One such request waits at a time: who decides never finds two answers to one
 * question. It is asked about the record as it was read: of a decision about the photo at the same moment one of both has no effect.
 * @throws Conflict `change-asked`, `record-changed`; as askApproval
 */
export async function askAboutPhoto(
  api: AskAboutPhoto,
  person: Employee,
  { by, ...asked }: Asked,
): Promise<Approval> {
  const { id, instansiId, unitKerja, revision } = person;
  const { waiting, newest } = await waitingAbout(api, person);
  const asking = askApproval(api, {
    ...asked,
    subject: { id, instansiId, unitKerja, revision },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    refuse: async (own) => {
      if (waiting && waiting.id !== own) throw new Conflict("change-asked");
    },
    notes: (approval) => ({
      entries: [],
      writes: [api.employees.unchanged(person), api.photoRequests.noting(approval, newest)],
    }),
  });
  return await asking.catch((error: unknown) => {
    const isRaced = error instanceof Conflict && error.code === "decision-raced";
    throw isRaced ? new Conflict("record-changed") : error;
  });
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
