import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { changeNip, type Revision, revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { cancelled, outages } from "../../support/aws-failures.ts";
import { aNip, anEmployee } from "../../support/builders.ts";

const db = DynamoDBDocumentClient.from(new DynamoDBClient(), {
  marshallOptions: { removeUndefinedValues: true },
});
const dynamodb = mockClient(db);
const employees = new WritableEmployeeTable(db, "employees", {
  audit: new AuditTable(db, "audit"),
  changes: new OpenChangeTable(db, "changes"),
  markers: new MarkerTable(db, "markers"),
});
const siti = anEmployee();
const at = new Date("2026-11-21T03:00:00.000Z");

beforeEach(() => {
  dynamodb.reset();
});

/** A save of six writes: record, history, open change, new NIP, old and new e-mail; a request makes it seven. */
function changeOfEverything(): Revision {
  const told = { at, actor: { role: "system" }, action: "changed" } as const;
  const next = changeNip(siti, aNip("198502122010012005"), told);
  return { ...next, after: { ...next.after, email: "rahma@contoh.example" } };
}
const save = () => employees.save(changeOfEverything(), { id: "request-1", digest: "d1" });

const failed = "ConditionalCheckFailed";
const none = "None";
test.each([
  ["the record", [failed, none, none, none, none, none, none], "record-changed"],
  ["the history", [none, failed, none, none, none, none, none], "record-changed"],
  ["the NIP", [none, none, none, failed, none, none, none], "nip-taken"],
  ["the e-mail", [none, none, none, none, none, failed, none], "email-taken"],
  ["the request", [none, none, none, none, none, none, failed], "request-repeated"],
  ["request and record", [failed, failed, none, none, none, none, failed], "request-repeated"],
  ["the record, and others write", [failed, "TransactionConflict"], "record-changed"],
  ["nothing, but others write", [none, "TransactionConflict"], "record-changed"],
])("a save refused for %s says so", async (_, codes, code) => {
  dynamodb.on(TransactWriteCommand).rejects(cancelled(...codes));

  await expect(save()).rejects.toMatchObject({ status: 409, code });
});

test.each<readonly [string, Error]>([
  ["a throttled transaction", cancelled("ThrottlingError")],
  ["a transaction cancelled without a reason", cancelled()],
  ...outages,
])("%s is not taken for a conflict", async (_, outage) => {
  dynamodb.on(TransactWriteCommand).rejects(outage);

  await expect(save()).rejects.toBe(outage);
  await expect(employees.add(siti, anEntry())).rejects.toBe(outage);
});

test.each(outages)("%s is not taken for a record that is not there", async (_, outage) => {
  dynamodb.on(GetCommand).rejects(outage);
  dynamodb.on(QueryCommand).rejects(outage);

  await expect(employees.find(siti.id)).rejects.toBe(outage);
  await expect(employees.findByNip(siti.nip)).rejects.toBe(outage);
  await expect(employees.digestOf("request-1")).rejects.toBe(outage);
  await expect(
    employees.search({ instansiId: siti.instansiId, words: [], limit: 1, fits: () => true }),
  ).rejects.toBe(outage);
  await expect(Array.fromAsync(employees.contractsEndingOn("2026-12-31"))).rejects.toBe(outage);
});

test("what is not a record is not read as one", async () => {
  dynamodb.on(GetCommand).resolves({ Item: { ...siti, nip: "198502122010012000" } });

  await expect(employees.find(siti.id)).rejects.toThrow("nip");
});

test("who has no right on the markers finds nobody by NIP, and changes no NIP and no e-mail", async () => {
  dynamodb.on(TransactWriteCommand).resolves({});
  const limited = new WritableEmployeeTable(db, "employees", {
    audit: new AuditTable(db, "audit"),
    changes: new OpenChangeTable(db, "changes"),
  });
  const keptAs = { at, actor: { role: "system" }, action: "changed" } as const;

  await expect(limited.findByNip(siti.nip)).rejects.toThrow("no right");
  await expect(limited.save(changeOfEverything())).rejects.toThrow("no right");
  await expect(limited.add(siti, anEntry())).rejects.toThrow("no right");
  expect(dynamodb.commandCalls(TransactWriteCommand)).toEqual([]);
  const kept = revise(siti, { jabatan: "Arsiparis" }, keptAs);
  if (kept) await limited.save(kept);
  expect(dynamodb.commandCalls(TransactWriteCommand)).toHaveLength(1);
});

test("a request is remembered for a week", async () => {
  dynamodb.on(TransactWriteCommand).resolves({});
  await save();

  const writes = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems;
  expect(writes?.at(-1)?.Put?.Item).toEqual({
    id: "request#request-1",
    digest: "d1",
    schemaVersion: 2,
    type: "request",
    employeeId: siti.id,
    revision: 2,
    expiresAt: at.getTime() / 1000 + 7 * 86_400,
  });
});
