/** The kind of approval that takes a photo off a record at once (decision 0066). */
import * as z from "zod";
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { type Employee, photoId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type PhotoFault, photoFaults } from "#shared/employee/photo-faults.ts";
import type { EarlierWord } from "#shared/employee/photo-review.ts";
import { type Revision, revisePhoto } from "#shared/employee/revision.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import {
  type AskAboutPhoto,
  type AskWaiting,
  askAboutPhoto,
  savePhoto,
  waitingAbout,
} from "./photo-approvals.ts";
import { factsOf, refuseOther, type Seen } from "./seen-photo.ts";

/** What such an approval holds as `new`: which photo goes, and why. */
export const photoRevocation = z.object({
  photoId,
  faults: z.array(z.enum(photoFaults)).readonly(),
});

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
  api: AskAboutPhoto,
  { person, photoId: seen, reviewedAt, faults, reason, requestId, by }: Request,
): Promise<Approval> {
  if (faults.length === 0) throw new InvalidInput({ field: "faults", code: "required" });
  refuseOther(person, { photoId: seen, reviewedAt });
  return await askAboutPhoto(api, person, {
    ...{ kind: "photo-revoke", by, reason, requestId },
    ...{ old: null, new: { photoId: seen, faults: [...new Set(faults)] } },
    changes: [{ field: "photoId", from: seen }],
  });
}

interface Revocation {
  /** That the photo in force be taken away, which nobody has decided; as a photo that takes its place is told of it. */
  readonly asked: EarlierWord | undefined;
  /** Holds a save to it: one that is asked for at the same moment does not slip past. */
  readonly held: readonly JoinedWrite[];
}

/** Whether somebody asked that the photo in force be taken away. */
export async function revocationOf(api: AskWaiting, person: Employee): Promise<Revocation> {
  if (!person.photoId) return { asked: undefined, held: [] };
  const { waiting, newest } = await waitingAbout(api, person);
  const held = [api.photoRequests.unchanged(person.id, newest)];
  if (waiting?.kind !== "photo-revoke") return { asked: undefined, held };
  const { askedAt: at, asker, reason: note } = waiting;
  const { photoId: meant, faults } = photoRevocation.parse(waiting.new);
  const asked = { state: "revocation-asked", at, by: asker.id, faults, note } as const;
  return { asked: meant === person.photoId ? asked : undefined, held };
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
  const review = { ...factsOf(person), state: "revoked", at: outcome.at, by: asker.id } as const;
  return revisePhoto(
    person,
    { ...gone, photoReview: { ...review, faults, note: reason } },
    {
      ...{ at: new Date(outcome.at), reason, approvedBy: outcome.by, action: "photo-revoked" },
      actor: { role: "officer", id: asker.id },
    },
  );
}
