/** Files behind requests that have ended: kept for as long as the setting says, then deleted (decision 0094). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { evidenceId } from "#shared/audit/source.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { eachOf } from "#shared/runtime/each-of.ts";
import { type Request, requestId } from "./request.ts";
import { isClosed } from "./request-states.ts";
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
 * @throws the first failure, once all others were tried: a file that cannot be deleted keeps no other one
 */
export async function forgetFiles(api: ForgetFiles): Promise<number> {
  const { evidenceDays, clock } = api;
  if (evidenceDays === 0) return 0;
  const now = clock.now();
  const last = new Date(now.getTime() - evidenceDays * dayMs);
  const items = await api.endedFiles.endedBy(last, mostInARun);
  const idOf = ({ requestId }: EndedFiles) => requestId;
  let forgotten = 0;
  await eachOf(api, { part: "files-of-ended", items, idOf }, async (ended) => {
    await forgetThose(api, ended, now);
    forgotten++;
  });
  return forgotten;
}

async function forgetThose(api: ForgetFiles, ended: EndedFiles, now: Date): Promise<void> {
  const { person, requestId } = ended;
  const others = await api.requests.of(person, { limit: mostOfPerson });
  const kept = others.filter(
    (other) => other.id !== requestId && !areFilesGone(other, api.evidenceDays, now),
  );
  const stillNeeded = new Set(kept.flatMap(({ files }) => files));
  const items = ended.files.filter((file) => !stillNeeded.has(file));
  await eachOf(api, { part: "file-of-ended", items, idOf: (file) => file }, (file) =>
    api.files.delete({ person, file }),
  );
  await api.endedFiles.remove(ended);
}
