import { fieldsOfGroup } from "#shared/data-change/proposed-fields.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { isNeeded } from "#shared/employee/employee-rules.ts";
import { fieldOf, isEditable, takesTwo } from "#shared/employee/fields.ts";
import type { DecidedField } from "#shared/employee/record-change.ts";
import { proposalGroups } from "#shared/employee/record-field.ts";
import type { Request } from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
import type { OwnFields, OwnRequest } from "./request-kind-answers.ts";

/** What a person's record says of all that the person may ask for. @param requests the newest of that person */
export function tellOwnFields(person: Employee, requests: readonly Request[]): OwnFields {
  const { kind, nip, tmt } = person;
  const all = requests.filter(isOnItsWay);
  const openOf = (name: OwnRequest["kind"], group: string) => {
    const open = all.find((each) => each.kind === name && each.group === group);
    return open && { open: open.id };
  };
  const groups = proposalGroups.flatMap((group) => {
    const fields = fieldsOfGroup(group, kind).map((field) => told(person, field));
    if (fields.length === 0) return [];
    return [{ group, fields, ...openOf("data-change", group) }];
  });
  const photo = { ...(person.photoId && { has: true as const }), ...openOf("new-photo", "photo") };
  const reportable = reportableFields
    .filter((field) => fieldOf(field).kinds[kind] !== "none")
    .map((field) => ({ field, value: person[field] ?? "", ...openOf("wrong-data", field) }));
  return { kind, nip, tmt, groups, photo, reportable };
}

function told(person: Employee, field: DecidedField) {
  const { type, options } = fieldOf(field);
  return {
    ...{ field, value: person[field] ?? "" },
    ...(type === "date" && { isDay: true as const }),
    ...(isEditable(field) && isNeeded(field, person) && { needed: true as const }),
    ...(takesTwo(field) && { ofTwo: true as const }),
    ...(options && { options: options(person.kind) }),
  };
}
