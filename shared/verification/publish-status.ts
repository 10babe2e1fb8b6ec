/** The status lists of all parts, made anew once a day of what the records say (decision 0075). */
import { deflateSync } from "node:zlib";
import type { ScanResult } from "#shared/card/scan.ts";
import type { PayloadSigner } from "#shared/card/sign-card.ts";
import type { PlacedCard } from "#shared/card/signature.ts";
import type { StatusPlaces } from "#shared/card/status-places.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { dayIn, midnightIn } from "#shared/runtime/zone.ts";
import { sameBytes } from "#shared/signed-qr/bytes.ts";
import {
  type CardState,
  encodeStatusList,
  PartStates,
  sealedStatusList,
  statusHead,
  statusToBeSigned,
} from "#shared/signed-qr/status-list.ts";
import { resultOf } from "./verify-card.ts";

export interface StatusFiles {
  /** When each part was published last. */
  publishedAt(): Promise<ReadonlyMap<number, Date>>;
  /** The first bytes of a part that was published. */
  headOf(part: number): Promise<Uint8Array>;
  put(part: number, bytes: Uint8Array): Promise<void>;
}

export interface PublishStatus {
  readonly places: StatusPlaces;
  readonly employees: Pick<Employees, "findAll">;
  readonly files: StatusFiles;
  readonly signer: PayloadSigner;
  /** Of the site's address. */
  readonly host: string;
  /** For how many hours a list is believed. */
  readonly hours: number;
  readonly clock: Clock;
}

const hourMs = 3_600_000;
/** A list that is older was not made anew in its night, nor in the two hours after it. */
const lateMs = 26 * hourMs;
/** After so many seconds a verifier asks again: then what it has is at most 30 hours old, as far as it has the network. */
const secondsToKeep = 6 * 3600;
/** No part is begun later in a run, which ends after four minutes. */
const beginsMs = 2 * 60_000;
/**
 * Nor in the last five minutes of a day: a list that is published after midnight counts as the new day's, and all of it has to be judged by
 * that day.
 */
const endsMs = 5 * 60_000;
/** So many records are read at once. */
const recordsAtOnce = 1000;

/**
 * Publishes the parts whose list is not of today or that another key signed, the oldest first. Today begins with WIB, where it does last, so
 * that each card that ends with a day has ended in it. A part that fails is told, and the others go on.
 * @returns how many were published, and how many the next run has to
 */
export async function publishStatus(
  dependencies: PublishStatus,
): Promise<{ readonly published: number; readonly left: number }> {
  const { clock } = dependencies;
  const began = clock.now();
  const due = await dueParts(dependencies, began);
  for (const { part, at } of due)
    if (at && began.getTime() - at.getTime() > lateMs) logger.error("status.late", { part });
  let published = 0;
  for (const { part } of due) {
    const now = clock.now();
    if (now.getTime() - began.getTime() > beginsMs) break;
    // Midnight, for a country without summer time.
    if (dayIn("WIB", now) !== dayIn("WIB", new Date(now.getTime() + endsMs))) break;
    try {
      await publishPart(dependencies, part);
      published++;
    } catch (error) {
      logger.error("status.failed", { part, ...errorFields(error) });
    }
  }
  return { published, left: due.length - published };
}

async function dueParts({ places, files, signer }: PublishStatus, now: Date) {
  const [parts, publishedAt] = [await places.parts(), await files.publishedAt()];
  const today = midnightIn("WIB", dayIn("WIB", now));
  const head = statusHead(await signer.kid());
  const all = await Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const at = publishedAt.get(part);
      const isOfToday = at !== undefined && at >= today;
      return { part, at, isDue: !isOfToday || !sameBytes(await files.headOf(part), head) };
    }),
  );
  return all
    .filter(({ isDue }) => isDue)
    .toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
}

async function publishPart(dependencies: PublishStatus, part: number): Promise<void> {
  const { files, signer, host, hours, clock } = dependencies;
  const issuedAt = clock.now();
  const { bytes } = await statesOf(dependencies, part, issuedAt);
  const payload = encodeStatusList({
    ...{ host, part, issuedAt, ttl: secondsToKeep },
    until: new Date(issuedAt.getTime() + hours * hourMs),
    // «Implementations are RECOMMENDED to use the highest compression level» (§4.1 of the standard).
    deflated: deflateSync(bytes, { level: 9 }),
  });
  const kid = await signer.kid();
  const signature = await signer.sign(statusToBeSigned(payload, kid));
  await files.put(part, sealedStatusList(payload, kid, signature));
}

async function statesOf(
  { places, employees }: PublishStatus,
  part: number,
  now: Date,
): Promise<PartStates> {
  const states = new PartStates(part);
  let unreadable = 0;
  for await (const page of places.placesIn(part)) {
    for (let start = 0; start < page.length; start += recordsAtOnce) {
      const some = page.slice(start, start + recordsAtOnce);
      unreadable += some.filter(({ card }) => !card).length;
      const ids = some.flatMap(({ card }) => (card ? [card.employeeId] : []));
      const records = await employees.findAll(ids);
      for (const { place, card } of some)
        states.set(place, card ? stateOf(records.get(card.employeeId), card, now) : "ended");
    }
  }
  if (unreadable > 0) logger.error("status.unreadable", { part, places: unreadable });
  return states;
}

const states = {
  valid: "valid",
  ended: "ended",
  suspended: "suspended",
  // Its day is still to come: as one that is not valid now and will be.
  upcoming: "suspended",
  superseded: "replaced",
} as const satisfies Record<ScanResult, CardState>;

/** Of a record that is not there any more, or that cannot be read, no card is good; nor is that of a place that cannot be read. */
function stateOf(
  employee: Employee | undefined,
  { contentHash }: PlacedCard,
  now: Date,
): CardState {
  return employee ? states[resultOf(employee, contentHash, now)] : "ended";
}
