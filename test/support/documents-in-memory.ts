import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Document, Documents, Papers, Revocation } from "#shared/document/document.ts";
import type { RevokedProofs } from "#shared/request/revoke-proof.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

const keyOf = ({ kind, number, series = "" }: Papers) => `${kind}#${series}#${number}`;

/** Papers without DynamoDB; runs the same contract test (document-table-contract.ts). */
export class DocumentsInMemory implements Documents {
  readonly kept = new Map<string, Document & { readonly personId: string }>();
  readonly revoked = new Map<string, Revocation & { readonly personId: string }>();

  async find(hash: string): Promise<Document | undefined> {
    const { personId: _, ...found } = this.kept.get(hash) ?? { personId: "" };
    if (!("number" in found)) return undefined;
    const revokedAt = found.revokedAt ?? (await this.revokedAt(found));
    return { ...found, ...(revokedAt !== undefined && { revokedAt }) };
  }

  async add(hash: string, issued: Document & { readonly personId: string }): Promise<boolean> {
    if (this.kept.has(hash)) return false;
    this.kept.set(hash, issued);
    return true;
  }

  async revokedAt(papers: Papers): Promise<string | undefined> {
    return this.revoked.get(keyOf(papers))?.revokedAt;
  }

  revoking(revoked: Revocation & { readonly personId: string }): JoinedWrite {
    return stepInMemory("document-revoked", {
      holds: () => !this.revoked.has(keyOf(revoked)),
      write: () => void this.revoked.set(keyOf(revoked), revoked),
    });
  }
}

/** Withdrawals with their lines, without DynamoDB. */
export class RevokedProofsInMemory implements RevokedProofs {
  readonly #documents: DocumentsInMemory;
  readonly #history: AuditEntry[];

  constructor(documents: DocumentsInMemory, history: AuditEntry[]) {
    this.#documents = documents;
    this.#history = history;
  }

  async revoke(
    revoked: Revocation & { readonly personId: string },
    line: AuditEntry,
  ): Promise<void> {
    const { subjectId, revision } = line;
    const isFree = () =>
      !this.#history.some((each) => each.subjectId === subjectId && each.revision === revision);
    writeInMemory([
      this.#documents.revoking(revoked),
      stepInMemory("request-moved", { holds: isFree, write: () => void this.#history.push(line) }),
    ]);
  }
}
