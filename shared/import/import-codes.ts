/**
 * Everything that an import can say of a file: docs/impor.md lists the codes, web/src/messages has their texts. A code never changes
 * its meaning, because scripts of agencies read it.
 */

/** An error keeps its row, or the whole file, out. A warning does not. */
export type Severity = "error" | "warning";

/** Why nothing of a file is read. */
const fileCodes = [
  "file-empty",
  "file-too-large",
  "file-unknown",
  "file-old-excel",
  "file-damaged",
  "file-expands",
  "file-macros",
  "file-locked",
  "file-quotes",
  "file-too-many-columns",
  "file-too-many-rows",
  "file-no-header",
  "file-unjudged",
] as const;
export type FileCode = (typeof fileCodes)[number];

/** What is wrong with the headings. */
const headingCodes = ["column-missing", "column-twice"] as const;

/** BKN's indicators of data quality, by their own names. */
const bknCodes = ["CON_1", "CON_2", "CON_3", "CON_4", "ACC_1", "ACC_4", "ACC_7"] as const;

/** What is wrong with a row. Some are codes of the record's own rules (shared/runtime/codes.ts). */
const rowCodes = [
  "columns-shifted",
  "formula",
  "cell-error",
  "required",
  "malformed",
  "too-long",
  "nip-scientific",
  "nip-last-digits-zero",
  "nip-as-number",
  "nip-malformed",
  "kind-unknown",
  "kind-differs",
  "name-with-degrees",
  "characters-unsupported",
  "day-malformed",
  "tmt-pns-missing",
  "day-too-late",
  "not-after-tmt",
  "not-for-pns",
  "sex-unknown",
  "golongan-unknown",
  "golongan-or-kind",
  "kedudukan-hukum-unknown",
  "email-malformed",
  "email-taken-in-file",
  "email-taken",
  "person-twice-in-file",
  "person-differs-in-file",
  "nip-former",
  "nip-taken",
] as const;

/** Why somebody was refused when an import was applied, whom its judgement had taken. */
const appliedCodes = [
  "record-changed",
  "record-missing",
  "own-record",
  "change-needs-operators",
] as const;

/** What a person should look at; the row is taken. */
const warningCodes = [
  "file-links",
  "file-sheets",
  "column-unknown",
  "column-spare",
  "instansi-other",
  "instansi-differs",
  "signs-replaced",
  "unit-former",
  "tmt-day",
  "nip-age",
  "jabatan-kind-unknown",
  "bup-unknown",
  "nik-scientific",
  "nik-malformed",
  "nik-differs",
  "phone-scientific",
  "phone-malformed",
  "email-missing",
  "contract-end-missing",
  "contract-term",
] as const;

const errorCodes = [
  ...fileCodes,
  ...headingCodes,
  ...bknCodes,
  ...rowCodes,
  ...appliedCodes,
] as const;
export type ImportCode = (typeof errorCodes | typeof warningCodes)[number];
export const importCodes: readonly ImportCode[] = [...errorCodes, ...warningCodes];

const warnings = new Set<ImportCode>(warningCodes);

export function severityOf(code: ImportCode): Severity {
  return warnings.has(code) ? "warning" : "error";
}

const known = new Set<string>(importCodes);

export function isImportCode(code: string): code is ImportCode {
  return known.has(code);
}
