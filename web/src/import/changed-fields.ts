import { fieldName } from "../officer/value-text.ts";
import { figure } from "./figures.ts";

/** What lets somebody in or keeps somebody out, and who somebody is: it is read first, and told also where nobody's changes. */
const weighty = ["email", "kedudukanHukum", "tmt", "contractEnd", "kind", "name"];

/** "Surel: 12 · Kedudukan hukum: 3 · … · Jabatan: 40": of how many people each field changes. */
export function changedFields(fields: Readonly<Record<string, number>>): string {
  const others = Object.keys(fields).filter((field) => !weighty.includes(field));
  return [...weighty, ...others.sort((a, b) => (fields[b] ?? 0) - (fields[a] ?? 0))]
    .map((field) => `${fieldName(field)}: ${figure(fields[field] ?? 0)}`)
    .join(" · ");
}
