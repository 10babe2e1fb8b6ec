import { beforeEach, expect, test } from "vitest";
import { latestAddress } from "../../../web/src/officer/list-memory.ts";
import {
  addressOf,
  everybody,
  noteLeaving,
  noteShown,
  placeName,
  placeOf,
  takeLeaving,
} from "../../../web/src/officer/list-place.ts";
import { tabMemory } from "../../../web/src/storage.ts";

const rahayu = { ...everybody, q: "Dra. Rahayu", cursors: ["c1"] };
const nameOf = (address: string) => address.replace("/petugas?", "");
const atBegin = "";

beforeEach(() => tabMemory.forget("kartu-list"));

test("a place of the list is found by the number in its address, which says nothing of what was searched for", () => {
  const address = addressOf(rahayu);

  expect(address).toMatch(/^\/petugas\?d=\d+$/);
  expect(placeOf(nameOf(address))).toEqual(rahayu);
});

test("without a number, and with one that this tab does not know, the list begins at its beginning", () => {
  addressOf(rahayu);

  expect([placeOf(atBegin), placeOf("d=77"), placeOf("__proto__")]).toEqual(
    Array(3).fill(everybody),
  );
});

test("the address says what the list is filtered by, also to another tab, and never what was typed", () => {
  const filters = { status: "active", kind: "PPPK", unit: "Dinas A & B", tag: "no-photo" } as const;
  const filtered = { ...everybody, ...filters };
  const address = addressOf(filtered);
  const searched = addressOf({ ...filtered, q: "Rahayu" });

  expect(address).toBe("/petugas?status=active&jenis=PPPK&unit=Dinas+A+%26+B&keadaan=no-photo");
  expect(searched).toBe(`${address}&d=1`);
  expect(placeOf(nameOf(searched))).toEqual({ ...filtered, q: "Rahayu" });
  tabMemory.forget("kartu-list");
  expect(placeOf(nameOf(searched))).toEqual(filtered);
});

test("a place has one name, whatever else its address says", () => {
  const query = { d: "3", keadaan: "frozen", unit: "Dinas A", status: "__proto__", id: "emp_1" };

  expect(placeName(query)).toBe("unit=Dinas+A&keadaan=frozen&d=3");
  expect(placeName({})).toBe("");
});

test("the way back leads to the place that was shown last", () => {
  const address = addressOf(rahayu);
  noteShown(atBegin);
  expect(latestAddress()).toBe("/petugas");

  noteShown(nameOf(address));
  expect(latestAddress()).toBe(address);
});

test("where a list was left is told once, and the place stays", () => {
  const name = nameOf(addressOf(rahayu));
  const left = { id: "emp_1", scrollY: 320 };
  noteLeaving(name, left);

  expect([takeLeaving(name), takeLeaving(name)]).toEqual([left, undefined]);
  expect(placeOf(name)).toEqual(rahayu);
});

test("a tab remembers the newest thirty places", () => {
  const addresses = Array.from({ length: 40 }, (_, i) => addressOf({ ...everybody, q: `q${i}` }));
  const known = addresses.filter((address) => placeOf(nameOf(address)).q !== "");

  expect(known).toEqual(addresses.slice(-30));
});
