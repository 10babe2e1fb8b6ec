import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { Principal } from "#shared/access/principal.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { EvidenceFiles, EvidenceUploadId, KeptEvidence } from "./evidence.ts";
import { evidenceIdOf } from "./evidence-id.ts";
import { proofOf } from "./evidence-proof.ts";
import type { judgeEvidence } from "./judge-evidence.ts";

/** More than one officer does by hand: each may be 2 MB to decode. */
export const perOfficer: Limit = { name: "evidence", max: 120, windowSeconds: 3600 };

export interface BringEvidence {
  readonly employees: Pick<Employees, "find">;
  readonly limits: Pick<RateLimits, "count">;
  readonly files: Pick<EvidenceFiles, "uploadForm" | "readUpload" | "put">;
  readonly judge: typeof judgeEvidence;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
}

/** More than one person brings for requests of their own. */
const perHolder: Limit = { name: "own-evidence", max: 30, windowSeconds: 3600 };

/** Of forms to send a file with, which a broken connection takes without a file arriving: a page tries five times for each press. */
const tries = 5;
export const formsOf = (files: Limit): Limit => ({
  ...files,
  name: `${files.name}-form`,
  max: files.max * tries,
});

interface BroughtByOfficer {
  readonly employeeId: EmployeeId;
  readonly by: Officer;
}

/** For a request about the own record, which others decide. */
interface BroughtByHolder {
  readonly employeeId: EmployeeId;
  readonly by: Principal;
  readonly own: true;
}

type Brought = BroughtByOfficer | BroughtByHolder;

/**
 * An officer wants to send a file that a change of a record rests on, or somebody one that a request of their own rests on.
 * @throws NotFound outside of the scope; Forbidden `own-record` of an officer; TooManyAttempts
 */
export async function offerUpload(api: BringEvidence, brought: Brought) {
  await admit(api, brought, formsOf);
  const { employeeId } = brought;
  const upload: EvidenceUploadId = newId("upl");
  return { upload, form: await api.files.uploadForm({ employeeId, upload }) };
}

/**
 * Judges what has arrived and keeps it. The same upload gets the same answer, as often as it is asked.
 * @throws as offerUpload; NotFound when nothing has arrived; InvalidInput on `sourceFile`, of the own on `files`
 */
export async function acceptEvidence(
  api: BringEvidence,
  { upload, ...brought }: Brought & { readonly upload: EvidenceUploadId },
) {
  await admit(api, brought);
  const { employeeId } = brought;
  const bytes = await api.files.readUpload({ employeeId, upload });
  if (!bytes) throw new NotFound("no such upload");
  const judged = await api.judge(bytes);
  const field = "own" in brought ? "files" : "sourceFile";
  if ("problem" in judged) throw new InvalidInput({ field, code: judged.problem });
  const file = await keep(api, { employeeId, upload }, judged);
  const { by } = brought;
  const now = api.clock.now();
  return { file, fileProof: await proofOf(api.hmacKey, file, { employeeId, by, now }) };
}

async function keep(
  { files }: Pick<BringEvidence, "files">,
  { employeeId, upload: salt }: { readonly employeeId: EmployeeId; readonly upload: string },
  judged: KeptEvidence,
) {
  const stored = { ...judged, salt };
  const file = evidenceIdOf(stored);
  await files.put({ employeeId, file }, stored);
  return file;
}

/** @param limitOf what is counted, of how many files may be judged */
async function admit(
  { employees, limits, clock }: BringEvidence,
  brought: Brought,
  limitOf = (files: Limit): Limit => files,
): Promise<void> {
  const { employeeId, by } = brought;
  if ("own" in brought) return await limits.count(limitOf(perHolder), by.employeeId, clock.now());
  await findOwn(employees, employeeId, brought.by);
  refuseOwnRecord(employeeId, by);
  await limits.count(limitOf(perOfficer), by.employeeId, clock.now());
}
