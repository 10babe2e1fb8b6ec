import { createHash } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";
import { type FieldKey, fieldsOnCard } from "#shared/employee/fields.ts";

/**
 * The fields that the hashes of the first cards had, in this order. They never change, because codes on printed cards depend
 * on them. A field that came later is in the hash only where the record has it, so that a new field supersedes no card.
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

/** The first generation's number is not in the hash, so that cards from before there was a number keep their codes. */
const firstGeneration = 1;

/**
 * The identity of a card: a digest of what stands on it (record and photo), without its template. Two records with
 * equal fields have equal cards. A token whose hash is not the record's belongs to a superseded card. The generation of the
 * QR is one of the fields, so that a replaced QR stays replaced when the record changes back.
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
