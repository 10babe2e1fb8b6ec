import { expect, test } from "vitest";
import { toEmployee, toItem } from "#shared/employee/employee-item.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();

test("a record is read as it was written", () => {
  expect(toEmployee(toItem(siti, { cardChanged: true, holderTold: true }))).toEqual(siti);
});

test("a record of before a QR could be replaced carries its first", () => {
  const {
    qrGeneration: _,
    schemaVersion: __,
    ...old
  } = toItem(siti, { cardChanged: true, holderTold: true });

  expect(toEmployee(old).qrGeneration).toBe(1);
});

test("an item tells the stream's filter and the indexes what they ask for", () => {
  expect(toItem(siti, { cardChanged: false, holderTold: false })).toMatchObject({
    type: "employee",
    cardChanged: false,
    listedIn: "ins_contoh#active#PNS",
    listedAs: "0siti rahma skom\temp_siti",
  });
});

test.each([
  { id: "nip#198502122010012004" },
  { nip: "198502122010012000" },
  { kind: "Honorer" },
  { photoId: "siti.png" },
  { revision: 1.5 },
  { qrGeneration: 0 },
  { name: undefined },
])("an item with %j is not a record", (change) => {
  expect(() =>
    toEmployee({ ...toItem(siti, { cardChanged: true, holderTold: true }), ...change }),
  ).toThrow();
});
