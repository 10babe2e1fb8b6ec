import { beforeEach, expect, test } from "vitest";
import {
  addressOf,
  everybody,
  latestAddress,
  noteLeaving,
  noteShown,
  placeOf,
  takeLeaving,
} from "../../../web/src/officer/list-place.ts";
import { tabMemory } from "../../../web/src/storage.ts";

const rahayu = { ...everybody, q: "Dra. Rahayu", cursors: ["c1"] };
const numberOf = (address: string) => address.replace("/petugas?d=", "");

beforeEach(() => tabMemory.forget("kartu-list"));

test("a place of the list is found by the number in its address, which says nothing of what was searched for", () => {
  const address = addressOf(rahayu);

  expect(address).toMatch(/^\/petugas\?d=\d+$/);
  expect(placeOf(numberOf(address))).toEqual(rahayu);
});

test("without a number, and with one that this tab does not know, the list begins at its beginning", () => {
  addressOf(rahayu);

  expect([placeOf(undefined), placeOf("77"), placeOf("__proto__")]).toEqual(
    Array(3).fill(everybody),
  );
});

test("the way back leads to the place that was shown last", () => {
  const address = addressOf(rahayu);
  noteShown(undefined);
  expect(latestAddress()).toBe("/petugas");

  noteShown(numberOf(address));
  expect(latestAddress()).toBe(address);
});

test("where a list was left is told once, and the place stays", () => {
  const number = numberOf(addressOf(rahayu));
  const left = { id: "emp_1", scrollY: 320 };
  noteLeaving(number, left);

  expect([takeLeaving(number), takeLeaving(number)]).toEqual([left, undefined]);
  expect(placeOf(number)).toEqual(rahayu);
});

test("a tab remembers the newest thirty places", () => {
  const addresses = Array.from({ length: 40 }, (_, i) => addressOf({ ...everybody, q: `q${i}` }));
  const known = addresses.filter((address) => placeOf(numberOf(address)).q !== "");

  expect(known).toEqual(addresses.slice(-30));
});
