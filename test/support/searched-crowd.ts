import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { type Employee, savedDay } from "#shared/employee/employee.ts";
import { nameKey, toItem } from "#shared/employee/employee-item.ts";
import { linesBeside } from "#shared/employee/name-lines.ts";
import type { EmployeeKind } from "#shared/employee/nip.ts";
import { anEmployee } from "./builders.ts";

/** Units of the crowd: a tree of three levels, and one that is in no tree. */
export const crowdUnits = ["Dinas A", "Bidang A1", "Bidang A2", "Seksi A2a", "Dinas B", "Unit X"];

/** Few words, so that many people share them, and some begin alike. */
export const crowdWords = ["Ayu", "Ayub", "Budi", "Siti", "Sitiawati", "Rahma", "Wati", "Dewi"];

const kinds: readonly [EmployeeKind, string][] = [
  ["PNS", "01"],
  ["PNS", "04"],
  ["PNS", "99"],
  ["PPPK", "71"],
  ["PPPK-PW", "71"],
];

/** People of one agency with all that is searched for; the same ones for a seed. Saved on 1 November 2026. */
export function someCrowd(count: number, seed: number): Employee[] {
  const people = fc.record({
    words: fc.array(fc.constantFrom(...crowdWords), { minLength: 1, maxLength: 4 }),
    place: fc.constantFrom(...kinds),
    unitKerja: fc.constantFrom(...crowdUnits),
    hasPhoto: fc.boolean(),
    contractEnd: fc.constantFrom(
      ...["2026-11-26", "2026-11-27", "2027-02-25", "2027-02-26", "2028-01-31"],
    ),
    tmt: fc.constantFrom("2020-01-01", "2020-01-01", "2026-12-01"),
  });
  return fc.sample(people, { numRuns: count, seed }).map((drawn, i) => {
    const [kind, kedudukanHukum] = drawn.place;
    return anEmployee({
      id: `emp_${i}`,
      name: drawn.words.join(" "),
      gelarBelakang: undefined,
      email: `${i}@contoh.example`,
      ...{ kind, kedudukanHukum, unitKerja: drawn.unitKerja, tmt: drawn.tmt },
      photoId: drawn.hasPhoto ? `pho_${i}` : undefined,
      contractEnd: kind === "PNS" ? undefined : drawn.contractEnd,
      updatedAt: "2026-11-01T03:00:00.000Z",
    });
  });
}

/** Writes records with their lines as saves would, but many at once. */
export async function storeCrowd(
  db: DynamoDBDocumentClient,
  tableName: string,
  people: readonly Employee[],
): Promise<void> {
  const items = people.flatMap((each) => [
    toItem(each, { cardChanged: false, holderTold: false }),
    ...[...linesBeside(each, savedDay(each))].map(([name, line]) => ({
      id: nameKey(each.id, name),
      ...line,
    })),
  ]);
  for (let at = 0; at < items.length; at += 25) {
    const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
  }
}
