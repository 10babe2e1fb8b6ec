/** Which fields a holder reports. The pages read this file, so it imports pure rules alone. */
import { type FieldKey, fieldKeys } from "#shared/employee/fields.ts";

/** What the holder changes without an officer, on the page «Akun», what means nothing to a reader, and the day of a death: whoever reads is alive. */
const notReported = [
  "email",
  "phone",
  "instansiId",
  "diedOn",
] as const satisfies readonly FieldKey[];
export type ReportableField = Exclude<FieldKey, (typeof notReported)[number]>;

function isReportable(field: FieldKey): field is ReportableField {
  return !notReported.some((each) => each === field);
}

export const reportableFields: readonly ReportableField[] = fieldKeys.filter(isReportable);

/** Characters; the longest text of a field, and more: the right one is in the holder's words. */
export const longestReported = 200;
