/** Values of a record as people read them. */
import { pangkatOf } from "#shared/employee/golongan.ts";
import { jabatanKindName } from "#shared/employee/jabatan-kind.ts";
import { kedudukanHukumName } from "#shared/employee/kedudukan-hukum.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { dayText, instantText } from "../clock-text.ts";
import { changeForms } from "../messages/change-forms.ts";
import { officer as text } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import { toldZone } from "../session/instant.tsx";

const fieldNames: Readonly<Record<string, string>> = recordFields;

const readings: Readonly<Record<string, (value: string) => string>> = {
  contractEnd: dayOrText,
  tmt: dayOrText,
  tmtCpns: dayOrText,
  diedOn: dayOrText,
  decreeTmt: dayOrText,
  birthDate: dayOrText,
  sex: (value) => (value === "M" || value === "F" ? text.sexes[value] : value),
  jabatanKind: (code) => jabatanKindName(code) ?? code,
  nip: groupNip,
  joinedNip: groupNip,
  kind: kindName,
  golongan: golonganText,
  kedudukanHukum: (code) => kedudukanHukumName(code) ?? code,
  qrPausedAt: instantOrText,
  nipOpenUntil: instantOrText,
  erasureHeldAt: instantOrText,
  // A photo's id says nothing to a person.
  photoId: () => text.photo.new,
};

export function fieldName(field: string): string {
  return Object.hasOwn(fieldNames, field) ? (fieldNames[field] ?? field) : field;
}

/** What a change that is reviewed calls a field of its form. @returns undefined when it is none */
export function reviewedName(field: string): string | undefined {
  if (field === "reason") return text.reason;
  if (field === "sourceNumber") return changeForms.source.number;
  if (field === "sourceDay") return changeForms.source.day;
  const own = field.replace(/^choice-/, "");
  return Object.hasOwn(fieldNames, own) ? fieldNames[own] : undefined;
}

/** @param value as the record has it; absent and empty are the same */
export function valueText(field: string, value: string | undefined): string {
  if (!value) return text.empty;
  return Object.hasOwn(readings, field) ? (readings[field]?.(value) ?? value) : value;
}

/** "III/c Penata", "IX". */
function golonganText(golongan: string): string {
  const pangkat = pangkatOf(golongan);
  return pangkat ? `${golongan} ${pangkat}` : golongan;
}

function dayOrText(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
}

function instantOrText(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? instantText(value, toldZone()) : value;
}
