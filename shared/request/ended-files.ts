/** Files behind requests that have ended: kept for as long as the setting says, then deleted (decision 0094). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { evidenceId } from "#shared/audit/source.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { isClosed, type Request, requestId } from "./request.ts";
import type { Requests } from "./requests.ts";

const dayMs = 86_400_000;

/** What a request leaves behind with its end, beside itself. */
export const endedFiles = z.object({
  requestId,
  /** Whom the files are about. */
  person: personId,
  files: z.array(evidenceId).readonly(),
  /** ISO instant of the end. */
  endedAt: z.string(),
});
export type EndedFiles = Readonly<z.infer<typeof endedFiles>>;

export interface ForgetFiles {
  readonly endedFiles: {
    /** Of what ended at that instant or before, the longest ago first, at most `limit`. */
    endedBy(at: Date, limit: number): Promise<readonly EndedFiles[]>;
    /** The files are gone; the same once more does nothing. */
    remove(of: EndedFiles): Promise<void>;
  };
  readonly requests: Pick<Requests, "of">;
  /** To delete what is not there does nothing. */
  readonly files: { delete(name: Pick<EndedFiles, "person"> & { file: string }): Promise<void> };
  /** After the end; 0: they stay with the person's data. */
  readonly evidenceDays: number;
  readonly clock: Clock;
}

/** Some minutes' work; the next night goes on. */
const mostInARun = 500;
/** More than a person ever asks for. */
const mostOfPerson = 500;

/** What a request with files leaves when it ends; undefined while it goes on, and of one without files. */
export function endedFilesOf(request: Request): EndedFiles | undefined {
  if (!isClosed(request) || request.submittedAt === undefined) return undefined;
  const { id, person, files, since: endedAt } = request;
  return files.length > 0 ? { requestId: id, person, files, endedAt } : undefined;
}

/** Whether the time of its files is over, at this instant. */
export function areFilesGone(request: Request, evidenceDays: number, now: Date): boolean {
  const ended = endedFilesOf(request);
  return (
    ended !== undefined &&
    evidenceDays > 0 &&
    Date.parse(ended.endedAt) + evidenceDays * dayMs <= now.getTime()
  );
}

/**
 * Deletes the files of requests that ended longer ago than the setting says. A file that stands behind another request of its person, which goes
 * on or ended later, goes with that one. What a run leaves, the next one takes: the note of a request goes last.
 * @returns how many requests' files were deleted
 */
export async function forgetFiles(api: ForgetFiles): Promise<number> {
  const { evidenceDays, clock } = api;
  if (evidenceDays === 0) return 0;
  const now = clock.now();
  const last = new Date(now.getTime() - evidenceDays * dayMs);
  const ended = await api.endedFiles.endedBy(last, mostInARun);
  for (const each of ended) {
    const others = await api.requests.of(each.person, { limit: mostOfPerson });
    const kept = others.filter(
      (other) => other.id !== each.requestId && !areFilesGone(other, evidenceDays, now),
    );
    const stillNeeded = new Set(kept.flatMap(({ files }) => files));
    for (const file of each.files)
      if (!stillNeeded.has(file)) await api.files.delete({ person: each.person, file });
    await api.endedFiles.remove(each);
  }
  return ended.length;
}
