/** What officers do with announcements, and who reads them (decision 0089). */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import { cardStatus, dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { requireUnit } from "#shared/employee/require-unit.ts";
import { attachment, provenFile } from "#shared/evidence/attachment.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type Announcement,
  type AnnouncementBody,
  type AnnouncementMark,
  type Announcements,
  announcement,
  announcementKey,
  announcementsOnPage,
  announcementWords,
  isFor,
  isWithin,
  mostRunning,
} from "./announcement.ts";
import { requireShortParagraphs } from "./circular.ts";
import { withLetterhead } from "./letterhead.ts";

const shown = announcement.omit({ instansiId: true, by: true });

/** What an officer sees of those in the own reach. */
export const officerAnnouncementsAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...shown.shape, readers: z.int() })).readonly(),
  /** Where older ones begin; absent on the last page. A page may have fewer than others, of whom is out of reach. */
  next: z.string().exactOptional(),
  /** Nothing is announced by this reader. */
  readOnly: z.literal(true).exactOptional(),
  /** What a circular about the card can say. */
  draft: announcementWords,
});

/** What a holder is shown, newest first. */
export const ownAnnouncementsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...shown.pick({ key: true, at: true, kind: true, words: true, english: true, endsOn: true })
          .shape,
        /** It can be opened as a letter. */
        circular: z.literal(true).exactOptional(),
        /** A file that nobody has scanned. */
        attachment: attachment.omit({ file: true }).exactOptional(),
      }),
    )
    .readonly(),
});

/** In a body or a query. */
export const announcementKeyBody = z.strictObject({ key: announcementKey });

export const announcementsQuery = z.strictObject({ before: announcementKey.exactOptional() });

/** What would be announced. */
export const announcementPreview = z.strictObject({
  /** Of the group now, whose card has not ended. */
  people: z.int(),
  /** Counted no further. */
  more: z.literal(true).exactOptional(),
});

interface Api {
  readonly announcements: Announcements;
  readonly clock: Clock;
}

export interface Announce extends Api {
  readonly agencies: Pick<Agencies, "find">;
  readonly employees: Pick<Employees, "countIn" | "countAll" | "inUnit">;
  readonly limits: Pick<RateLimits, "count">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
}

type Announcer = Officer & { readonly employee: Employee };

/** More than an officer announces by hand. What is announced stays in the list for good. */
const perAnnouncer: Limit = { name: "announced", max: 60, windowSeconds: 3600 };
/** A year, milliseconds: what is shown for longer is no announcement. */
const longestMs = 366 * 86_400_000;
/** Records of units that one count reads: some 30 MB. */
const mostCounted = 20_000;
/** A count may read a whole agency's keys. */
const perOfficer: Limit = { name: "announcement-checked", max: 120, windowSeconds: 3600 };

/**
 * Announces something to a group of the own agency, once however often the request comes, and whenever: it is noted under which key, then it
 * is announced, and what stopped in between is completed by the request that comes again.
 * @throws as `previewAnnouncement`, after 60 an hour; Conflict `request-mismatch` when something else was sent by this id
 */
export async function announce(api: Announce, by: Announcer, body: AnnouncementBody) {
  const { announcements, clock } = api;
  const { requestId, ...said } = body;
  const { instansiId, employeeId } = by;
  const id = digestText([employeeId, requestId]);
  const digest = digestOf(said);
  const known = await announcements.markOf(instansiId, id);
  if (known && (await isAnnounced(announcements, instansiId, sameAs(known, digest)))) return;
  await api.limits.count(perAnnouncer, employeeId, clock.now());
  const kept = await judged(api, by, said);
  const key = `${clock.now().toISOString()}#${requestId}`;
  // The page may have sent it twice at once.
  const mark = known ?? (await announcements.mark(instansiId, { id, digest, key }));
  const place = sameAs(mark, digest).key ?? key;
  const [at = ""] = place.split("#");
  await announcements.add({ ...kept, instansiId, key: place, at, by: employeeId });
}

async function isAnnounced(
  announcements: Pick<Announcements, "find">,
  instansiId: string,
  { key }: AnnouncementMark,
): Promise<boolean> {
  return key === undefined || (await announcements.find(instansiId, key)) !== undefined;
}

/** Of all that is said; a file that was sent once more has another proof. */
function digestOf({ attachment, ...said }: Omit<AnnouncementBody, "requestId">): string {
  const { file, size } = attachment ?? {};
  return digestText([JSON.stringify({ ...said, ...(file && { attachment: { file, size } }) })]);
}

/** @throws Conflict `request-mismatch` */
function sameAs(mark: AnnouncementMark, digest: string): AnnouncementMark {
  if (mark.digest !== digest) throw new Conflict("request-mismatch");
  return mark;
}

/**
 * How many people it would be shown to; nothing is announced.
 * @throws Forbidden when somebody of the group is out of reach; InvalidInput on `endsOn`, `text`, `units` and `attachment`; Conflict
 * `too-many-announcements`; TooManyAttempts
 */
export async function previewAnnouncement(
  api: Announce,
  by: Announcer,
  { requestId: _, ...said }: AnnouncementBody,
): Promise<z.infer<typeof announcementPreview>> {
  const now = api.clock.now();
  await api.limits.count(perOfficer, by.employeeId, now);
  await judged(api, by, said);
  const kinds = said.kinds.length > 0 ? said.kinds : employeeKinds;
  if (said.units.length === 0)
    return { people: await api.employees.countAll(by.instansiId, kinds) };
  let [people, records] = [0, 0];
  for (const unitKerja of new Set(said.units))
    for await (const each of api.employees.inUnit({ instansiId: by.instansiId, unitKerja })) {
      if (records++ === mostCounted) return { people, more: true };
      if (kinds.includes(each.kind) && cardStatus(each, now) !== "ended") people++;
    }
  return { people };
}

/** What would be kept of it. @throws as `previewAnnouncement`, but TooManyAttempts */
async function judged(
  { announcements, agencies, employees, hmacKey, clock }: Announce,
  by: Announcer,
  { circular, attachment, ...said }: Omit<AnnouncementBody, "requestId">,
) {
  const now = clock.now();
  const { instansiId, employee } = by;
  if (!isWithin(by, { instansiId, units: said.units })) throw new Forbidden();
  const today = dayOf(employee, now);
  if (said.endsOn < today) throw new InvalidInput({ field: "endsOn", code: "day-too-early" });
  if (Date.parse(said.endsOn) - now.getTime() > longestMs)
    throw new InvalidInput({ field: "endsOn", code: "day-too-far" });
  if (circular) requireShortParagraphs(said.words.text);
  for (const unitKerja of said.units)
    await requireUnit(employees, { unitKerja, by, field: "units" });
  const running = await announcements.running(instansiId, today);
  if (running.length >= mostRunning) throw new Conflict("too-many-announcements");
  return {
    ...said,
    ...(circular && { circular: await withLetterhead({ agencies }, employee, circular) }),
    ...(attachment && { attachment: await provenFile(hmacKey, attachment, { by, now }) }),
  };
}

/** Ends one in reach. @throws NotFound */
export async function endAnnouncement(
  { announcements, clock }: Api,
  by: Officer,
  key: string,
): Promise<void> {
  const known = await announcements.find(by.instansiId, key);
  if (!known || !isWithin(by, known)) throw new NotFound("No such announcement.");
  await announcements.end(by.instansiId, key, clock.now());
}

/** A page of those in reach with the number of their readers, newest first. @param before the `next` of the page before */
export async function listAnnouncements(
  { announcements }: Pick<Api, "announcements">,
  by: Officer,
  before?: string,
) {
  const page = await announcements.list(by.instansiId, before);
  const within = page.filter((each) => isWithin(by, each));
  const items = await sideBySide(within, async (made) => {
    const { instansiId: _, by: __, ...told } = made;
    return { ...told, readers: await announcements.countReaders(made) };
  });
  const last = page.length === announcementsOnPage ? page.at(-1) : undefined;
  return { items, ...(last && { next: last.key }) };
}

/** What this holder is shown now. */
export async function ownAnnouncements(
  {
    announcements,
    clock,
  }: Pick<Api, "clock"> & { readonly announcements: Pick<Announcements, "running"> },
  person: Employee,
): Promise<Announcement[]> {
  const now = clock.now();
  const all = await announcements.running(person.instansiId, dayOf(person, now));
  return all.filter((each) => isFor(each, person, now));
}

/** Counts a reader of what is shown to this holder. @throws NotFound of anything else */
export async function readAnnouncement(
  api: Pick<Api, "clock"> & {
    readonly announcements: Pick<Announcements, "running" | "noteReader">;
  },
  person: Employee,
  key: string,
): Promise<void> {
  const found = (await ownAnnouncements(api, person)).find((each) => each.key === key);
  if (!found) throw new NotFound("No such announcement.");
  await api.announcements.noteReader(found, person.id);
}
