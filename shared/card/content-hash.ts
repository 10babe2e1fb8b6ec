import { createHash } from "node:crypto";
import { cardFields, type Employee } from "#shared/employee/employee.ts";

/** Of the first generation's hash the number is no part: cards of before there was one keep their codes. */
const firstGeneration = 1;

/**
 * The identity of a card: a digest of what stands on it (record and photo), without its template. Two records with
 * equal fields have equal cards; a token whose hash is no longer the record's belongs to a superseded card. The QR's
 * generation is one of the fields: a replaced QR stays replaced, also when all else is as it was.
 * @returns 64 hex digits
 */
export function contentHash(employee: Employee): string {
  const { qrGeneration } = employee;
  const fields = cardFields
    .filter((field) => field !== "qrGeneration" || qrGeneration > firstGeneration)
    .map((field) => employee[field] ?? null);
  return createHash("sha256")
    .update(JSON.stringify([employee.id, ...fields]))
    .digest("hex");
}
