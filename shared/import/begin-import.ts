import type { Officer } from "#shared/access/scope.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, NotFound } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { type Import, type ImportId, shownName } from "./import.ts";
import type { FileForm, ImportFiles, Imports } from "./imports.ts";

export interface BeginImport {
  readonly imports: Pick<Imports, "add">;
  readonly files: Pick<ImportFiles, "uploadForm">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** A file that is mended and brought again, twenty times an hour: each is judged in a function with much memory. */
const perOfficer: Limit = { name: "import", max: 20, windowSeconds: 3600 };

/**
 * An officer brings a file. The same request again is the same import, with another form as long as its file has not come: nothing
 * takes the place of a file that is being judged, or was.
 * @param by.instansi the agency's name
 * @returns without `upload` when the file is there
 * @throws Forbidden for an officer of single units, TooManyAttempts
 */
export async function beginImport(
  { imports, files, limits, clock }: BeginImport,
  request: { readonly requestId: string; readonly fileName: string; readonly size: number },
  by: Officer & { readonly instansi: string },
): Promise<{ readonly id: ImportId; readonly upload?: FileForm }> {
  requireAgency(by);
  const now = clock.now();
  await limits.count(perOfficer, by.employeeId, now);
  const { employeeId: askedBy, instansiId, instansi } = by;
  const { id, state } = await imports.add({
    id: importIdOf([request.requestId, askedBy]),
    ...{ instansiId, instansi, askedBy },
    fileName: shownName(request.fileName),
    state: "uploading",
    at: now.toISOString(),
  });
  return state === "uploading" ? { id, upload: await files.uploadForm(id, request.size) } : { id };
}

export function importIdOf(parts: readonly string[]): ImportId {
  return digestId("imp", parts);
}

/**
 * A file has the people of a whole agency, and says who is not in it.
 * @throws Forbidden for whom only some units are in reach
 */
export function requireAgency({ units }: Pick<Officer, "units">): void {
  if (units !== undefined) throw new Forbidden();
}

/** An import of the reader's own agency. @throws NotFound, Forbidden */
export async function findOwnImport(
  imports: Pick<Imports, "find">,
  id: ImportId,
  by: Officer,
): Promise<Import> {
  requireAgency(by);
  const each = await imports.find(id);
  if (each?.instansiId !== by.instansiId) throw new NotFound("No such import.");
  return each;
}
