import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import type { Cloud } from "../local/cloud/cloud.ts";
import { type DemoCloud, startDemoCloud } from "../local/start/demo-cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import { aNip, anEmployee } from "../test/support/builders.ts";
import type { Bench } from "./bench.ts";
import { rounded } from "./measure.ts";

/** The burst that once lost seventy notices. */
const notices = 1802;
const mostInBatch = 25;
const atOnce = 8;

export const mails: Bench = {
  about: `on the embedded cloud: ${notices} notices at once against SES's 14 mails a second; calls of SES, its refusals, notices lost. The ratio is 1 when none is`,
  rounds: 1,
  async measure({ rounds }) {
    const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    const assembly = await buildProduct(directory);
    const cloud = await startDemoCloud({ directory: join(directory, "cloud"), assembly });
    try {
      await cloud.waitUntilIdle({ timeoutSeconds: 120 });
      const figures = await burst(cloud, notices * rounds);
      return {
        ratios: { "notices told": rounded(1 - figures.lost / (notices * rounds)) },
        figures,
      };
    } finally {
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

async function burst(cloud: DemoCloud, count: number) {
  const settings = cloud.services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const people = Array.from({ length: count }, (_, i) => person(i));
  await addAll(db, settings.EMPLOYEE_TABLE ?? "", people);
  const audit = new AuditTable(db, settings.AUDIT_TABLE ?? "");
  const employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", {
    audit,
    changes: new OpenChangeTable(db, settings.OPEN_CHANGE_TABLE ?? ""),
  });
  const calls = countCalls(cloud);
  const before = cloud.mails().length;
  const startedAt = performance.now();
  for (let at = 0; at < count; at += atOnce)
    await Promise.all(people.slice(at, at + atOnce).map((each) => promote(cloud, employees, each)));
  const savedAt = performance.now();
  await sent(cloud, before + count);
  const sentAt = performance.now();
  const inboxes = new NotificationTable(db, settings.NOTIFICATION_TABLE ?? "");
  let told = 0;
  for (const { id } of people) told += (await inboxes.list(id)).length;
  const mailed = new Set(cloud.mails().flatMap(({ to }) => to));
  return {
    notices: count,
    "saves, s": rounded((savedAt - startedAt) / 1000),
    "until the last mail, s": rounded((sentAt - startedAt) / 1000),
    "calls of SES": calls.sent,
    "refused by SES": calls.refused,
    "inbox items": told,
    mails: cloud.mails().length - before,
    "dead letters": Object.values(cloud.deadLetters()).reduce((sum, each) => sum + each, 0),
    lost: people.filter(({ email }) => !mailed.has(email ?? "")).length + (count - told),
  };
}

function person(i: number): Employee {
  const number = String(i).padStart(5, "0");
  return anEmployee({
    // No card is drawn for them.
    photoId: undefined,
    id: `emp_bench${number}`,
    nip: aNip(
      `19850212201${String(Math.floor(i / 999))}011${String((i % 999) + 1).padStart(3, "0")}`,
    ),
    email: `orang${number}@contoh.example`,
  });
}

/** As an import writes them: nobody is told. */
async function addAll(
  db: DynamoDBDocumentClient,
  table: string,
  people: readonly Employee[],
): Promise<void> {
  for (let at = 0; at < people.length; at += mostInBatch) {
    const items = people.slice(at, at + mostInBatch).map((each) => ({
      PutRequest: { Item: toItem(each, { cardChanged: false, holderTold: false }) },
    }));
    await db.send(new BatchWriteCommand({ RequestItems: { [table]: items } }));
  }
}

async function promote(
  { clock }: Pick<Cloud, "clock">,
  employees: WritableEmployeeTable,
  employee: Employee,
): Promise<void> {
  const told = { at: clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const next = revise(employee, { golongan: "III/b" }, told);
  if (next) await employees.save(next);
}

function countCalls({ services: { ses } }: Pick<Cloud, "services">) {
  const calls = { sent: 0, refused: 0 };
  const handle = ses.handle.bind(ses);
  ses.handle = async (request, response) => {
    const isMail = request.url?.includes("outbound-emails") ?? false;
    if (isMail) calls.sent += 1;
    await handle(request, response);
    if (isMail && response.statusCode >= 400) calls.refused += 1;
  };
  return calls;
}

/** Waits until so many mails are there, or none has come for a minute. */
async function sent(cloud: Pick<Cloud, "mails">, count: number): Promise<void> {
  let last = { mails: 0, at: performance.now() };
  while (last.mails < count && performance.now() - last.at < 60_000) {
    await sleep(500);
    const mails = cloud.mails().length;
    if (mails > last.mails) last = { mails, at: performance.now() };
  }
}
