/** What runs by the clock, on the whole product: each job in its own role, by its own schedule. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, expect } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { cardStatus, type EmployeeId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let siti: EmployeeId;
/** PPPK. */
let made: EmployeeId;
let cloud: Cloud;
let db: DynamoDBDocumentClient;
let settings: Readonly<Record<string, string>>;
let employees: WritableEmployeeTable;
let seen: number;

test.beforeAll(async ({ world: given }) => {
  world = given;
  ({ cloud } = world);
  siti = (await world.newcomer({ like: "Siti Contohwati", name: "Siti Jadwalwati" })).id;
  made = (await world.newcomer({ like: "Made Percobaan", name: "Made Penjadwalan" })).id;
  settings = cloud.services.functions.settings();
  db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const history = new AuditTable(db, settings.AUDIT_TABLE ?? "");
  employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", history);
});
beforeEach(() => {
  seen = world.logLines().length;
});

/** What a job has logged since the test began. */
const outcomes = (job: string): string[] =>
  world
    .logLines()
    .slice(seen)
    .filter((line) => line.includes(`"job.${job}"`));

test("a card whose pointer is lost is drawn again within five minutes, by the reconciler's asking", async () => {
  const cards = new CardTable(db, settings.CARD_TABLE ?? "");
  const before = await cards.find(siti);
  await db.send(new DeleteCommand({ TableName: settings.CARD_TABLE, Key: { id: `card#${siti}` } }));
  expect(await cards.find(siti)).toBeUndefined();

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();

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
  await cloud.waitUntilIdle();

  cloud.clock.advance(24 * 3_600_000);
  await cloud.waitUntilIdle();

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
  const refused = world.logLines().filter((line) => /AccessDenied|not authorized/.test(line));

  expect(refused).toEqual([]);
  expect(cloud.deadLetters()).toEqual({});
});
