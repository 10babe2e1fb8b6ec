/** Two agencies of made-up people in the same tables: one small, one a hundred times as large, alike in all shares. */
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Employee, savedDay } from "#shared/employee/employee.ts";
import { nameKey, toItem } from "#shared/employee/employee-item.ts";
import { linesBeside } from "#shared/employee/name-lines.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { anEmployee } from "../../test/support/builders.ts";

/** Everything is of this instant. */
export const now = new Date("2026-11-27T03:00:00.000Z");
/** How many people have what is rare, in each agency. */
export const rare = 40;
/** People of one unit. */
const inUnit = 50;

const words = Array.from({ length: 200 }, (_, i) => {
  const letters = "abcdefghijklmnoprstu";
  return `${letters[i % 20]}${"aiueo"[Math.floor(i / 20) % 5]}${letters[(i * 7) % 20]}ar`;
});
const word = (i: number) => words[i % words.length] ?? "";

export function peopleOf(instansiId: string, size: number): Employee[] {
  return Array.from({ length: size }, (_, i) => {
    const isRare = i % (size / rare) === 7;
    const isPppk = i % 5 < 2;
    const name = `${word(i * 13)} ${word(Math.floor(i / 3))} ${isRare ? "langka" : word(i * 31 + 7)}`;
    return anEmployee({
      id: `emp_${instansiId.slice(4)}x${i}`,
      ...{ instansiId, name, gelarBelakang: undefined },
      email: `${instansiId}.${i}@contoh.example`,
      kind: isPppk ? "PPPK" : "PNS",
      kedudukanHukum: statusOf(i, isPppk, i % (size / rare) === 8),
      contractEnd: isPppk ? (i % 10 === 0 ? "2027-01-31" : "2029-01-31") : undefined,
      photoId: i % 10 === 5 ? undefined : "pho_bench",
      unitKerja: `Unit ${Math.floor(i / inUnit)}`,
      updatedAt: "2026-11-01T03:00:00.000Z",
    });
  });
}

/** A tenth has left, and the rare ones wait for their waiting money. */
function statusOf(i: number, isPppk: boolean, isSuspended: boolean): string {
  if (isSuspended) return "04";
  if (i % 10 === 9) return "77";
  return isPppk ? "71" : "01";
}

/** Six of ten have not activated their accounts; of the others the rare ones are frozen. */
export function accountOf({ id, instansiId }: Employee, i: number, size: number) {
  const isFrozen = i % (size / rare) === 8;
  const list = isFrozen ? "frozen" : i % 10 < 6 ? "not-activated" : undefined;
  return {
    employeeId: id,
    ...{ instansiId, state: list === "not-activated" ? list : "ready" },
    ...(list && { listed: `${instansiId}#${list}`, listedSince: now.toISOString() }),
  };
}

/** Records with their lines, as saves would write them. */
export function itemsOf(employee: Employee): Record<string, unknown>[] {
  const lines = [...linesBeside(employee, savedDay(employee))];
  return [
    toItem(employee, { cardChanged: false, holderTold: false }),
    ...lines.map(([name, line]) => ({ id: nameKey(employee.id, name), type: "name", ...line })),
  ];
}

/** BatchWriteItem's most. */
const mostInBatch = 25;

export async function putAll(
  db: DynamoDBDocumentClient,
  table: string,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(items.length / mostInBatch) }, (_, i) => i);
  await sideBySide(starts, async (i) => {
    const some = items.slice(i * mostInBatch, (i + 1) * mostInBatch);
    const RequestItems = { [table]: some.map((Item) => ({ PutRequest: { Item } })) };
    await db.send(new BatchWriteCommand({ RequestItems }));
  });
}
