/** The kind of approval that takes a photo off a record at once (decision 0066). */
import * as z from "zod";
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { type Employee, photoId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type PhotoFault, photoFaults } from "#shared/employee/photo-faults.ts";
import { type Revision, revisePhoto } from "#shared/employee/revision.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { factsOf, refuseOther, type Seen } from "./decide-review.ts";
import { type AskWaiting, isWaiting, refuseAskedPhoto, savePhoto } from "./photo-approvals.ts";

/** What such an approval holds as `new`: which photo goes, and why. */
export const photoRevocation = z.object({
  photoId,
  faults: z.array(z.enum(photoFaults)).readonly(),
});

export interface AskRevocation extends AskApproval {
  readonly approvals: Pick<Approvals, "add" | "find" | "waiting">;
}

interface Request extends Omit<Seen, "id"> {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  readonly faults: readonly PhotoFault[];
  /** Who decides reads it, and afterwards the holder. */
  readonly reason: string;
  readonly requestId: string;
}

/**
 * An officer asks that a photo be taken away at once: whose face it is, or how it got there, cannot wait for a new one.
 * @throws InvalidInput on `faults`, `reason`; Conflict as `refuseOther`, `change-asked` when one about the photo waits already; as askApproval
 */
export async function askRevocation(
  api: AskRevocation,
  { person, photoId: seen, reviewedAt, faults, reason, requestId, by }: Request,
): Promise<Approval> {
  if (faults.length === 0) throw new InvalidInput({ field: "faults", code: "required" });
  refuseOther(person, { photoId: seen, reviewedAt });
  const { id, instansiId, unitKerja, revision } = person;
  return await askApproval(api, {
    kind: "photo-revoke",
    subject: { id, instansiId, unitKerja, revision },
    ...{ old: null, new: { photoId: seen, faults: [...new Set(faults)] }, reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [{ field: "photoId", from: seen }],
    refuse: (own) => refuseAskedPhoto(api, person, own),
  });
}

/** Whether somebody asked that the photo in force be taken away, and nobody has decided it. */
export async function isRevocationAsked(api: AskWaiting, person: Employee): Promise<boolean> {
  if (!person.photoId) return false;
  return await isWaiting(
    api,
    person,
    ({ kind, new: asked }) =>
      kind === "photo-revoke" && photoRevocation.parse(asked).photoId === person.photoId,
  );
}

export interface DecidePhoto {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly approvals: Pick<Approvals, "closing">;
}

/** Takes the photo off the record, with reason and both names in its history: the card is not valid any more, and its holder hears why. */
export function photoRevocations(api: DecidePhoto): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval)),
    carryOut: async (closed) => {
      const person = await findAsAsked(api, closed.approval);
      if (!person) throw new Conflict("approval-subject-changed");
      await savePhoto(api, revoked(person, closed), closed);
    },
  };
}

/** The person whose photo is still the one that was asked about. */
async function findAsAsked(
  { employees }: Pick<DecidePhoto, "employees">,
  approval: Approval,
): Promise<Employee | undefined> {
  const person = await employees.find(personOf(approval));
  if (!isWhereAsked(approval, person)) return undefined;
  return person.photoId === photoRevocation.parse(approval.new).photoId ? person : undefined;
}

function revoked(person: Employee, { approval }: ClosedApproval): Revision {
  const { asker, outcome, reason } = approval;
  const { faults } = photoRevocation.parse(approval.new);
  const gone = { photoId: undefined, photoDigest: undefined, smallPhotoDigest: undefined };
  const review = { ...factsOf(person), state: "revoked", at: outcome.at, faults } as const;
  return revisePhoto(
    person,
    { ...gone, photoReview: { ...review, note: reason } },
    {
      ...{ at: new Date(outcome.at), reason, approvedBy: outcome.by, action: "photo-revoked" },
      actor: { role: "officer", id: asker.id },
    },
  );
}
