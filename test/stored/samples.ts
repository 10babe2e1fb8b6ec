/** One sample of everything that lies in a table, written and read through the product's own adapters. */
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { anApproval, anEnd } from "../support/approval-table-contract.ts";
import { anEntry, aReading } from "../support/audit-table-contract.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { aNotification, mailsOf } from "../support/notification-table-contract.ts";
import { aPrint } from "../support/print-table-contract.ts";
import { aGrant } from "../support/roles-in-memory.ts";
import { agencySample, boardSample, calendarSamples } from "./agency-samples.ts";
import { attendanceSamples } from "./attendance-samples.ts";
import { backfillSample } from "./backfill-sample.ts";
import { bulkSamples } from "./bulk-samples.ts";
import { campaignSamples } from "./campaign-samples.ts";
import { decreeSamples } from "./decree-samples.ts";
import { documentSamples } from "./document-samples.ts";
import { exportSamples } from "./export-samples.ts";
import { leaveSamples } from "./leave-samples.ts";
import { letterSamples } from "./letter-samples.ts";
import { mailSamples } from "./mail-samples.ts";
import { photoSamples } from "./photo-samples.ts";
import { postSamples } from "./post-samples.ts";
import { at, now, type Sample } from "./sample.ts";
import { accountSample, sessionSamples } from "./session-samples.ts";
import { signatureSamples } from "./signature-samples.ts";
import type { Tables } from "./tables.ts";
import { transferSamples } from "./transfer-samples.ts";
import { unitSamples } from "./unit-samples.ts";

const nip = aNip();
const employee = anEmployee({
  gelarDepan: "Dr.",
  phone: "0812 0000 0000",
  emailChangedAt: at,
  contractEnd: "2027-12-31",
  photoDigest: "d1",
  smallPhotoDigest: "d2",
  sessionsFrom: at,
  qrGeneration: 2,
  qrPausedAt: at,
  nipOpenUntil: at,
});
const issue = { serial: "A20100000001", issuedOn: "2026-11-21" };
const pointer = {
  revision: 3,
  contentHash: "c3",
  templateVersion: "t1",
  backs: "backs/t1/b1",
  files: ["front-landscape.webp", "back-landscape.webp"],
  checkCode: "7K2Q9MXB",
  shortened: [{ shape: "portrait", field: "jabatan" }],
} as const;

const audit = async (tables: Tables) => new AuditTable(tables.db, await tables.name("audit-table"));
const changes = async (tables: Tables) =>
  new OpenChangeTable(tables.db, await tables.name("open-change-table"));
const employees = async (tables: Tables) =>
  new WritableEmployeeTable(tables.db, await tables.name("employee-table"), {
    audit: await audit(tables),
    changes: await changes(tables),
    markers: new MarkerTable(tables.db, await tables.name("marker-table")),
  });
const cards = async (tables: Tables) => new CardTable(tables.db, await tables.name("card-table"));
const approvals = async (tables: Tables) =>
  new ApprovalTable(tables.db, await tables.name("approval-table"), await audit(tables));
const prints = async (tables: Tables) =>
  new PrintTable(tables.db, await tables.name("print-table"));

const writeRecord = async (tables: Tables) => {
  const table = await employees(tables);
  await table.add(employee, anEntry({ revision: 1 }));
  // The table gave it the head of its history.
  const before = (await table.find(employee.id)) ?? employee;
  const after = { ...before, revision: 2, jabatan: "Arsiparis" };
  const entry = anEntry({ revision: 2 });
  await table.save(
    { seen: 1, before, after, cardChanged: true, entry },
    { id: "request", digest: "d3" },
  );
};
const writeCard = async (tables: Tables) => {
  const table = await cards(tables);
  await table.issue("emp_siti", "A2010", issue.issuedOn);
  await table.point("emp_siti", pointer);
  await table.noteFile("emp_siti", pointer, "landscape-a4.pdf");
  await table.noteView("emp_siti", "landscape");
};

/** By the names that shared/ gives them. */
export const samples: Readonly<Record<string, Sample>> = {
  ...bulkSamples,
  ...unitSamples,
  ...decreeSamples,
  ...campaignSamples,
  ...postSamples,
  ...exportSamples,
  ...documentSamples,
  ...sessionSamples,
  ...signatureSamples,
  ...transferSamples,
  "account-record": accountSample,
  record: {
    table: "employee-table",
    key: /^emp_/,
    write: writeRecord,
    read: async (tables) => (await employees(tables)).find("emp_siti"),
  },
  "record-marker": {
    table: "marker-table",
    key: /^(nip|email)#/,
    write: writeRecord,
    read: async (tables) => (await employees(tables)).idOf(nip),
  },
  "record-request": {
    table: "employee-table",
    key: /^request#/,
    write: writeRecord,
    read: async (tables) => (await employees(tables)).digestOf("request"),
  },
  "open-change": {
    table: "open-change-table",
    key: /^emp_/,
    write: writeRecord,
    read: async (tables) => (await changes(tables)).due(now, 9),
  },
  history: {
    table: "audit-table",
    key: /^emp_/,
    write: async (tables) => {
      const write = (await audit(tables)).append(anEntry());
      await tables.db.send(new TransactWriteCommand({ TransactItems: [write] }));
    },
    read: async (tables) => (await audit(tables)).history({ subjectId: "emp_siti", limit: 9 }),
  },
  reading: {
    table: "audit-table",
    key: /^read#/,
    write: async (tables) => (await audit(tables)).noteReading(aReading()),
    read: async (tables) => (await audit(tables)).readings({ subjectId: "emp_siti", limit: 9 }),
  },
  agency: agencySample,
  "quality-board": boardSample,
  ...calendarSamples,
  ...attendanceSamples,
  roles: {
    table: "role-table",
    key: /^emp_/,
    write: async (tables) => {
      const name = await tables.name("role-table");
      const grants = [aGrant("petugas", { unitKerja: "Bagian Umum", until: "2027-01-31" })];
      const table = new WritableRoleTable(tables.db, name, await audit(tables));
      await table.save({ id: "emp_siti", revision: 1, grants }, anEntry());
    },
    read: async (tables) => {
      const name = await tables.name("role-table");
      return new WritableRoleTable(tables.db, name, await audit(tables)).find("emp_siti");
    },
  },
  approval: {
    table: "approval-table",
    key: /^apr_/,
    write: async (tables) => {
      const table = await approvals(tables);
      await table.add(anApproval(), [anEntry({ subjectId: "approval#1", revision: 1 })]);
      await table.close(anEnd(anApproval(), { state: "refused", reason: "Belum ada SK" }));
    },
    read: async (tables) => {
      const table = await approvals(tables);
      const { id, asker } = anApproval();
      return {
        found: await table.find(id),
        asked: await table.askedBy(asker.id, { limit: 9, fits: () => true }),
      };
    },
  },
  card: {
    table: "card-table",
    key: /^card#/,
    write: writeCard,
    read: async (tables) => (await cards(tables)).find("emp_siti"),
  },
  "card-series": {
    table: "card-table",
    key: /^serial#/,
    write: writeCard,
    read: async (tables) => (await cards(tables)).issue("emp_budi", "A2010", issue.issuedOn),
  },
  "card-token": {
    table: "card-table",
    key: /^token#/,
    write: async (tables) =>
      (await cards(tables)).addToken("h1", { employeeId: "emp_siti", contentHash: "c3", ...issue }),
    read: async (tables) => (await cards(tables)).findToken("h1"),
  },
  backfill: backfillSample,
  ...photoSamples,
  ...{ ...letterSamples, ...leaveSamples, ...mailSamples },
  notification: {
    table: "notification-table",
    key: /^2026/,
    write: async (tables) => {
      const table = new NotificationTable(tables.db, await tables.name("notification-table"));
      await table.add(aNotification());
      await table.settleMail(mailsOf(aNotification()), "refused");
    },
    read: async (tables) => {
      const table = new NotificationTable(tables.db, await tables.name("notification-table"));
      return { told: await table.list("emp_siti"), mail: await table.add(aNotification()) };
    },
  },
  print: {
    table: "print-table",
    key: /^prt_/,
    write: async (tables) => {
      const table = await prints(tables);
      await table.add(aPrint());
      const lackingIds = ["emp_siti"] as const;
      await table.advance(aPrint().id, { state: "drawing", withoutPhoto: 1, lackingIds }, now);
      await table.plan(aPrint(), [{ people: 1, from: "S", to: "S", ids: lackingIds }], now);
    },
    read: async (tables) => {
      const table = await prints(tables);
      const found = (await table.find(aPrint().id)) ?? aPrint();
      const people = await table.peopleOf(found, 0).catch(() => "not planned");
      return { found, people, listed: await table.ofOfficer(found.officerId, now, 9) };
    },
  },
};
