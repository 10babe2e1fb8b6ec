import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { EvidenceFiles, EvidenceName, KeptEvidence } from "./evidence.ts";
import { evidenceIdOf } from "./evidence-id.ts";
import { isGranted } from "./evidence-proof.ts";

export interface OpenEvidence {
  readonly employees: Pick<Employees, "find">;
  readonly history: Pick<AuditTrail, "noteReading">;
  readonly files: Pick<EvidenceFiles, "read">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
}

interface AskedEvidence extends EvidenceName {
  readonly by: Officer;
  /** Of a request that is this officer's to decide. */
  readonly grant?: string;
}

/** As `findEvidence`. @returns an address that downloads it */
export async function openEvidence(
  api: OpenEvidence & { readonly files: Pick<EvidenceFiles, "link"> },
  asked: AskedEvidence,
): Promise<string> {
  const { type } = await findEvidence(api, asked);
  return await api.files.link(asked, type);
}

/**
 * An officer opens a file of a record in scope, or of a request that is this officer's to decide (`fileGrant`). Its content must still be what the id says. The reading is written to the history first; if
 * that fails, the file is not opened. @throws NotFound; Forbidden `own-record`
 */
export async function findEvidence(
  api: OpenEvidence,
  { by, grant, ...name }: AskedEvidence,
): Promise<KeptEvidence> {
  const { employees, hmacKey, clock } = api;
  const isLet =
    grant !== undefined && (await isGranted(hmacKey, { ...name, by, grant }, clock.now()));
  if (!isLet) await findOwn(employees, name.employeeId, by);
  return await findNoted(api, name, by);
}

/** The file as it was kept, after the reading is noted. The caller has asked whether the reader may. @throws NotFound; Forbidden `own-record` */
export async function findNoted(
  { history, files, clock }: OpenEvidence,
  name: EvidenceName,
  by: Pick<Officer, "employeeId">,
): Promise<KeptEvidence> {
  const { employeeId, file } = name;
  refuseOwnRecord(employeeId, by);
  const stored = await files.read(name);
  if (!stored) throw new NotFound("no such file");
  if (evidenceIdOf(stored) !== file) {
    logger.error("evidence.other-content", { file });
    throw new NotFound("another file's content");
  }
  await history.noteReading({
    ...{ subjectId: employeeId, at: clock.now().toISOString(), purpose: "evidence-read" },
    actor: { role: "officer", id: by.employeeId },
  });
  return stored;
}
