/** Who downloads the file of an announcement (decision 0093). */
import type { Officer } from "#shared/access/scope.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { readAttachment } from "#shared/evidence/attachment.ts";
import type { EvidenceFiles, StoredEvidence } from "#shared/evidence/evidence.ts";
import { type Answer, image } from "#shared/http/answers.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { ownAnnouncements } from "./announce.ts";
import { type Announcement, type Announcements, isWithin } from "./announcement.ts";

export interface OpenAttachment {
  readonly files: Pick<EvidenceFiles, "read">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** Each is up to 2 MB. */
const perPerson: Limit = { name: "attachment", max: 60, windowSeconds: 3600 };

/** That of an announcement which is shown to this holder. @throws NotFound, TooManyAttempts */
export async function openOwnAttachment(
  api: OpenAttachment & { readonly announcements: Pick<Announcements, "running"> },
  person: Employee,
  key: string,
): Promise<StoredEvidence> {
  await api.limits.count(perPerson, person.id, api.clock.now());
  const shown = await ownAnnouncements(api, person);
  return await fileOf(
    api,
    shown.find((each) => each.key === key),
  );
}

/** That of an announcement in reach, also when it has ended. @throws NotFound, TooManyAttempts */
export async function openAttachmentInReach(
  api: OpenAttachment & { readonly announcements: Pick<Announcements, "find"> },
  by: Officer,
  key: string,
): Promise<StoredEvidence> {
  await api.limits.count(perPerson, by.employeeId, api.clock.now());
  const found = await api.announcements.find(by.instansiId, key);
  return await fileOf(api, found && isWithin(by, found) ? found : undefined);
}

async function fileOf(api: OpenAttachment, made: Announcement | undefined) {
  if (!made?.attachment) throw new NotFound("No such attachment.");
  return await readAttachment(api, made, made.attachment);
}

/**
 * The file as a download. Nobody has looked for harm in it, so nothing of it may run as a page of ours, whatever a browser makes of it; every
 * answer says `nosniff` (shared/http/api-handler.ts).
 */
export function asDownload({ bytes }: StoredEvidence): Answer<200, Buffer> {
  return image("application/pdf", bytes, {
    "content-disposition": 'attachment; filename="lampiran-pengumuman.pdf"',
    "content-security-policy": "sandbox; default-src 'none'",
  });
}
