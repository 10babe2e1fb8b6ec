/** Records with all that is written with them, past the pages: an import that writes somebody half would show here. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import * as z from "zod";
import { type Employee, employeeSchema } from "#shared/employee/employee.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";

const account = z.object({ employeeId: z.string() });
const marker = z.object({ id: z.string(), employeeId: z.string() });
const line = z.object({ subjectId: z.string(), action: z.string(), approvedBy: z.string() });

/**
 * Everybody of an agency who was imported, and never changed since. Each record has its account, its markers and its line of history, and
 * each of those has its record. Others may be written meanwhile: the records are read first and last, what belongs to them between.
 * @param others ids of who was there before
 */
export async function wholeRecords(
  cloud: Cloud,
  instansiId: string,
  others: ReadonlySet<string>,
): Promise<readonly Employee[]> {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const settings = cloud.services.functions.settings();
  const isNew = (id: string) => id.startsWith("emp_") && !others.has(id);
  const all = async <T>(table: string, schema: z.ZodType<T>) => {
    const TableName = settings[table] ?? "";
    const pages = await Array.fromAsync(paginateScan({ client: db }, { TableName }));
    return pages
      .flatMap(({ Items = [] }) => Items)
      .flatMap((item) => schema.safeParse(item).data ?? []);
  };
  const readRecords = async () =>
    (await all("EMPLOYEE_TABLE", employeeSchema)).filter(({ id }) => isNew(id));

  const first = await readRecords();
  const found = [
    ...(await all("ACCOUNT_TABLE", account)).map(
      ({ employeeId }) => [employeeId, "account"] as const,
    ),
    ...(await all("MARKER_TABLE", marker)).map(({ employeeId, id }) => [employeeId, id] as const),
    ...(await all("AUDIT_TABLE", line)).map(
      ({ subjectId, action }) => [subjectId, action] as const,
    ),
  ].filter(([id]) => isNew(id));
  const last = await readRecords();

  expect(last.filter((each) => each.instansiId !== instansiId)).toEqual([]);
  const there = new Set(found.map(String));
  expect(first.flatMap(partsOf).filter((part) => !there.has(part))).toEqual([]);
  const wanted = new Set(last.flatMap(partsOf));
  expect([...there].filter((part) => !wanted.has(part))).toEqual([]);
  expect(found.length).toBe(there.size);
  return first;
}

/** What is written with a record, in one transaction. */
function partsOf({ id, nip, email }: Employee): string[] {
  const markers = [`nip#${nip}`, ...(email ? [`email#${email.toLowerCase()}`] : [])];
  return ["account", "registered", ...markers].map((part) => String([id, part]));
}
