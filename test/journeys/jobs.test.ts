/** What runs by the clock, on the whole product: each job in its own role, by its own schedule. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, expect } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { cardStatus, type EmployeeId } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { demoAgencies } from "../../local/demo/agencies.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let siti: EmployeeId;
/** PPPK. */
let made: EmployeeId;
let cloud: Cloud;
let db: DynamoDBDocumentClient;
let settings: Readonly<Record<string, string>>;
let employees: WritableEmployeeTable;
let changes: OpenChangeTable;
let seen: number;

test.beforeAll(async ({ world: given }) => {
  world = given;
  ({ cloud } = world);
  siti = (await world.newcomer({ like: "Siti Contohwati", name: "Siti Jadwalwati" })).id;
  made = (await world.newcomer({ like: "Made Percobaan", name: "Made Penjadwalan" })).id;
  settings = cloud.services.functions.settings();
  db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const history = new AuditTable(db, settings.AUDIT_TABLE ?? "");
  changes = new OpenChangeTable(db, settings.OPEN_CHANGE_TABLE ?? "");
  employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", {
    audit: history,
    changes,
  });
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

/** A record whose change no stream event tells of: what remains when every try of an event has failed. */
async function changeUnheard(id: EmployeeId): Promise<string> {
  const employee = await employees.find(id);
  if (!employee) throw new Error("The demo has no Siti.");
  const told = { at: cloud.clock.now(), actor: { role: "import" }, action: "changed" } as const;
  const revision = revise(employee, { golongan: "III/d" }, told);
  if (!revision) throw new Error("Nothing changed.");
  const item = toItem(revision.after, { cardChanged: false, holderTold: false });
  await db.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: settings.EMPLOYEE_TABLE, Item: item } },
        changes.open(revision.after),
      ],
    }),
  );
  return contentHash(revision.after);
}

test("a change that nobody was told of is drawn within five minutes, by the reconciler's asking, and asked for no more", async () => {
  const cards = new CardTable(db, settings.CARD_TABLE ?? "");
  const wanted = await changeUnheard(siti);
  await cloud.waitUntilIdle();
  expect((await cards.find(siti))?.contentHash).not.toBe(wanted);

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();

  expect(outcomes("reconcile").join()).toContain('"redraws":1');
  expect((await cards.find(siti))?.contentHash).toBe(wanted);
  expect(await changes.due(new Date(cloud.clock.now().getTime() + 86_400_000), 9)).toEqual([]);
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
  expect(outcomes("days").join()).toContain('"told":1');
  expect(cardStatus(after, cloud.clock.now())).toBe("ended");
  expect([after.revision, after.kedudukanHukum]).toEqual([
    revision.after.revision + 1,
    employee.kedudukanHukum,
  ]);
});

test("in the night the data quality of every agency is counted", async () => {
  // What was due while the clock was moved runs at once, at the hour that it is by then: half past one in Jakarta, whenever this test runs.
  const [now, day] = [cloud.clock.now().getTime(), 24 * 3_600_000];
  const night = Math.floor(now / day) * day + 18.5 * 3_600_000;
  cloud.clock.advance(night > now ? night - now : night + day - now);
  await cloud.waitUntilIdle();
  const boards = new BoardTable(db, settings.AGENCY_TABLE ?? "");
  const counted = async () => {
    const boardsOfAll = await Promise.all(demoAgencies.map(({ id }) => boards.find(id)));
    return boardsOfAll.map((board) => board && board.people > 0);
  };

  await expect.poll(counted).toEqual(demoAgencies.map(() => true));
});

test("no job was refused a right, and nothing was set aside", () => {
  const refused = world.logLines().filter((line) => /AccessDenied|not authorized/.test(line));

  expect(refused).toEqual([]);
  expect(cloud.deadLetters()).toEqual({});
});
