/** What people have to say of a record's photo: of the one in force, or of the one that they took away (decision 0066). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { photoFaults } from "./photo-faults.ts";

/** Why people look at a photo: the judge warned, the sample has it, it follows one that they did not want, somebody who checked the card reported it. */
export const reviewCauses = ["warned", "sampled", "asked", "reported"] as const;

export const reviewStates = ["waiting", "approved", "new-asked", "revoked"] as const;

/** What people had to say of the photo before: a new one was asked for, two took it away, or one asked for that and nobody had decided. */
export const earlierStates = ["new-asked", "revoked", "revocation-asked"] as const;

const earlierWord = z.object({
  state: z.enum(earlierStates),
  /** ISO instant. */
  at: z.string(),
  /** The officer who asked for it; it was not kept before there was this. */
  by: personId.optional(),
  faults: z.array(z.enum(photoFaults)).readonly(),
  note: z.string().optional(),
});
export type EarlierWord = Readonly<z.infer<typeof earlierWord>>;

/** Nobody has to look at a photo without one. A photo that is confirmed begins anew. */
export const photoReview = z.object({
  /** Of "revoked" the record has no photo. */
  state: z.enum(reviewStates),
  /** ISO instant since which it is in this state. */
  at: z.string(),
  /** Why it came into the queue; nothing of a photo that an officer looked at unasked. */
  causes: z.array(z.enum(reviewCauses)).readonly(),
  /**
   * The judge's rules that warned: its whole outcome is kept for thirty days only. "transparency", of which it never warns, where the studio
   * says that the background was busy.
   */
  warned: z.array(z.string()).readonly(),
  /** Of one that waits: why the one before was not to stay. Its picture is shown to nobody, so that this has to say it. */
  follows: earlierWord.optional(),
  /** Of "new-asked" and "revoked": the officer who asked for it. */
  by: personId.optional(),
  /** What a new one has to do better. */
  faults: z.array(z.enum(photoFaults)).readonly().optional(),
  /** In the officer's words, for the holder. */
  note: z.string().optional(),
  /** ISO instant until which a new one is expected; the photo stays afterwards too, and waits for an officer again. */
  until: z.string().optional(),
  /**
   * That somebody who checked the card said it shows another person: when (ISO instant), whether no officer has decided since, and whether
   * that was said of the photo before, in whose place this one came unseen.
   */
  report: z
    .object({ at: z.string(), isOpen: z.boolean(), ofEarlier: z.literal(true).optional() })
    .optional(),
});
export type PhotoReview = Readonly<z.infer<typeof photoReview>>;

interface Reviewed {
  readonly photoId?: string | undefined;
  readonly photoReview?: PhotoReview | undefined;
}

/** It sorts before all digits. */
const beforeAll = "!";

/**
 * The photo's place among those that wait for an officer: since when it waits, which may be an instant to come. Those that somebody reported
 * stand before all others, the oldest report first («!2026-…»): no new photo and no other change of it moves that. Undefined when it does not wait.
 */
export function waitsFrom({ photoReview: review }: Reviewed): string | undefined {
  if (review?.report?.isOpen) return `${beforeAll}${review.report.at}`;
  if (review?.state === "waiting") return review.at;
  return review?.state === "new-asked" ? review.until : undefined;
}

/** Whether somebody who checked the card reported it, and no officer has decided since. */
export function isReported({ photoReview: review }: Reviewed): boolean {
  return review?.report?.isOpen === true;
}

/** Whether its time is over and no new one has come. */
export function isOverdue({ photoReview: review }: Reviewed, now: Date): boolean {
  return review?.state === "new-asked" && (review.until ?? "") <= now.toISOString();
}

/** What a holder is told of a save, where the photo's review says it: a new one is asked for, it was taken away, an officer brought it. */
export function photoNews(
  before: Reviewed,
  after: Reviewed,
): "photo-new-asked" | "photo-revoked" | "photo-brought" | undefined {
  const review = after.photoReview;
  if (!review || review.at === before.photoReview?.at) return undefined;
  // A report is no news for the holder, also of a photo in whose place a new one is expected.
  if (isReported(after)) return undefined;
  if (review.state === "new-asked") return "photo-new-asked";
  if (review.state === "revoked") return "photo-revoked";
  // A holder's own photo is never approved by the save that confirms it.
  const isNew = after.photoId !== before.photoId;
  return isNew && review.state === "approved" ? "photo-brought" : undefined;
}

/** What a holder reads of the review: why a new photo is asked for, or the old one was taken away, until there is a new one. */
export const photoAsked = z.strictObject({
  state: z.enum(["new-asked", "revoked"]),
  faults: z.array(z.enum(photoFaults)).readonly(),
  note: z.string().exactOptional(),
  until: z.iso.datetime().exactOptional(),
  /** That time is over; the photo is in use all the same. */
  overdue: z.literal(true).exactOptional(),
});
export type PhotoAsked = z.infer<typeof photoAsked>;

export function askedOf(employee: Reviewed, now: Date): PhotoAsked | undefined {
  const { photoReview: review } = employee;
  if (review?.state !== "new-asked" && review?.state !== "revoked") return undefined;
  const { state, faults = [], note, until } = review;
  return {
    ...{ state, faults },
    ...(note !== undefined && { note }),
    ...(until !== undefined && { until }),
    ...(isOverdue(employee, now) && { overdue: true as const }),
  };
}

/** The parts of a review that the history tells, each as one text. */
export function reviewTexts({ photoReview: review }: Reviewed): Readonly<Record<string, string>> {
  if (!review) return {};
  const { state, warned, faults = [], until } = review;
  return {
    photoReview: state,
    ...(warned.length > 0 && { photoWarned: warned.join() }),
    ...(faults.length > 0 && { photoFaults: faults.join() }),
    ...(until !== undefined && { photoUntil: until }),
  };
}
