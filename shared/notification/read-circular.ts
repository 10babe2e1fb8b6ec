/** Who opens a circular as a file (requirement C-R9; decision 0089): it is drawn each time from what the announcement says. */
import * as z from "zod";
import type { Officer } from "#shared/access/scope.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { ownAnnouncements } from "./announce.ts";
import {
  type Announcement,
  type Announcements,
  announcementWords,
  isWithin,
} from "./announcement.ts";
import { circularBody, requireShortParagraphs } from "./circular.ts";
import type { CircularLetter } from "./circular-page.ts";
import { withLetterhead } from "./letterhead.ts";

export interface ReadCircular {
  readonly announcements: Pick<Announcements, "find">;
  readonly limits: Pick<RateLimits, "count">;
  readonly drawCircular: (letter: CircularLetter) => Promise<Buffer>;
  readonly clock: Clock;
}

/** A circular is a drawing. */
const perPerson: Limit = { name: "circular", max: 60, windowSeconds: 3600 };

export const circularPreviewBody = z.strictObject({
  words: announcementWords,
  circular: circularBody,
});

/** That of an announcement which is shown to this holder. @throws NotFound, TooManyAttempts */
export async function drawOwnCircular(
  api: Omit<ReadCircular, "announcements"> & {
    readonly announcements: Pick<Announcements, "running">;
  },
  person: Employee,
  key: string,
): Promise<Buffer> {
  await api.limits.count(perPerson, person.id, api.clock.now());
  return await drawCircularOf(api, key, await ownAnnouncements(api, person));
}

/** That of an announcement in reach, also when it has ended. @throws NotFound, TooManyAttempts */
export async function drawCircularInReach(
  api: ReadCircular,
  by: Officer,
  key: string,
): Promise<Buffer> {
  await api.limits.count(perPerson, by.employeeId, api.clock.now());
  const found = await api.announcements.find(by.instansiId, key);
  return await drawCircularOf(api, key, found && isWithin(by, found) ? [found] : []);
}

/** As it would be sent; nothing is kept. @throws InvalidInput on `text`; TooManyAttempts */
export async function previewCircular(
  api: Omit<ReadCircular, "announcements"> & { readonly agencies: Pick<Agencies, "find"> },
  by: Officer & { readonly employee: Employee },
  { words, circular }: z.infer<typeof circularPreviewBody>,
): Promise<Buffer> {
  requireShortParagraphs(words.text);
  await api.limits.count(perPerson, by.employeeId, api.clock.now());
  const letter = await withLetterhead(api, by.employee, circular);
  return await api.drawCircular({ words, circular: letter });
}

async function drawCircularOf(
  { drawCircular }: Pick<ReadCircular, "drawCircular">,
  key: string,
  among: readonly Announcement[],
): Promise<Buffer> {
  const { words, circular } = among.find((each) => each.key === key) ?? {};
  if (!words || !circular) throw new NotFound("No such circular.");
  return await drawCircular({ words, circular });
}
