import type { Employee } from "#shared/employee/employee.ts";
import { isNeeded } from "#shared/employee/employee-rules.ts";
import { fieldOf, isEditable, takesTwo } from "#shared/employee/fields.ts";
import type { DecidedField } from "#shared/employee/record-change.ts";
import { proposalGroups } from "#shared/employee/record-field.ts";
import { isOnItsWay, type Request } from "#shared/request/request.ts";
import type { OwnFields } from "./data-change-answers.ts";
import { fieldsOfGroup } from "./proposed-fields.ts";

/** What a person's record says of all that the person may propose. @param requests the newest of that person */
export function tellOwnFields(person: Employee, requests: readonly Request[]): OwnFields {
  const { kind, nip, tmt } = person;
  const open = requests.filter(isOnItsWay);
  const groups = proposalGroups.flatMap((group) => {
    const fields = fieldsOfGroup(group, kind).map((field) => told(person, field));
    if (fields.length === 0) return [];
    const found = open.find((each) => each.kind === "data-change" && each.group === group);
    return [{ group, fields, ...(found && { open: found.id }) }];
  });
  return { kind, nip, tmt, groups };
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
