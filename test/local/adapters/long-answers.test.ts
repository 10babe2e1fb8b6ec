/** Lists whose items together are more than DynamoDB has on one page. */
import { beforeAll, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { TransferTable } from "#shared/transfer/transfer-table.ts";
import { anAnnouncement } from "../../support/announcement-table-contract.ts";
import { aDecree } from "../../support/decree-table-contract.ts";
import { anExport } from "../../support/export-table-contract.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aTransfer } from "../../support/transfer-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const now = new Date("2026-11-26T03:00:00.000Z");
const numbers = Array.from({ length: 52 }, (_, i) => String(i).padStart(3, "0"));
/** 25 KB in letters of three bytes: 42 of them are a page. */
const long = "漢".repeat(8_500);

let contactChanges: string;
beforeAll(async () => {
  contactChanges = await cloud.newTable("contact-change-table");
});

test("all announcements that run are read, and a page of them is full", async () => {
  const table = new AnnouncementTable(cloud.db, await cloud.newTable("notification-table"));
  const words = { title: "Aturan", text: long.slice(0, 4000) };
  for (const i of numbers)
    await table.add(anAnnouncement({ key: `2026-11-21#${i}`, words, english: words }));

  const found = await table.running("ins_contoh", "2026-11-21");
  expect(found.map(({ key }) => key.slice(-3))).toEqual(numbers.toReversed());
  expect((await table.list("ins_contoh")).length).toBe(50);
});

test("an officer's exports and prints are listed to the last, without those that are over", async () => {
  const exports = new ExportTable(cloud.db, await cloud.newTable("export-table"));
  const prints = new PrintTable(cloud.db, await cloud.newTable("print-table"));
  for (const i of numbers) {
    const endsAt = i < "004" ? "2026-11-26T02:00:00.000Z" : `2026-11-27T03:00:00.${i}Z`;
    await exports.add(anExport({ id: `exp_${i}`, units: [long], requestedAt: endsAt, endsAt }));
    await prints.add(aPrint({ id: `prt_${i.padStart(26, "0")}`, units: [long], endsAt }));
  }

  expect((await exports.ofOfficer("emp_budi", now, 50)).length).toBe(48);
  expect((await exports.ofOfficer("emp_budi", now, 45)).length).toBe(45);
  expect((await prints.ofOfficer("emp_budi", now, 50)).length).toBe(48);
});

test("decrees of an agency go on behind a page, and so do those of a person", async () => {
  const table = new DecreeTable(cloud.db, contactChanges);
  for (const i of numbers) {
    const each = { ...aDecree, id: `dec_${i}`, reason: long } as const;
    await writeTogether(cloud.db, [table.adding(each)]);
  }

  const first = await table.listed("ins_contoh", { limit: 50 });
  expect([first.items.length, first.next]).toEqual([50, expect.any(String)]);
  const last = await table.listed("ins_contoh", { limit: 50, from: first.next });
  expect([last.items.length, last.next]).toEqual([2, undefined]);
  expect((await table.of("emp_siti")).length).toBe(52);
});

test("everybody is listed whom other agencies released", async () => {
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  const table = new TransferTable(cloud.db, contactChanges, audit);
  for (const i of numbers) {
    const each = { ...aTransfer, employeeId: `emp_${i}`, reason: long } as const;
    await writeTogether(cloud.db, [table.writing(each)]);
  }

  expect((await table.arriving("ins_lain", { now, limit: 51 })).length).toBe(51);
});
