import type { Officer } from "#shared/access/scope.ts";
import type { EvidenceId, GivenSource, Source } from "#shared/audit/source.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type DerivedKeys, keyedHash } from "#shared/runtime/keyed-hash.ts";
import { datedProof, judgeProof, type ProofState } from "./dated-proof.ts";

interface Brought {
  /** Whom the file is about. */
  readonly employeeId: EmployeeId;
  /** Who brought it. */
  readonly by: Pick<Officer, "employeeId" | "instansiId">;
}

/** What only the function that judged the file can say: that it is accepted, of this record, agency and officer, today. */
export async function proofOf(
  keys: Pick<DerivedKeys, "derive">,
  file: EvidenceId,
  { now, ...brought }: Brought & { readonly now: Date },
): Promise<string> {
  return await datedProof(provenOf(keys, file, brought), now);
}

function provenOf(keys: Pick<DerivedKeys, "derive">, file: EvidenceId, brought: Brought) {
  const { employeeId, by } = brought;
  return { keys, use: "evidence", said: [file, employeeId, by.employeeId, by.instansiId] } as const;
}

/**
 * The source without the proof, once it holds: no function but one reads the files.
 * @throws InvalidInput on `sourceFile`
 */
export async function provenSource(
  keys: Pick<DerivedKeys, "derive">,
  given: GivenSource | undefined,
  { now, ...brought }: Brought & { readonly now: Date },
): Promise<Source | undefined> {
  if (!given) return undefined;
  const { fileProof, ...source } = given;
  const { file } = source;
  if (!file && !fileProof) return source;
  const state =
    file && fileProof && (await judgeProof(provenOf(keys, file, brought), fileProof, now));
  if (state === "holds") return source;
  throw refused("sourceFile", state);
}

interface BroughtOwn extends Brought {
  readonly now: Date;
  /** What stands behind the request already, and was proven then, however long ago. */
  readonly standing: () => Promise<readonly EvidenceId[]>;
}

/** A file that somebody brought for the own record, once its proof holds. @throws InvalidInput on `files` */
export async function provenFile(
  keys: Pick<DerivedKeys, "derive">,
  { file, proof }: { readonly file: EvidenceId; readonly proof: string },
  { now, standing, ...brought }: BroughtOwn,
): Promise<EvidenceId> {
  const state = await judgeProof(provenOf(keys, file, brought), proof, now);
  if (state === "holds") return file;
  if (state === "ended" && (await standing()).includes(file)) return file;
  throw refused("files", state);
}

function refused(field: string, state: ProofState | "" | undefined): InvalidInput {
  return new InvalidInput({ field, code: state === "ended" ? "file-proof-ended" : "malformed" });
}

/** How long an officer who decides a request may open its files without asking for them anew, milliseconds. */
const grantMs = 3_600_000;

/**
 * What lets an officer open a file who decides the request that it stands behind, also where the person is not in that officer's reach: the
 * function that knows requests says so to the one that has the files. It is of an hour, and good in the next one.
 */
export async function fileGrant(
  keys: Pick<DerivedKeys, "derive">,
  { file, employeeId, by }: Brought & { readonly file: EvidenceId },
  now: Date,
): Promise<string> {
  const hour = Math.floor(now.getTime() / grantMs);
  const said = JSON.stringify([file, employeeId, by.employeeId, by.instansiId, hour]);
  return keyedHash(await keys.derive("evidence-grant"), said);
}

/** Whether an officer was let to open a file, in this hour or the one before. */
export async function isGranted(
  keys: Pick<DerivedKeys, "derive">,
  given: Brought & { readonly file: EvidenceId; readonly grant: string },
  now: Date,
): Promise<boolean> {
  const before = new Date(now.getTime() - grantMs);
  const grants = await Promise.all([now, before].map((each) => fileGrant(keys, given, each)));
  return grants.includes(given.grant);
}
