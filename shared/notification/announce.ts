/** What officers do with announcements, and who reads them (decision 0089). */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type Announcement,
  type AnnouncementBody,
  type Announcements,
  announcement,
  announcementWords,
  isFor,
  isWithin,
} from "./announcement.ts";
import { requireShortParagraphs } from "./circular.ts";

const shown = announcement.omit({ instansiId: true, by: true });

/** What an officer sees of those in the own reach. */
export const officerAnnouncementsAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...shown.shape, readers: z.int() })).readonly(),
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
      }),
    )
    .readonly(),
});

/** In a body or a query. */
export const announcementKeyBody = z.strictObject({ key: z.string().max(60) });

interface Api {
  readonly announcements: Announcements;
  readonly clock: Clock;
}

/** A year, milliseconds: what is shown for longer is no announcement. */
const longestMs = 366 * 86_400_000;

/**
 * Announces something to a group of the own agency, once however often the request comes.
 * @throws Forbidden when somebody of the group is out of reach; InvalidInput on `endsOn` and `text`
 */
export async function announce(
  { announcements, clock }: Pick<Api, "announcements" | "clock">,
  by: Officer & { readonly employee: Employee },
  { requestId, circular, ...said }: AnnouncementBody,
): Promise<void> {
  const now = clock.now();
  const { instansiId, employeeId } = by;
  if (!isWithin(by, { instansiId, units: said.units })) throw new Forbidden();
  if (said.endsOn < dayOf(by.employee, now))
    throw new InvalidInput({ field: "endsOn", code: "day-too-early" });
  if (Date.parse(said.endsOn) - now.getTime() > longestMs)
    throw new InvalidInput({ field: "endsOn", code: "day-too-far" });
  if (circular) requireShortParagraphs(said.words.text);
  const at = now.toISOString();
  const key = `${at.slice(0, 10)}#${requestId}`;
  const letter = circular && { circular: { ...circular, sender: by.employee.instansi } };
  await announcements.add({ ...said, ...letter, instansiId, key, at, by: employeeId });
}

/** Ends one in reach. @throws NotFound */
export async function endAnnouncement(
  { announcements, clock }: Api,
  by: Officer,
  key: string,
): Promise<void> {
  const known = (await announcements.list(by.instansiId)).find((each) => each.key === key);
  if (!known || !isWithin(by, known)) throw new NotFound("No such announcement.");
  await announcements.end(by.instansiId, key, clock.now());
}

/** Those in reach with the number of their readers, newest first. */
export async function listAnnouncements(
  { announcements }: Pick<Api, "announcements">,
  by: Officer,
) {
  const found = (await announcements.list(by.instansiId)).filter((each) => isWithin(by, each));
  return await sideBySide(found, async (made) => {
    const { instansiId: _, by: __, ...told } = made;
    return { ...told, readers: await announcements.countReaders(made) };
  });
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
