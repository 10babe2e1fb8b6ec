/** What an officer's search works on: the real adapters on the embedded DynamoDB, and what their reads take. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { AccountTable } from "#shared/account/account-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { SearchEmployees } from "#shared/employee/search-employees.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import { newTable } from "../../test/support/tables-of-the-app.ts";
import { accountOf, itemsOf, now, peopleOf, putAll } from "./crowd.ts";

/** So many people at once, so that their items fit into memory. */
const mostAtOnce = 2_000;

export interface Agency {
  readonly instansiId: string;
  readonly people: readonly Employee[];
}

export interface Reads {
  readonly units: number;
  readonly requests: number;
}

export async function startWorld(sizes: readonly number[]) {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
  ]);
  // With the retries of every client of the product: in a quarter of an hour an idle connection may be closed as it is used.
  const dynamodb = new DynamoDBClient({ ...cloud.client, maxAttempts: 3 });
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const tables = {
    employees: await newTable(dynamodb, "employee-table"),
    accounts: await newTable(dynamodb, "account-table"),
  };
  const agencies: Agency[] = [];
  for (const size of sizes) {
    const people = peopleOf(`ins_of${size}`, size);
    for (let start = 0; start < size; start += mostAtOnce) {
      const some = people.slice(start, start + mostAtOnce);
      await putAll(db, tables.employees, some.flatMap(itemsOf));
      await putAll(
        db,
        tables.accounts,
        some.map((each, i) => accountOf(each, start + i, size)),
      );
    }
    agencies.push({ instansiId: `ins_of${size}`, people });
  }
  const count = countReads(dynamodb);
  const api: SearchEmployees = {
    employees: new EmployeeTable(db, tables.employees),
    accountRecords: new AccountTable(db, tables.accounts),
    clock: { now: () => now },
  };
  return { agencies, api, count, stop: () => cloud.stop() };
}

const consumed = z.object({ CapacityUnits: z.number() });
const measured = z.looseObject({
  output: z.looseObject({ ConsumedCapacity: z.union([consumed, z.array(consumed)]) }),
});

/**
 * What is not there costs the smallest read too («DynamoDB read and write operations», Developer Guide); the embedded cloud says 0 of
 * a query that finds nothing.
 */
const leastUnits = 0.5;

function countReads(dynamodb: DynamoDBClient): { take(): Reads } {
  let units = 0;
  let requests = 0;
  dynamodb.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const result = await next(args);
      const { ConsumedCapacity } = measured.parse(result).output;
      const all = [ConsumedCapacity].flat();
      requests++;
      units += Math.max(
        leastUnits,
        all.reduce((sum, each) => sum + each.CapacityUnits, 0),
      );
      return result;
    },
    { step: "initialize" },
  );
  return {
    take() {
      const taken = { units, requests };
      [units, requests] = [0, 0];
      return taken;
    },
  };
}
