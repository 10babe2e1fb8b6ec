import type { Document, Documents } from "#shared/document/document.ts";
import { documentHash, parseDocumentToken } from "#shared/document/document-token.ts";
import type { VerifyAnswer, VerifyRequest } from "./verify-answer.ts";

/** The token of a paper, if that is what is asked about. */
export function documentAsked(asked: VerifyRequest): string | undefined {
  return "token" in asked ? parseDocumentToken(asked.token) : undefined;
}

/** One read, no write: nobody is told who checks a paper, since no person stands behind the answer. */
export async function lookUpDocument(
  { documents }: { readonly documents: Pick<Documents, "find"> },
  token: string,
): Promise<Document | undefined> {
  return await documents.find(documentHash(token));
}

/** Its number, kind, day and «hal», never what it says: who asks compares them with the paper. */
export function tellDocument(
  found: Document | undefined,
  checkedAt: string,
): Omit<VerifyAnswer, "site"> {
  if (!found) return { result: "unknown", checkedAt };
  const { digest: _digest, series: _series, ...document } = found;
  const result = found.revokedAt === undefined ? "document" : "document-revoked";
  return { result, checkedAt, document };
}
