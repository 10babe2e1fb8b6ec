/** Changes of cards, written as saves and the renderer write them, but many at once. */
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { BatchWriteCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { contentHash } from "#shared/card/content-hash.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { PhotoName } from "#shared/photo/photo-digest.ts";
import { incomingKey } from "#shared/photo/photo-keys.ts";
import { newId } from "#shared/runtime/ids.ts";
import { aNip, anEmployee } from "../../test/support/builders.ts";
import { itemByDay } from "./changes-by-day.ts";
import type { World } from "./world.ts";

/** DynamoDB's limits. */
const mostInBatch = 25;
const mostInTransaction = 100;

export interface Some {
  /** The number of the first one. */
  readonly first: number;
  readonly count: number;
  /** Of number 0, and a millisecond later for each next one: they came in one import. */
  readonly changedAt: Date;
}

export function peopleFrom({ first, count, changedAt }: Some): Employee[] {
  return Array.from({ length: count }, (_, i) => {
    const number = first + i;
    const year = 1970 + (Math.floor(number / 999) % 30);
    const order = String((number % 999) + 1).padStart(3, "0");
    return anEmployee({
      id: `emp_bench${number}`,
      nip: aNip(`${year}0212201001${(number % 2) + 1}${order}`),
      name: `Pemegang Kartu Nomor ${number}`,
      email: `pemegang${number}@contoh.example`,
      photoId: `pho_bench${number}`,
      cardChangedAt: new Date(changedAt.getTime() + number).toISOString(),
    });
  });
}

/** Changes were saved and their cards drawn: each was opened and closed. */
export async function drawn(world: World, people: readonly Employee[]): Promise<void> {
  await open(world, people);
  await close(world, people);
}

/** What the walk reads, and the reconciler no more: the records, and pointers that show them. */
export async function storeForWalk(world: World, people: readonly Employee[]): Promise<void> {
  await putAll(world, world.tables.changesByDay, people.map(itemByDay));
  const pointers = people.map((employee, i) => ({
    id: `card#${employee.id}`,
    serial: `A2010${String(i + 1).padStart(7, "0")}`,
    issuedOn: "2026-01-02",
    revision: employee.revision,
    contentHash: contentHash(employee),
    templateVersion: "t0-00000000",
  }));
  await putAll(world, world.tables.cards, pointers);
}

/** Does the work while their cards are not drawn, and so many of their uploads not validated. Nobody takes the messages. */
export async function withSomeOpen<T>(
  world: World,
  people: readonly Employee[],
  { uploads, work }: { readonly uploads: number; readonly work: () => Promise<T> },
): Promise<T> {
  await open(world, people);
  const names = await upload(world, people.slice(0, uploads));
  const result = await work();
  for (const name of names) await world.uploads.deleteIncoming(name);
  await close(world, people);
  await world.emptyQueues();
  return result;
}

async function open({ db, changes }: World, people: readonly Employee[]): Promise<void> {
  for (const some of parts(people, mostInTransaction))
    await db.send(
      new TransactWriteCommand({ TransactItems: some.map((each) => changes.open(each)) }),
    );
}

async function close({ db, tables }: World, people: readonly Employee[]): Promise<void> {
  for (const some of parts(people, mostInBatch)) {
    const closed = some.map(({ id }) => ({ DeleteRequest: { Key: { id } } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [tables.changes]: closed } }));
  }
}

/** An outcome is expected once: each upload has a name of its own. */
async function upload(
  { outcomes, s3, bucket }: World,
  people: readonly Employee[],
): Promise<PhotoName[]> {
  const names: PhotoName[] = people.map(({ id }) => ({
    employeeId: id,
    photoId: newId("pho"),
  }));
  for (const name of names) {
    const requestedAt = new Date().toISOString();
    await outcomes.expect({ id: name.photoId, employeeId: name.employeeId, requestedAt });
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: incomingKey(name), Body: "a PNG" }));
  }
  return names;
}

async function putAll(
  { db }: World,
  table: string,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  for (const some of parts(items, mostInBatch))
    await db.send(
      new BatchWriteCommand({
        RequestItems: { [table]: some.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
}

function parts<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, i) => all.slice(i * most, (i + 1) * most));
}
