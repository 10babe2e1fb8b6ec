/** A history that somebody changed behind the product's back: whatever was done to it is named (decision 0046). */
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { prove } from "#shared/audit/entry-proof.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import {
  historyCloudForThisFile,
  type SealedHistory,
  sealedLives,
} from "../../support/sealed-history.ts";

const of = historyCloudForThisFile();
const subjectId = "emp_siti";

let history: SealedHistory;

beforeEach(async () => {
  history = await sealedLives(of.here);
});

const TableName = () => history.names.AuditTable;

async function entryOf(revision: number, subject: string = subjectId) {
  const Key = { subjectId: subject, revision };
  const { Item } = await of.here.db.send(new GetCommand({ TableName: TableName(), Key }));
  return { subjectId: subject, revision, ...Item };
}

async function put(Item: Record<string, unknown>): Promise<void> {
  await of.here.db.send(new PutCommand({ TableName: TableName(), Item }));
}

async function remove(revision: number, subject: string = subjectId): Promise<void> {
  const Key = { subjectId: subject, revision };
  await of.here.db.send(new DeleteCommand({ TableName: TableName(), Key }));
}

async function setHead(revision: number, historyDigest: unknown): Promise<void> {
  await of.here.db.send(
    new UpdateCommand({
      TableName: history.names.EmployeeTable,
      Key: { id: subjectId },
      UpdateExpression: "SET historyDigest = :head, revision = :revision",
      ExpressionAttributeValues: { ":head": historyDigest, ":revision": revision },
    }),
  );
}

/** As somebody who knows how proofs are made. */
function proveAnew(item: Record<string, unknown>) {
  const { digest: _, salted: _salted, ...bare } = item;
  const written = { writtenAt: new Date(String(item.writtenAt)) };
  const previous = typeof item.previous === "string" ? item.previous : undefined;
  return prove({ ...bare, subjectId: String(item.subjectId) }, { ...written, previous });
}

const firstFault = async (about?: string) => (await history.verify(about)).faults[0];

test("a history that nobody touched is whole, and what was looked at is counted", async () => {
  const { faults, counts } = await history.verify();

  expect(faults).toEqual([]);
  expect(counts).toMatchObject({ people: 2, chained: 10, before: 0, erased: 0, sealed: 12 });
  expect(counts).toMatchObject({ seals: 2, to: "2026-11-21T05:00:00.000Z" });
});

describe("an entry", () => {
  test.each([
    ["a value", { changes: [{ field: "golongan", from: "III/b", to: "IV/e" }] }, "value-altered"],
    ["a value that was not there", { reason: undefined, origin: {} }, "value-altered"],
    ["the reason", { reason: "SK 99/2026" }, "value-altered"],
    ["who did it", { actor: { role: "officer", id: "emp_lain" } }, "entry-altered"],
    ["when", { at: "2026-11-01T00:00:00.000Z" }, "entry-altered"],
    ["what was done", { action: "status-changed" }, "entry-altered"],
    [
      "which field",
      { changes: [{ field: "jabatan", from: "III/b", to: "III/a" }] },
      "entry-altered",
    ],
    ["an attribute that it never had", { note: "x" }, "entry-altered"],
    ["its shape", { changes: "none" }, "entry-altered"],
  ])("in which %s was changed is named", async (_, change, code) => {
    await put({ ...(await entryOf(3)), ...change });

    expect(await firstFault()).toEqual({ code, subjectId, revision: 3 });
    expect(await firstFault(subjectId)).toEqual({ code, subjectId, revision: 3 });
  });

  test("that was changed, with a new digest, is named by what the next one knows of it", async () => {
    await put(proveAnew({ ...(await entryOf(3)), action: "status-changed" }));

    expect(await firstFault()).toEqual({ code: "entry-replaced", subjectId, revision: 3 });
  });

  test("that was changed with all that follow, and the record, is named by its seal", async () => {
    let previous: unknown;
    for (const revision of [3, 4, 5]) {
      const item = { ...(await entryOf(revision)), ...(previous ? { previous } : {}) };
      const forged = proveAnew({ ...item, action: "status-changed" });
      await put(forged);
      previous = forged.digest;
    }
    await setHead(5, previous);

    const { faults } = await history.verify();
    expect(faults.map(({ code, revision }) => [code, revision])).toEqual([
      ["entry-replaced", 3],
      ["entry-replaced", 4],
      ["entry-replaced", 5],
    ]);
  });

  test.each([
    ["first", 1],
    ["middle", 3],
    ["last", 5],
  ])("that was the %s one and was deleted is named", async (_, revision) => {
    await remove(revision);

    expect(await firstFault()).toEqual({ code: "entry-missing", subjectId, revision });
    expect(await firstFault(subjectId)).toEqual({ code: "entry-missing", subjectId, revision });
  });

  test("that was the last one, deleted with what the record knows of it, is named by its seal", async () => {
    const { digest } = Object.assign({ digest: "" }, await entryOf(4));
    await remove(5);
    await setHead(4, digest);

    expect(await firstFault()).toEqual({ code: "entry-missing", subjectId, revision: 5 });
  });

  test("that was given another's place is named as reordered", async () => {
    const [second, third] = [await entryOf(2), await entryOf(3)];
    await put({ ...second, revision: 3 });
    await put({ ...third, revision: 2 });

    expect(await firstFault()).toEqual({ code: "entry-reordered", subjectId, revision: 2 });
  });

  test("of an account or a reading is named as well", async () => {
    const account = "account#emp_siti";
    await put({ ...(await entryOf(7, account)), action: "signed-out" });
    const { faults } = await history.verify(subjectId);
    expect(faults).toEqual([{ code: "entry-altered", subjectId: account, revision: 7 }]);
    await remove(7, account);
    expect(await firstFault()).toMatchObject({ code: "entry-missing", subjectId: account });
  });
});

test("a save that does not know the newest entry is refused: it would begin the chain anew", async () => {
  const siti = await history.employees.find(subjectId);
  if (!siti) throw new Error("The record is gone.");
  const { historyDigest: _, ...forgetful } = siti;
  const told = { at: history.clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const next = revise(forgetful, { jabatan: "Arsiparis" }, told);
  if (!next) throw new Error("Nothing changed.");

  await expect(history.employees.save(next)).rejects.toMatchObject({ code: "record-changed" });
  expect((await history.verify()).faults).toEqual([]);
});

describe("what was put in between", () => {
  test("after the newest revision is named", async () => {
    const { revision: _, ...fifth } = await entryOf(5);
    await put({ ...fifth, revision: 6 });

    expect(await firstFault()).toEqual({ code: "entry-inserted", subjectId, revision: 6 });
  });

  test("without a proof is named, and in another history also with one that no seal has", async () => {
    const later = { at: history.clock.now().toISOString(), changes: [] };
    await put({ ...anEntry({ subjectId: "roles#emp_oka", revision: 1, ...later }) });
    const inserted = { code: "entry-inserted", subjectId: "roles#emp_oka", revision: 1 };
    expect(await firstFault()).toEqual(inserted);

    const writtenAt = new Date("2026-11-21T04:10:00.000Z");
    await put(prove({ ...anEntry({ subjectId: "roles#emp_oka", revision: 1 }) }, { writtenAt }));
    history.clock.advance({ hours: 27 });
    expect((await history.verify()).faults).toContainEqual(inserted);
  });

  test("with a time to come, so that it would never be sealed, is named", async () => {
    const item = anEntry({ subjectId: "roles#emp_oka", revision: 1, changes: [] });
    await put(prove({ ...item }, { writtenAt: new Date("2099-01-01T00:00:00.000Z") }));

    expect(await firstFault()).toMatchObject({
      code: "entry-inserted",
      subjectId: "roles#emp_oka",
    });
  });
});
