/** Officers withdraw the proofs of a request: whoever checks one reads «Dokumen dicabut» (decision 0099). */
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Documents, Revocation } from "#shared/document/document.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { lineOf } from "./decide-request.ts";
import type { Freezes } from "./freezes.ts";
import { findForOfficer, type ListRequests } from "./list-requests.ts";
import { numberOf, type Request, type RequestId } from "./request.ts";
import { mayRevokeProofs, type RequestDecider } from "./whose-turn.ts";

/** The kind of paper that a proof is. */
export const proofKind = "request-proof";

/** Withdraws papers together with what the history tells of it. */
export interface RevokedProofs {
  /** @throws Conflict `document-revoked` when they are withdrawn already; `request-moved` when the line's place is taken */
  revoke(revoked: Revocation & { readonly personId: string }, line: AuditEntry): Promise<void>;
}

export interface RevokeProof extends ListRequests {
  readonly freezes: Freezes;
  readonly revokedProofs: RevokedProofs;
}

/** Events of one account in one millisecond are few; see AccountHistory. */
const tries = 5;

/**
 * The proofs of a request, those that were drawn and those that would be, are withdrawn for good. Nobody withdraws their own.
 * @throws NotFound for a draft, and out of the reach of the roles that decide; Forbidden `own-record`; InvalidInput on `reason`;
 * Conflict `document-revoked` when somebody else was faster
 */
export async function revokeProof(
  api: RevokeProof,
  asked: { readonly id: RequestId; readonly by: RequestDecider; readonly reason: string },
): Promise<string> {
  const { by } = asked;
  const { request, person } = await findForOfficer(api, asked);
  refuseOwnRecord(person.id, by);
  if (!mayRevokeProofs(request, by, person)) throw new NotFound("No such request.");
  const now = api.clock.now();
  const revokedAt = now.toISOString();
  const revoked = { kind: proofKind, number: numberOf(request), revokedAt, personId: person.id };
  const line = lineFor(request, { by: by.employeeId, now, reason: keptReason(asked.reason) });
  for (let later = 0; ; later++)
    try {
      await api.revokedProofs.revoke(revoked, { ...line, revision: line.revision + later });
      return revokedAt;
    } catch (error) {
      const isTaken = error instanceof Conflict && error.code === "request-moved";
      if (!isTaken || later === tries) throw error;
    }
}

function lineFor(
  request: Request,
  { by, now, reason }: { by: RequestDecider["employeeId"]; now: Date; reason: string },
): AuditEntry {
  const since = now.toISOString();
  return { ...lineOf({ ...request, since }, "own-request-proof-revoked", by), reason };
}

/** Since when a request's proofs are withdrawn. */
export async function proofRevokedAt(
  { documents }: { readonly documents: Pick<Documents, "revokedAt"> },
  request: Request,
): Promise<string | undefined> {
  return await documents.revokedAt({ kind: proofKind, number: numberOf(request) });
}
