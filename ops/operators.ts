/** Who runs the system, as the operators' command line asks it. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { type PersonsRoles, standing } from "#shared/access/role.ts";
import { rolesItem } from "#shared/access/role-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { UsageError } from "./command.ts";
import { findPerson } from "./find-person.ts";
import { outputsOption } from "./stack-outputs.ts";

export interface Asked {
  readonly employees: Pick<Employees, "find" | "idOf">;
  readonly roles: { find(id: Employee["id"]): Promise<PersonsRoles> };
  readonly clock: Clock;
}

/** The options of a command that does something at an operator's word, for a reason. */
export const decisionOptions = {
  outputs: outputsOption,
  oleh: { type: "string", default: "" },
  alasan: { type: "string", default: "" },
} as const;

/** @throws UsageError unless both are said */
export function neededDecision(said: { readonly oleh: string; readonly alasan: string }): {
  readonly nip: string;
  readonly reason: string;
} {
  const reason = said.alasan.trim();
  if (said.oleh && reason) return { nip: said.oleh, reason };
  throw new UsageError("Sebut dengan --oleh siapa yang memutuskan, dan dengan --alasan mengapa.");
}

/** At whose word something is done. @throws UsageError unless that is an operator, and not whom it is about */
export async function operatorWhoDecides(
  asked: Asked,
  { nip, about }: { readonly nip: string; readonly about?: Employee },
): Promise<Employee> {
  const person = await findPerson(asked, nip);
  if (person.id === about?.id)
    throw new UsageError("--oleh: tidak ada yang memutuskan tentang dirinya sendiri.");
  const { grants } = await asked.roles.find(person.id);
  if (!isOperator(asked, person, grants))
    throw new UsageError("--oleh: orang ini bukan operator sekarang.");
  return person;
}

/** How many people other than this one are operators now. It reads the whole table, which has a few hundred items. */
export async function otherOperators(
  asked: Asked & {
    readonly db: DynamoDBDocumentClient & DynamoDBClient;
    readonly roleTable: string;
  },
  than: Employee,
): Promise<number> {
  let found = 0;
  const pages = paginateScan({ client: asked.db }, { TableName: asked.roleTable });
  for await (const { Items = [] } of pages)
    for (const { id } of Items.map((item) => rolesItem.parse(item))) {
      const person = id === than.id ? undefined : await asked.employees.find(id);
      // A scan may be a moment late.
      if (person && isOperator(asked, person, (await asked.roles.find(id)).grants)) found += 1;
    }
  return found;
}

function isOperator({ clock }: Asked, person: Employee, grants: PersonsRoles["grants"]): boolean {
  return standing(grants, person.instansiId, clock.now()).some(({ role }) => role === "operator");
}
