import { createHash } from "node:crypto";
import { cardFields, type Employee } from "#shared/employee/employee.ts";

/**
 * The identity of a card: a digest of what stands on it (record and photo), without its template. Two records with
 * equal fields have equal cards; a token whose hash is no longer the record's belongs to a superseded card.
 * @returns 64 hex digits
 */
export function contentHash(employee: Employee): string {
  const fields = cardFields.map((field) => employee[field] ?? null);
  return createHash("sha256")
    .update(JSON.stringify([employee.id, ...fields]))
    .digest("hex");
}
