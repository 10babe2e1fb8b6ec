import type { BulkChange } from "#shared/bulk-change/bulk-change.ts";
import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import { recordFields } from "../messages/record-fields.ts";

/** The field that a change writes, and its value, as they are read. */
export function changeWords(change: BulkChange): { readonly field: string; readonly to: string } {
  if (change.action === "assign") return { field: recordFields.unitKerja, to: change.unitKerja };
  const { kedudukanHukum: code } = change;
  return { field: recordFields.kedudukanHukum, to: kedudukanHukumName(code) ?? code };
}
