/** Values of the history that are erased with a leaver's data: it still proves itself, and the same done to anybody else is named (decision 0058). */
import { GetCommand, PutCommand, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { approvalSubject, lineOf } from "#shared/access/ask-approval.ts";
import { ErasableEntriesTable } from "#shared/audit/erasable-entries-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { type ErasedPart, eraseLeavers } from "#shared/erasure/erase-leavers.ts";
import { PersonHistory } from "#shared/erasure/person-history.ts";
import { PersonIndexedTable } from "#shared/erasure/person-indexed-table.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { anApproval } from "../../support/approval-table-contract.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import {
  historyCloudForThisFile,
  type SealedHistory,
  sealedLives,
} from "../../support/sealed-history.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

const of = historyCloudForThisFile();
const id = "emp_siti";
const account = "account#emp_siti";
const approval = anApproval();

let history: SealedHistory;
let approvals: string;

async function saved(change: Partial<Pick<Employee, "kedudukanHukum" | "phone">>) {
  const before = await history.employees.find(id);
  if (!before) throw new Error("The record is gone.");
  const actor = { role: "officer", id: "emp_budi" } as const;
  const told = { at: history.clock.now(), actor, action: "changed", reason: "SK 88/2026" } as const;
  const next = revise(before, change, told);
  if (next) await history.employees.save(next);
}

beforeEach(async () => {
  history = await sealedLives(of.here);
  approvals = await newTable(of.here.dynamodb, "approval-table");
  const line = lineOf(approval, { revision: 1, by: "emp_oka", at: approval.askedAt });
  const entry = { ...line, action: "approval-asked", reason: "SK 7/2026", changes: [] } as const;
  const table = new ApprovalTable(of.here.db, approvals, history.audit);
  await table.add(approval, [entry]);
  await table.add(
    { ...approval, id: `apr_${"9".repeat(26)}`, subject: { ...approval.subject, id: "emp_oka" } },
    [],
  );
  await history.audit.add(
    anEntry({ subjectId: account, revision: 8, changes: [], origin: { region: "Jawa Peramban" } }),
  );
  await saved({ kedudukanHukum: "99" });
  history.clock.advance({ hours: 24 * 365 * 11 });
  await history.seal();
});

const erasable = () => new ErasableEntriesTable(of.here.db, history.names.AuditTable);

/** The night's work. @param last comes after the history's values, and can be killed */
async function erase(...last: readonly ErasedPart[]): Promise<number> {
  const entries = erasable();
  return await eraseLeavers({
    ...{ employees: history.employees, clock: history.clock, erasureYears: 10 },
    agencies: new AgenciesInMemory(anAgency()),
    users: { deleteUser: async () => {} },
    parts: [
      new PersonIndexedTable(of.here.db, approvals, {
        first: ({ id }) => entries.eraseValues(`approval#${id}`),
      }),
      new PersonHistory(entries),
      ...last,
    ],
  });
}

async function verified(about?: string) {
  history.clock.advance({ hours: 1 });
  await history.seal();
  return await history.verify(about);
}

async function entriesOf(subjectId: string) {
  const { Items = [] } = await of.here.db.send(
    new QueryCommand({
      TableName: history.names.AuditTable,
      KeyConditionExpression: "subjectId = :subject",
      ExpressionAttributeValues: { ":subject": subjectId },
      ConsistentRead: true,
    }),
  );
  return Items;
}

test("a leaver's values go, and the history is as whole as before: who did what and when stands in it", async () => {
  expect([await erase(), await erase()]).toEqual([1, 0]);

  const subjects = [id, account, approvalSubject(approval.id)];
  const left = (await Promise.all(subjects.map(entriesOf))).flat();
  expect(left).toHaveLength(8 + 2 + 1);
  expect(JSON.stringify(left)).not.toMatch(/III\/|SK \d|Peramban|salt"/);
  const { faults, counts } = await verified();
  expect(faults).toEqual([]);
  expect(counts.erased).toBeGreaterThan(8);
  expect((await verified(id)).faults).toEqual([]);
  const { items } = await history.audit.history({ subjectId: id, limit: 9 });
  expect(items.slice(0, 2).map(({ action }) => action)).toEqual(["record-erased", "erasure-begun"]);
  expect(items[5]).toMatchObject({
    erased: ["reason", "changes"],
    changes: [{ field: "golongan" }],
  });
  expect(items[0]).not.toHaveProperty("erased");
});

test("approvals about the leaver go, and another's stay", async () => {
  await erase();

  const { Items = [] } = await of.here.db.send(new ScanCommand({ TableName: approvals }));
  expect(Items.map(({ subject }) => subject.id)).toEqual(["emp_oka"]);
});

test("a run that is killed in between leaves a history without a fault, and the next one ends it", async () => {
  const killed = { erase: () => Promise.reject(new Error("killed")) };
  await expect(erase(killed)).rejects.toThrow("killed");
  const { faults, counts } = await verified();
  expect(faults).toEqual([]);
  expect(counts.erased).toBeGreaterThan(8);

  expect(await erase()).toBe(1);
  expect((await verified()).faults).toEqual([]);
  const told = (await entriesOf(id)).filter(({ action }) => action === "erasure-begun");
  expect(told).toHaveLength(1);
});

test("what was saved after the beginning is told by a beginning of its own", async () => {
  const killed = { erase: () => Promise.reject(new Error("killed")) };
  await expect(erase(killed)).rejects.toThrow("killed");
  history.clock.advance({ hours: 1 });
  await saved({ phone: "0812 9999 0000" });

  expect(await erase()).toBe(1);
  expect(JSON.stringify(await entriesOf(id))).not.toContain("0812 9999");
  expect((await verified()).faults).toEqual([]);
});

test.each([
  ["of a record", "emp_oka", 1],
  ["of an account", account, 7],
])(
  "values of a history, %s, that are gone without it are named",
  async (_, subjectId, revision) => {
    await history.audit.add(anEntry({ subjectId: "account#emp_oka", revision: 9, changes: [] }));
    await erasable().eraseValues(subjectId);

    const { faults } = await verified();
    expect(faults).toContainEqual({ code: "value-erased", subjectId, revision });
  },
);

test("values of somebody who came back after an erasure are named when they go", async () => {
  await erase();
  await saved({ kedudukanHukum: "01" });
  history.clock.advance({ hours: 1 });
  await history.audit.add(
    anEntry({ subjectId: account, revision: 10, changes: [], origin: { region: "Jawa" } }),
  );
  await erasable().eraseValues(id);
  await erasable().eraseValues(account);

  const { faults } = await verified();
  expect(faults).toContainEqual({ code: "value-erased", subjectId: id, revision: 9 });
  expect(faults).toContainEqual({ code: "value-erased", subjectId: account, revision: 10 });
});

test("erased values that are invented anew are named, and an entry without a proof loses nothing", async () => {
  await erase();
  const [TableName, Key] = [history.names.AuditTable, { subjectId: id, revision: 3 }];
  const { Item } = await of.here.db.send(new GetCommand({ TableName, Key }));
  await of.here.db.send(new PutCommand({ TableName, Item: { ...Item, reason: "SK 1/2026" } }));
  expect((await verified()).faults[0]).toEqual({ code: "value-altered", ...Key });

  const old = { ...anEntry({ subjectId: "roles#emp_siti", revision: 1 }) };
  await of.here.db.send(new PutCommand({ TableName, Item: old }));
  await erasable().eraseValues("roles#emp_siti");
  expect(await entriesOf("roles#emp_siti")).toMatchObject([{ reason: old.reason }]);
});
