import { createHash } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";
import { type FieldKey, fieldsOnCard } from "#shared/employee/fields.ts";

/**
 * The fields that the first cards' hashes held, each in its place: for ever, because the codes on printed cards rest on them.
 * A field that came later is no part of the hash where a record has none, so that a new field supersedes nobody's card.
 */
const firstFields = [
  "nip",
  "kind",
  "name",
  "gelarDepan",
  "gelarBelakang",
  "golongan",
  "jabatan",
  "unitKerja",
  "instansiId",
  "instansi",
  "tmt",
  "contractEnd",
  "photoId",
] as const satisfies readonly (keyof Employee)[];
const isFirst: ReadonlySet<string> = new Set(firstFields);

/** Of the first generation's hash the number is no part: cards of before there was one keep their codes. */
const firstGeneration = 1;

/**
 * The identity of a card: a digest of what stands on it (record and photo), without its template. Two records with
 * equal fields have equal cards; a token whose hash is no longer the record's belongs to a superseded card. The QR's
 * generation is one of the fields: a replaced QR stays replaced, also when all else is as it was.
 * @param onCard all fields that make a card what it is
 * @returns 64 hex digits
 */
export function contentHash(
  employee: Employee,
  onCard: readonly FieldKey[] = fieldsOnCard,
): string {
  const { id, qrGeneration } = employee;
  const first = firstFields.map((field) => employee[field] ?? null);
  const generation = qrGeneration > firstGeneration ? [qrGeneration] : [];
  const later = onCard
    .filter((field) => !isFirst.has(field))
    .flatMap((field) => (employee[field] === undefined ? [] : [[field, employee[field]]]));
  return createHash("sha256")
    .update(JSON.stringify([id, ...first, ...generation, ...later]))
    .digest("hex");
}
