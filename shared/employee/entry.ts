/** A new person as an officer enters one: the catalogue without the agency, which is the officer's own. Pure: the form runs it. */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { keptChange, problemsOfRecord } from "./employee-rules.ts";
import { type FieldKey, fieldKeys, fieldOf } from "./fields.ts";
import { type EmployeeKind, employeeKinds, parseNip } from "./nip.ts";

/** Not the agency, and not the day of a death: nobody comes in dead. */
export type EntryField = Exclude<FieldKey, "instansiId" | "instansi" | "diedOn">;

function isEntered(key: FieldKey): key is EntryField {
  return key !== "instansiId" && key !== "instansi" && key !== "diedOn";
}

export const entryFields: readonly EntryField[] = fieldKeys.filter(isEntered);

/** What was typed; an empty text is none. */
export type Entry = Readonly<Partial<Record<EntryField, string | undefined>>>;

/** In the form that is saved: the number in plain digits, no empty texts. */
export function keptEntry(entry: Entry): Partial<Record<EntryField, string>> {
  const nip = parseNip(entry.nip ?? "") ?? entry.nip;
  const kept = { ...entry, nip, ...keptChange(entry) };
  return keyedWhere(entryFields, (field) => kept[field] || undefined);
}

/** Whether somebody of this kind must have it here. Whoever types a new PPPK has the contract at hand; a file may lack its end (decision 0043). */
export function isEntryNeeded(field: EntryField, kind: EmployeeKind): boolean {
  const isEnd = field === "contractEnd" && kind !== "PNS";
  return isEnd || fieldOf(field).kinds[kind] === "required";
}

/**
 * Everything that is wrong with it, by the rules of every record.
 * @param year this year, of which ACC_7 asks
 */
export function problemsOfEntry(typed: Entry, year: number): FieldProblem[] {
  const entry = keptEntry(typed);
  const kind = employeeKinds.find((each) => each === entry.kind);
  if (!kind) return [{ field: "kind", code: "required" }];
  const { nip = "", tmt = "" } = entry;
  // The agency is there, whatever it is called.
  const agency = { instansiId: "-", instansi: "-" };
  const found = problemsOfRecord({ ...entry, ...agency, kind, nip, tmt }, year);
  const lacksEnd = !entry.contractEnd && isEntryNeeded("contractEnd", kind);
  return lacksEnd ? [...found, { field: "contractEnd", code: "required" }] : found;
}
