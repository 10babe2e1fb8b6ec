/** A photo that an officer sends for somebody at the counter: the same judge, and a second officer, before it is on the card (decision 0066). */
import * as z from "zod";
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { Officer } from "#shared/access/scope.ts";
import {
  type Employee,
  type EmployeeId,
  type PhotoId,
  photoId,
} from "#shared/employee/employee.ts";
import { type Revision, revisePhoto } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { confirmation } from "./confirm-photo.ts";
import {
  type AskAboutPhoto,
  type AskWaiting,
  askAboutPhoto,
  savePhoto,
  waitingAbout,
} from "./photo-approvals.ts";
import type { AcceptedPhoto } from "./photo-digest.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { warnedRules } from "./pick-review.ts";
import { mayHavePhoto, requireActiveCard } from "./require-active-card.ts";
import type { DecidePhoto } from "./revoke-photo.ts";
import { acceptedPhoto, isBrought, isTooOldToAsk, type Upload, type Uploads } from "./upload.ts";

/** What such an approval holds as `old` and `new`. */
export const photoBefore = z.object({ photoId: photoId.optional() });
export const broughtPhoto = z.object({
  photoId,
  photoDigest: z.string(),
  smallPhotoDigest: z.string(),
  /** The judge's rules that warned. */
  warned: z.array(z.string()).readonly(),
});

export interface AskBroughtPhoto extends AskAboutPhoto {
  readonly photos: Pick<Uploads, "find">;
  readonly photoBucket: Pick<PhotoFiles, "keep">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  readonly photoId: PhotoId;
  /** How the officer knows that it is this person. */
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/**
 * An officer asks that a photo that the judge accepted become the person's: somebody else's face on a card is the worst fraud, so no officer
 * does it alone. The picture is kept before it is asked for: who approves writes records and no pictures.
 * @throws NotFound (no such upload of this person); InvalidInput on `reason`; Conflict `photo-not-accepted`, `card-not-active`, `change-asked`; as askApproval
 */
export async function askBroughtPhoto(
  api: AskBroughtPhoto,
  { person, photoId: brought, reason, requestId, by }: Request,
): Promise<Approval> {
  const upload = await api.photos.find(brought);
  if (!isBrought(upload, person.id)) throw new NotFound("No such photo.");
  const photo = acceptedPhoto(upload);
  const now = api.clock.now();
  if (!photo || isTooOldToAsk(upload, now)) throw new Conflict("photo-not-accepted");
  requireActiveCard(person, now);
  await api.photoBucket.keep(photo);
  const { photoDigest, smallPhotoDigest } = photo;
  return await askAboutPhoto(api, person, {
    ...{ kind: "photo", by, reason, requestId },
    old: person.photoId ? { photoId: person.photoId } : {},
    new: { photoId: brought, photoDigest, smallPhotoDigest, warned: warnedRules(upload.rules) },
    changes: [{ field: "photoId", from: person.photoId, to: brought }],
  });
}

/**
 * Whether an officer may see it before it is the record's: its sender on its day, and everybody while it is asked for. What was decided is shown as
 * the record's photo or not at all (decision 0066).
 */
export async function mayPreview(
  api: AskWaiting,
  {
    upload,
    person,
    by,
  }: { readonly upload: Upload; readonly person: Employee; readonly by: EmployeeId },
): Promise<boolean> {
  if (!isBrought(upload, person.id)) return false;
  if (upload.broughtBy === by && !isTooOldToAsk(upload, api.clock.now())) return true;
  return (await askedFor(api, { upload, person })) !== undefined;
}

/** The photo that an officer sent, while a penyetuju has to say whether it becomes the person's: since it was asked for, its picture is kept. */
export async function askedFor(
  api: AskWaiting,
  { upload, person }: { readonly upload: Upload; readonly person: Employee },
): Promise<AcceptedPhoto | undefined> {
  const { waiting } = await waitingAbout(api, person);
  if (waiting?.kind !== "photo") return undefined;
  const { photoId: wanted } = broughtPhoto.parse(waiting.new);
  return wanted === upload.id ? acceptedPhoto(upload) : undefined;
}

/** Makes it the record's photo, with both names in its history; no officer has to look at it again. */
export function broughtPhotos(api: DecidePhoto & { readonly clock: Clock }): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, api.clock.now())),
    carryOut: async (closed) => {
      const now = new Date(closed.approval.outcome.at);
      const person = await findAsAsked(api, closed.approval, now);
      if (!person) throw new Conflict("approval-subject-changed");
      const mark = confirmation(broughtPhoto.parse(closed.approval.new).photoId);
      await savePhoto(api, confirmed(person, closed), closed, mark);
    },
  };
}

/** The person whose photo is still the one before, and whose card may get another. */
async function findAsAsked(
  { employees }: Pick<DecidePhoto, "employees">,
  approval: Approval,
  now: Date,
): Promise<Employee | undefined> {
  const person = await employees.find(personOf(approval));
  if (!isWhereAsked(approval, person)) return undefined;
  const isAsBefore = person.photoId === photoBefore.parse(approval.old).photoId;
  return isAsBefore && mayHavePhoto(person, now) ? person : undefined;
}

function confirmed(person: Employee, { approval }: ClosedApproval): Revision {
  const { asker, outcome, reason } = approval;
  const { warned, ...photo } = broughtPhoto.parse(approval.new);
  const photoReview = { state: "approved", at: outcome.at, causes: [], warned } as const;
  return revisePhoto(
    person,
    { ...photo, photoReview },
    {
      ...{ at: new Date(outcome.at), reason, approvedBy: outcome.by, action: "photo-confirmed" },
      actor: { role: "officer", id: asker.id },
    },
  );
}
