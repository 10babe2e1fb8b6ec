/** Which fields of the own record a holder proposes, and in which groups. Pure, so that the page runs it. */

import { fieldOf, groupOf, takesTwo } from "#shared/employee/fields.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import {
  type DecidedField,
  type DecidedValues,
  decidedFields,
} from "#shared/employee/record-change.ts";
import type { ProposalGroup } from "#shared/employee/record-field.ts";

/** All that a holder may propose. */
export const proposedFields: readonly DecidedField[] = decidedFields.filter(
  (field) => groupOf(field) !== undefined,
);

/** The fields of a group that this kind of employee has, in the catalogue's order. */
export function fieldsOfGroup(group: ProposalGroup, kind: EmployeeKind): readonly DecidedField[] {
  return decidedFields.filter(
    (field) => groupOf(field) === group && fieldOf(field).kinds[kind] !== "none",
  );
}

/** Whether a second person decides it, and a file has to stand behind it (P-15). */
export function needsFile(values: DecidedValues): boolean {
  return decidedFields.some((field) => values[field] !== undefined && takesTwo(field));
}
