/** The tables of records, cards, photos and inboxes on the embedded cloud, with the keys that infra/ gives them. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { accountSubject } from "#shared/account/account-event.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { ReminderTable } from "#shared/account/reminder-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { BulkListTable } from "#shared/bulk-change/bulk-list-table.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { AgencyPeopleTable } from "#shared/employee/agency-people-table.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import type { SearchQuery } from "#shared/employee/employees.ts";
import { linesBeside } from "#shared/employee/name-lines.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { joinRecords } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { TransferTable } from "#shared/transfer/transfer-table.ts";
import { accountRestartContract } from "../../support/account-restart-contract.ts";
import { accountTableContract } from "../../support/account-table-contract.ts";
import { agencyPeopleContract } from "../../support/agency-people-contract.ts";
import { agencyTableContract } from "../../support/agency-table-contract.ts";
import { anEntry, auditTableContract } from "../../support/audit-table-contract.ts";
import { backfillTableContract } from "../../support/backfill-table-contract.ts";
import { boardTableContract } from "../../support/board-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { bulkListTableContract } from "../../support/bulk-list-table-contract.ts";
import { bulkTableContract } from "../../support/bulk-table-contract.ts";
import { cardTableContract } from "../../support/card-table-contract.ts";
import { decreeTableContract } from "../../support/decree-table-contract.ts";
import { employeeTableContract } from "../../support/employee-table-contract.ts";
import { exportTableContract } from "../../support/export-table-contract.ts";
import { notificationTableContract } from "../../support/notification-table-contract.ts";
import { openChangeTableContract } from "../../support/open-change-table-contract.ts";
import { photoTableContract } from "../../support/photo-table-contract.ts";
import { reminderTableContract } from "../../support/reminder-table-contract.ts";
import { transferTableContract } from "../../support/transfer-table-contract.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("EmployeeTable", () => {
  employeeTableContract(async () => (await newEmployees(cloud)).employees);

  test("what two records that are joined end is refused when one transaction does not take it", async () => {
    const { employees, tableName } = await newEmployees(cloud);
    const twin = anEmployee({ id: "emp_twin", nip: aNip("199001012015031001") });
    const told = { at: new Date(), actor: { role: "officer" } } as const;
    const joining = joinRecords({ survivor: anEmployee(), joined: twin }, {}, told);
    const write = { Put: { TableName: tableName, Item: { id: "end" } } };
    const ends = Array.from({ length: 90 }, () => ({ write, taken: "decree-over" as const }));

    await expect(employees.join(joining, ...ends)).rejects.toMatchObject({
      code: "join-too-long",
    });
  });
});

describe("AccountTable", () =>
  accountTableContract({
    make: async () => new AccountTable(cloud.db, await cloud.newTable("account-table")),
    write: (step: TransactionStep) => writeTogether(cloud.db, [step]),
  }));
describe("AccountTable, of an account that begins anew", () =>
  accountRestartContract({
    make: async () => new AccountTable(cloud.db, await cloud.newTable("account-table")),
    write: (step: TransactionStep) => writeTogether(cloud.db, [step]),
  }));

describe("ReminderTable", () =>
  reminderTableContract(async () => {
    const accounts = new AccountTable(cloud.db, await cloud.newTable("account-table"));
    const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    const siti = { id: "emp_siti", instansiId: "ins_contoh" } as const;
    await writeTogether(cloud.db, [accounts.adding(siti, new Date())]);
    return {
      reminders: new ReminderTable(cloud.db, accounts, audit),
      summary: () => accounts.summary(siti.id),
      history: async () =>
        (await audit.history({ subjectId: accountSubject(siti.id), limit: 9 })).items,
    };
  }));

describe("OpenChangeTable", () => openChangeTableContract(() => newEmployees(cloud)));

describe("BoardTable", () =>
  boardTableContract(async () => new BoardTable(cloud.db, await cloud.newTable("agency-table"))));

describe("AgencyPeopleTable", () =>
  agencyPeopleContract(async () => {
    const { employees, tableName } = await newEmployees(cloud);
    return { employees, people: new AgencyPeopleTable(cloud.db, tableName) };
  }));

describe("AgencyTable", () =>
  agencyTableContract(async () => {
    const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    return new WritableAgencyTable(cloud.db, await cloud.newTable("agency-table"), audit);
  }));

describe("CardTable", () =>
  cardTableContract(async () => new CardTable(cloud.db, await cloud.newTable("card-table"))));

describe("BackfillTable", () =>
  backfillTableContract(async () => {
    const name = await cloud.newTable("card-table");
    return { cards: new CardTable(cloud.db, name), backfill: new BackfillTable(cloud.db, name) };
  }));

describe("ExportTable", () =>
  exportTableContract(async () => ({
    exports: new ExportTable(cloud.db, await cloud.newTable("export-table")),
    write: (step: TransactionStep) => writeTogether(cloud.db, [step]),
  })));

describe("DecreeTable", () =>
  decreeTableContract(async () => ({
    decrees: new DecreeTable(cloud.db, await cloud.newTable("contact-change-table")),
    write: (first: TransactionStep, ...more: readonly TransactionStep[]) =>
      writeTogether(cloud.db, [first, ...more]),
  })));

describe("TransferTable", () =>
  transferTableContract(async () => ({
    transfers: new TransferTable(
      cloud.db,
      await cloud.newTable("contact-change-table"),
      new AuditTable(cloud.db, await cloud.newTable("audit-table")),
    ),
    write: (step: TransactionStep) => writeTogether(cloud.db, [step]),
  })));

describe("BulkTable", () =>
  bulkTableContract(async () => ({
    bulks: new BulkTable(cloud.db, await cloud.newTable("bulk-table")),
    write: (step: TransactionStep) => writeTogether(cloud.db, [step]),
  })));
describe("BulkListTable", () =>
  bulkListTableContract(
    async () => new BulkListTable(cloud.db, await cloud.newTable("bulk-table")),
  ));

describe("PhotoTable", () =>
  photoTableContract(async () => new PhotoTable(cloud.db, await cloud.newTable("photo-table"))));

describe("NotificationTable", () =>
  notificationTableContract(
    async () => new NotificationTable(cloud.db, await cloud.newTable("notification-table")),
  ));

describe("AuditTable", () => {
  async function newHistory() {
    const table = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    const tell = async (entry: ReturnType<typeof anEntry>) =>
      void (await cloud.db.send(
        new TransactWriteCommand({ TransactItems: [table.append(entry)] }),
      ));
    return { table, tell };
  }
  auditTableContract(newHistory);

  test("a revision is told of once", async () => {
    const { table, tell } = await newHistory();
    await tell(anEntry());

    await expect(tell(anEntry({ reason: "other" }))).rejects.toThrow();
    expect(await table.history({ subjectId: "emp_siti", limit: 9 })).toEqual({
      items: [anEntry()],
    });
  });
});

describe("a search", () => {
  /** Records of one agency, every hundredth ended; written with their lines as a save would. */
  async function crowd(size: number) {
    const tableName = await cloud.newTable("employee-table");
    const asked: string[] = [];
    const counting = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    counting.middlewareStack.add((next, { commandName }) => async (args) => {
      asked.push(String(commandName));
      return await next(args);
    });
    const employees = new WritableEmployeeTable(counting, tableName, {
      audit: new AuditTable(cloud.db, "none"),
      changes: new OpenChangeTable(cloud.db, "none"),
    });
    const items = Array.from({ length: size }, (_, i) => {
      const employee = anEmployee({
        id: `emp_${i}`,
        name: `Orang ${String(i).padStart(5, "0")} Contoh`,
        kedudukanHukum: i % 100 === 99 ? "99" : "01",
        unitKerja: i < 5 ? "Unit Kecil" : "Unit Besar",
        photoId: i === 42 ? undefined : "pho_some",
      });
      const lines = [...linesBeside(employee, "2026-11-27")].map(([name, line]) => ({
        id: `name#${employee.id}#${name}`,
        ...line,
      }));
      return [toItem(employee, { cardChanged: false, holderTold: false }), ...lines];
    }).flat();
    for (let at = 0; at < items.length; at += 25) {
      const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
      await cloud.db.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
    }
    return async (query: Partial<SearchQuery>) => {
      asked.length = 0;
      const { instansiId } = anEmployee();
      const page = await employees.search({
        instansiId,
        words: [],
        limit: 3,
        fits: () => true,
        ...query,
      });
      return { found: page.items.length, asked: [...asked].sort() };
    };
  }

  const noPhoto = { tag: "no-photo", today: "2026-11-27" } as const;

  test.each<[string, Partial<SearchQuery>, number]>([
    ["everybody", {}, 12],
    ["a rare status", { status: "ended" }, 3],
    ["a kind", { kind: "PNS" }, 4],
    ["a rare status of a kind", { status: "ended", kind: "PNS" }, 1],
    ["a word of all names", { words: ["contoh"] }, 12],
    ["a word of one name", { words: ["00042"] }, 12],
    ["a word of a kind, without a photo", { words: ["00042"], kind: "PNS", tagged: noPhoto }, 4],
    ["a unit", { units: ["Unit Kecil"] }, 1],
    ["a word within a unit", { units: ["Unit Kecil"], words: ["contoh"] }, 1],
  ])("for %s asks the same of ten times as many people", async (_, query, queries) => {
    const [few, many] = [await (await crowd(100))(query), await (await crowd(1000))(query)];

    expect(few.asked).toEqual(["BatchGetItemCommand", ...Array(queries).fill("QueryCommand")]);
    expect(many.asked).toEqual(few.asked);
  });
});
