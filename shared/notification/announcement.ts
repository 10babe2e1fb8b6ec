/** What an agency says to its people: a circular, a schedule, rules or results, for a group, until a day (decision 0089). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import type { Officer } from "#shared/access/scope.ts";
import { unitNames } from "#shared/agency/unit-names.ts";
import { dayOf, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { RequestMark } from "#shared/employee/employees.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { attachment, provenAttachment } from "#shared/evidence/attachment.ts";
import { hasHidden } from "#shared/runtime/visible-text.ts";
import { circular, circularBody, line } from "./circular.ts";

const announcementKinds = ["circular", "schedule", "rules", "results"] as const;

export type AnnouncementKind = (typeof announcementKinds)[number];

/** Characters, and names of units. */
const longest = { title: 120, text: 4000, unit: 200 };
const mostUnits = 20;

/** Announcements of an agency that run at once: readers are shown all of them. */
export const mostRunning = 50;
export const announcementsOnPage = 50;

/** Paragraphs; nothing in it is a markup. */
const paragraphs = z
  .string()
  .trim()
  .min(1)
  .max(longest.text)
  .refine((text) => !hasHidden(text.replaceAll(/[\r\n]/g, " ")));
export const announcementWords = z.strictObject({ title: line(longest.title), text: paragraphs });

const said = {
  kind: z.enum(announcementKinds),
  /** In Indonesian. */
  words: announcementWords,
  /** Where somebody wrote it in English, too. */
  english: announcementWords.exactOptional(),
  /** Whom it is for; empty: all. */
  kinds: z.array(z.enum(employeeKinds)).readonly(),
  units: unitNames(line(longest.unit), mostUnits).readonly(),
  /** The last day on which it is shown, in the zone of each reader. */
  endsOn: z.string().refine(isDay),
};

/** As an officer makes one. @see requestId makes a repeated request the same one */
export const announcementBody = z
  .strictObject({
    ...said,
    // Each once: its people are counted kind by kind.
    kinds: said.kinds.refine((kinds) => new Set(kinds).size === kinds.length),
    /** A circular may be a letter, too. */
    circular: circularBody.exactOptional(),
    attachment: provenAttachment.exactOptional(),
    requestId: z.uuid(),
  })
  .refine((body) => body.circular === undefined || body.kind === "circular");
export type AnnouncementBody = Readonly<z.infer<typeof announcementBody>>;

/** A key as it comes from outside: an instant, or a day before there were instants in it, and a request. DynamoDB refuses an empty one. */
export const announcementKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?#[\w-]{1,40}$/);

export const announcement = z.object({
  ...said,
  circular: circular.exactOptional(),
  attachment: attachment.exactOptional(),
  instansiId: z.string(),
  /** Sorts by the instant of its making; before there were instants in it, by the day. */
  key: z.string(),
  /** ISO instants: of its making, and of an end before its day. */
  at: z.string(),
  endedAt: z.string().optional(),
  by: personId,
});
export type Announcement = Readonly<z.infer<typeof announcement>>;

/** What a request announces, noted before it does. */
export interface AnnouncementMark extends RequestMark {
  /** Under which it announces; absent where both were written in one transaction (before decision 0097). */
  readonly key?: string;
}

export interface Announcements {
  /** Adds one under its key; what is there already stays. */
  add(made: Announcement): Promise<void>;
  /** What a request of the agency announces, by its id; undefined when the id is new. Strongly consistent. */
  markOf(instansiId: string, requestId: string): Promise<AnnouncementMark | undefined>;
  /** Notes what a request announces, for good. @returns the mark that stands, which an earlier request of this id may have made */
  mark(instansiId: string, made: AnnouncementMark): Promise<AnnouncementMark>;
  /** Strongly consistent. */
  find(instansiId: string, key: string): Promise<Announcement | undefined>;
  /** A page of `announcementsOnPage` of an agency, the newest first. @param before those that are older than this key */
  list(instansiId: string, before?: string): Promise<Announcement[]>;
  /**
   * Those of an agency that were not ended and whose last day is this one or later ("2026-11-21"), the newest first. It reads a few more than
   * `mostRunning`, which several officers at once may exceed.
   */
  running(instansiId: string, day: string): Promise<Announcement[]>;
  /** Ends it before its day. @returns false when it is not there, or was ended before */
  end(instansiId: string, key: string, at: Date): Promise<boolean>;
  /** Notes that somebody read it; each person counts once, and nothing says who it was. */
  noteReader(made: Announcement, reader: EmployeeId): Promise<void>;
  /** How many people read it. */
  countReaders(made: Announcement): Promise<number>;
}

/** Whether this person is shown it now. */
export function isFor(made: Announcement, person: Employee, at: Date): boolean {
  const { instansiId, kinds, units, endsOn, endedAt } = made;
  if (instansiId !== person.instansiId || endedAt !== undefined) return false;
  if (endsOn < dayOf(person, at)) return false;
  const isKind = kinds.length === 0 || kinds.includes(person.kind);
  return isKind && (units.length === 0 || units.includes(person.unitKerja));
}

/** Whether all whom it is for are in the reach of this officer. */
export function isWithin(
  { instansiId, units }: Officer,
  made: Pick<Announcement, "instansiId" | "units">,
): boolean {
  if (made.instansiId !== instansiId) return false;
  if (units === undefined) return true;
  return made.units.length > 0 && made.units.every((unit) => units.includes(unit));
}
