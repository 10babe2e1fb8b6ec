/** What runs by the clock, on the whole product: each job in its own role, by its own schedule. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { cardStatus } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Cloud } from "../../local/cloud.ts";
import { startDemoCloud } from "../../local/start/demo-cloud.ts";
import { logLines } from "./support/behind-the-pages.ts";
import { productOfAll } from "./support/product.ts";

const siti = "emp_demo01";
/** PPPK. */
const made = "emp_demo02";

let directory: string;
let cloud: Cloud;
let db: DynamoDBDocumentClient;
let settings: Readonly<Record<string, string>>;
let employees: WritableEmployeeTable;
let seen: number;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kartu-jobs-"));
  const assembly = await productOfAll();
  cloud = await startDemoCloud({ directory, assembly, log: () => undefined });
  await cloud.settle({ timeoutSeconds: 60 });
  settings = cloud.parts.functions.settings();
  db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const history = new AuditTable(db, settings.AUDIT_TABLE ?? "");
  employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", history);
});
afterAll(async () => {
  await cloud?.stop();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  seen = logLines(cloud).length;
});

/** What a job has logged since the test began. */
const outcomes = (job: string): string[] =>
  logLines(cloud)
    .slice(seen)
    .filter((line) => line.includes(`"job.${job}"`));

test("a card whose pointer is lost is drawn again within five minutes, by the reconciler's asking", async () => {
  const cards = new CardTable(db, settings.CARD_TABLE ?? "");
  const before = await cards.find(siti);
  await db.send(new DeleteCommand({ TableName: settings.CARD_TABLE, Key: { id: `card#${siti}` } }));
  expect(await cards.find(siti)).toBeUndefined();

  cloud.clock.advance(5 * 60_000);
  await cloud.settle();

  expect(outcomes("reconcile").join()).toContain('"redraws":1');
  expect((await cards.find(siti))?.contentHash).toBe(before?.contentHash);
});

test("the night after a contract's last day the calendar writes into the history that it is over", async () => {
  const employee = await employees.find(made);
  if (!employee) throw new Error("The demo has no Made.");
  const at = cloud.clock.now();
  const change = { contractEnd: jakartaDay(at) };
  const told = { at, actor: { role: "import" }, action: "changed" } as const;
  const revision = revise(employee, change, told);
  if (!revision) throw new Error("The contract ended today before.");
  await employees.save(revision);
  await cloud.settle();

  cloud.clock.advance(24 * 3_600_000);
  await cloud.settle();

  const after = await employees.find(made);
  if (!after) throw new Error("Made's record is gone.");
  expect(outcomes("contract-ends").join()).toContain('"told":1');
  expect(cardStatus(after, cloud.clock.now())).toBe("ended");
  expect([after.revision, after.kedudukanHukum]).toEqual([
    revision.after.revision + 1,
    employee.kedudukanHukum,
  ]);
});

test("no job was refused a right, and nothing was set aside", () => {
  const refused = logLines(cloud).filter((line) => /AccessDenied|not authorized/.test(line));

  expect(refused).toEqual([]);
  expect(cloud.deadLetters()).toEqual({});
});
