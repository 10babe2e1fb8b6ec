import { createHash } from "node:crypto";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { Document, Documents } from "./document.ts";
import { documentHash, documentToken } from "./document-token.ts";

export interface IssueDocument {
  readonly documents: Pick<Documents, "find" | "add" | "revokedAt">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
  readonly siteUrl: string;
}

/** What a paper is to be. */
interface Asked
  extends Pick<Document, "kind" | "number" | "subject" | "initials" | "series" | "signer"> {
  /** Whom it is about; a letter itself, which stays when its people's data go. */
  readonly personId: Id<"emp"> | Id<"ltr">;
  /** Its day; absent: that of the first drawing. */
  readonly issuedAt?: string;
  /** All that it says. */
  readonly content: unknown;
}

/** A paper that can be checked. */
export interface Issued {
  readonly document: Document;
  /** To be typed: "kartu.example.go.id/v/d7q2…". */
  readonly address: string;
  /** The same as a QR holds it; see `qrText` of cards. */
  readonly qrText: string;
}

/** 256 bits of SHA-256 of what a paper says, as hex digits. */
function contentDigest(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/**
 * Registers a paper, so that its QR is known. What says the same is the same paper, with the day on which it was first drawn.
 * @throws Conflict `document-revoked` when papers of this kind and number were withdrawn
 */
export async function issueDocument(
  { documents, hmacKey, clock, siteUrl }: IssueDocument,
  { personId, content, issuedAt, ...told }: Asked,
): Promise<Issued> {
  if ((await documents.revokedAt(told)) !== undefined) throw new Conflict("document-revoked");
  const digest = contentDigest(content);
  const token = await documentToken(hmacKey, [told.kind, told.number, personId, digest]);
  const hash = documentHash(token);
  const made: Document = { ...told, digest, issuedAt: issuedAt ?? clock.now().toISOString() };
  const known = await documents.find(hash);
  // Twice at once: the second one reads what the first one wrote.
  const document =
    known ??
    ((await documents.add(hash, { ...made, personId }))
      ? made
      : ((await documents.find(hash)) ?? made));
  const { protocol, host } = new URL(siteUrl);
  const address = `${host}/v/${token}`;
  return { document, address, qrText: `${protocol}//${address.toUpperCase()}` };
}
