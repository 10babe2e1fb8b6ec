import type { Difference } from "./compare-records.ts";
import type { FieldCounts } from "./import.ts";

/** Of how many people each field would change: who decides on the whole file sees by it what to look at. */
export function withFields(counted: FieldCounts, changed: Difference["changed"]): FieldCounts {
  const counts = { ...counted };
  for (const { changes } of changed)
    for (const { field } of changes) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}
