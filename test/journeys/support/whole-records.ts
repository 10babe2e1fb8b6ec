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
 * each of those has its record.
 * @param others ids of who was there before
 */
export async function wholeRecords(
  cloud: Cloud,
  instansiId: string,
  others: ReadonlySet<string>,
): Promise<readonly Employee[]> {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const settings = cloud.services.functions.settings();
  const all = async <T>(table: string, schema: z.ZodType<T>, isIt: (item: T) => boolean) => {
    const pages = await Array.fromAsync(
      paginateScan({ client: db }, { TableName: settings[table] ?? "" }),
    );
    const items = pages.flatMap(({ Items = [] }) => Items);
    return items.flatMap((item) => {
      const read = schema.safeParse(item);
      return read.success && isIt(read.data) ? [read.data] : [];
    });
  };
  const isNew = (id: string) => id.startsWith("emp_") && !others.has(id);
  const records = await all("EMPLOYEE_TABLE", employeeSchema, ({ id }) => isNew(id));
  const accounts = await all("ACCOUNT_TABLE", account, ({ employeeId }) => isNew(employeeId));
  const markers = await all("MARKER_TABLE", marker, ({ employeeId }) => isNew(employeeId));
  const lines = await all("AUDIT_TABLE", line, ({ subjectId }) => isNew(subjectId));

  expect(records.filter((each) => each.instansiId !== instansiId)).toEqual([]);
  const told = (id: string, more: string) => `${id} ${more}`;
  const ids = records.map(({ id }) => id);
  expect(accounts.map(({ employeeId }) => employeeId).sort()).toEqual(ids.toSorted());
  expect(markers.map(({ id, employeeId }) => told(employeeId, id)).sort()).toEqual(
    records
      .flatMap(({ id, nip, email }) => [
        told(id, `nip#${nip}`),
        ...(email ? [told(id, `email#${email.toLowerCase()}`)] : []),
      ])
      .sort(),
  );
  expect(lines.map(({ subjectId, action }) => told(subjectId, action)).sort()).toEqual(
    ids.map((id) => told(id, "registered")).sort(),
  );
  return records;
}
