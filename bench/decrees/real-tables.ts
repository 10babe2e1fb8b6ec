/** The job of a midnight with its real adapters on the embedded DynamoDB, and each of their requests counted. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { type ActDecrees, actDecrees } from "#shared/decree/act-decrees.ts";
import type { Decree } from "#shared/decree/decree.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import { aDecree } from "../../test/support/decree-table-contract.ts";
import { FakeClock } from "../../test/support/fake-clock.ts";
import { newTable } from "../../test/support/tables-of-the-app.ts";
import { itemsOf, putAll } from "../officer/crowd.ts";
import { decreeOf, peopleOf } from "./people.ts";

/** @returns how many requests one run sends that lets so many decrees act. @throws Error when it does not */
export async function requestsOf(size: number): Promise<number> {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
  ]);
  try {
    const dynamodb = new DynamoDBClient(cloud.client);
    const job = await jobWith(dynamodb, peopleOf(size));
    let requests = 0;
    dynamodb.middlewareStack.add(
      (next) => (args) => {
        requests += 1;
        return next(args);
      },
      { step: "initialize" },
    );
    const { acted } = await actDecrees(job);
    if (acted !== size) throw new Error(`Of ${size} decrees ${acted} have acted.`);
    return requests;
  } finally {
    await cloud.stop();
  }
}

/** Tables with these people, of whom each has one decree that waits. */
async function jobWith(dynamodb: DynamoDBClient, people: readonly Employee[]): Promise<ActDecrees> {
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = (noun: string) => newTable(dynamodb, noun);
  const [employees, waiting] = [await table("employee-table"), await table("contact-change-table")];
  const audit = new AuditTable(db, await table("audit-table"));
  const decrees = new DecreeTable(db, waiting);
  const items = people.map((person) => itemOf(decrees, decreeOf(person)));
  await putAll(db, employees, people.flatMap(itemsOf));
  await putAll(db, waiting, items);
  const changes = new OpenChangeTable(db, await table("open-change-table"));
  return {
    decrees,
    employees: new WritableEmployeeTable(db, employees, { audit, changes }),
    roles: new RoleTable(db, await table("role-table")),
    accountHistory: new AccountHistory(audit),
    clock: new FakeClock(aDecree.actsAt),
  };
}

/** As a decision writes it. */
function itemOf(decrees: DecreeTable, decree: Decree): Record<string, unknown> {
  const { Put } = decrees.adding(decree).write;
  if (!Put?.Item) throw new Error("A decree that is added is put.");
  return Put.Item;
}
