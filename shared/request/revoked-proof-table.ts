import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { Revocation } from "#shared/document/document.ts";
import type { DocumentTable } from "#shared/document/document-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import type { RevokedProofs } from "./revoke-proof.ts";

/** Withdrawals in the table of papers, each in one transaction with its line of the history. */
export class RevokedProofTable implements RevokedProofs {
  readonly #db: DynamoDBDocumentClient;
  readonly #documents: Pick<DocumentTable, "revoking">;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(
    db: DynamoDBDocumentClient,
    documents: Pick<DocumentTable, "revoking">,
    audit: Pick<AuditTable, "append">,
  ) {
    this.#db = db;
    this.#documents = documents;
    this.#audit = audit;
  }

  async revoke(
    revoked: Revocation & { readonly personId: string },
    line: AuditEntry,
  ): Promise<void> {
    // The last step that fails names the refusal: whoever was slower is told that, and not where the line would have stood.
    await writeTogether(this.#db, [
      { write: this.#audit.append(line), taken: "request-moved" },
      this.#documents.revoking(revoked),
    ]);
  }
}
