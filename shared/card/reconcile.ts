import { type DueChange, type OpenChanges, patienceMs } from "#shared/employee/open-change.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { Uploads, UploadsToValidate, WaitingUpload } from "#shared/photo/upload.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { latestDay } from "#shared/runtime/zone.ts";
import type { Redraws } from "./redraws.ts";
import type { Signatures } from "./signature.ts";

export interface Reconcile {
  readonly changes: Pick<OpenChanges, "due" | "postpone" | "giveUp">;
  readonly signatures: Pick<Signatures, "due" | "claim">;
  readonly uploads: Pick<PhotoFiles, "incomingBefore">;
  readonly outcomes: Pick<Uploads, "postpone">;
  readonly photoQueue: Pick<UploadsToValidate, "sendAll" | "depth">;
  readonly redrawQueue: Pick<Redraws, "sendAll" | "depth">;
  /** Told of each card that is given up. */
  readonly onGivenUp: (change: DueChange) => void;
  /** From 0 to 1: where in the list of uploads a run begins. */
  readonly random: () => number;
  readonly clock: Clock;
}

const hourMs = 3_600_000;
/** A change that could not be drawn for two days is not asked for again. */
const cardDays = 2;
/** An upload gets «could not be checked» then; a day after it came S3 deletes it. */
const uploadHours = 20;
/** While more messages than this wait in a queue nothing is added: it may be what waits there. */
export const mostWaiting = 1000;
/** How many uploads one run looks at. */
const mostUploads = 5000;
/** Requests at the same time. */
const sideBySide = 25;

/**
 * Finds what a dead Lambda left undone: uploads that nobody validated, then cards that do not show their record; and where there is room,
 * cards whose signature ends soon. It only sends
 * them to their queues again; the photo intake and the renderer do the work. A run costs what is open, and at most
 * `mostWaiting` of each; what does not fit is first at the next run. What fails each time is asked for after 2, 4, 8 … minutes,
 * then each hour, and at last given up. It may run twice at the same time: what one run has taken the other one leaves.
 */
export async function reconcile(
  dependencies: Reconcile,
): Promise<{ uploads: number; redraws: number; givenUp: number; renewals: number }> {
  const uploads = await askForUploads(dependencies);
  const room = mostWaiting - (await dependencies.redrawQueue.depth());
  const { redraws, givenUp } = await askForCards(dependencies, room);
  const renewals = await askForSignatures(dependencies, room - redraws);
  return { uploads, redraws, givenUp, renewals };
}

async function askForUploads(dependencies: Reconcile): Promise<number> {
  const { uploads, outcomes, photoQueue, clock, random } = dependencies;
  const now = clock.now();
  const room = mostWaiting - (await photoQueue.depth());
  if (room <= 0) return 0;
  const waiting: WaitingUpload[] = [];
  const before = new Date(now.getTime() - patienceMs);
  for await (const upload of uploads.incomingBefore(before, random())) {
    waiting.push(upload);
    if (waiting.length >= mostUploads) break;
  }
  const taken = await take(waiting, room, ({ photoId, uploadedAt }) =>
    outcomes.postpone(photoId, now, nextAsk(uploadedAt, now)),
  );
  const isOver = ({ uploadedAt }: WaitingUpload) => ageMs(uploadedAt, now) >= uploadHours * hourMs;
  await photoQueue.sendAll(taken.map((each) => ({ ...each, isGivenUp: isOver(each) })));
  return taken.length;
}

async function askForCards(
  dependencies: Reconcile,
  room: number,
): Promise<{ redraws: number; givenUp: number }> {
  const { changes, redrawQueue, clock, onGivenUp } = dependencies;
  const now = clock.now();
  const due = room > 0 ? await changes.due(now, room) : [];
  const isOver = ({ since }: DueChange) => ageMs(new Date(since), now) >= cardDays * 24 * hourMs;
  const over = await take(due.filter(isOver), room, (change) => changes.giveUp(change, now));
  for (const change of over) onGivenUp(change);
  const taken = await take(
    due.filter((change) => !isOver(change)),
    room,
    (change) => changes.postpone(change, nextAsk(new Date(change.since), now)),
  );
  await redrawQueue.sendAll(taken.map(({ id }) => id));
  return { redraws: taken.length, givenUp: over.length };
}

/** Once for each signature: a drawing that fails again and again is asked for when somebody looks at the card. */
async function askForSignatures(
  { signatures, redrawQueue, clock }: Reconcile,
  room: number,
): Promise<number> {
  const due = room > 0 ? await signatures.due(latestDay(clock.now()), room) : [];
  const taken = await take(due, room, (each) => signatures.claim(each));
  await redrawQueue.sendAll(taken.map(({ employeeId }) => employeeId));
  return taken.length;
}

/** Those of which `claim` says yes, in their order, and at most so many. */
async function take<T>(
  all: readonly T[],
  most: number,
  claim: (each: T) => Promise<boolean>,
): Promise<T[]> {
  const taken: T[] = [];
  for (let at = 0; at < all.length && taken.length < most; ) {
    const some = all.slice(at, at + Math.min(sideBySide, most - taken.length));
    const claimed = await Promise.all(some.map(claim));
    taken.push(...some.filter((_, i) => claimed[i]));
    at += some.length;
  }
  return taken;
}

function ageMs(since: Date, now: Date): number {
  return now.getTime() - since.getTime();
}

/** When to ask again: after as long as it has waited already, at most an hour. */
function nextAsk(since: Date, now: Date): Date {
  return new Date(now.getTime() + Math.min(ageMs(since, now), hourMs));
}
