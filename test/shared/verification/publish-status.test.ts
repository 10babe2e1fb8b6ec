import { beforeEach, expect, test, vi } from "vitest";
import { contentHash } from "#shared/card/content-hash.ts";
import type { StatusPlace } from "#shared/card/status-places.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { headBytes, openStatusList, placesOfPart } from "#shared/signed-qr/status-list.ts";
import { type PublishStatus, publishStatus } from "#shared/verification/publish-status.ts";
import { anEmployee } from "../../support/builders.ts";
import { aList, aSigner, rawSignature } from "../../support/card-signer.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const siti = anEmployee();
const stored = new Map<number, { bytes: Uint8Array; at: Date }>();
let records: Map<string, Employee>;
let places: StatusPlace[];
let parts: number;
let world: PublishStatus & { readonly clock: FakeClock };
let keys: KeyList;
/** Parts whose places cannot be read. */
let broken: number[];

beforeEach(async () => {
  stored.clear();
  [records, places, parts, broken] = [new Map(), [], 1, []];
  const { key, privateKey } = await aSigner();
  keys = { ...aList(), statusKeys: [key] };
  const clock = new FakeClock("2026-11-21T03:00:00.000Z");
  world = {
    places: {
      parts: async () => parts,
      async *placesIn(part) {
        if (broken.includes(part)) throw new Error("Nothing can be read.");
        yield places.filter(({ place }) => Math.floor(place / placesOfPart) === part);
      },
    },
    employees: {
      findAll: async (ids) =>
        new Map(ids.flatMap((id) => (records.has(id) ? [[id, records.get(id) ?? siti]] : []))),
    },
    files: {
      publishedAt: async () => new Map([...stored].map(([part, { at }]) => [part, at])),
      headOf: async (part) => stored.get(part)?.bytes.slice(0, headBytes) ?? new Uint8Array(),
      put: async (part, bytes) => void stored.set(part, { bytes, at: clock.now() }),
    },
    signer: {
      kid: async () => key.kid,
      sign: async (text) => lowS(await rawSignature(privateKey, text)),
    },
    host: "kartu-asn.example",
    hours: 36,
    clock,
  };
});

/** Somebody, and the place of the card that they had before `change`. */
function somebody(place: number, change: Partial<Employee> = {}, before: Partial<Employee> = {}) {
  const employee = { ...siti, ...before, id: `emp_${place}` } as const;
  const card = { employeeId: employee.id, contentHash: contentHash(employee) };
  places.push({ place, card });
  records.set(employee.id, { ...employee, ...change });
}

async function opened(part = 0) {
  const bytes = stored.get(part)?.bytes ?? new Uint8Array();
  const list = await openStatusList(bytes, keys, { part, now: world.clock.now() });
  if ("refusal" in list) throw new Error(list.refusal);
  return list;
}

test("a place says of its card what the check with the network says, and of nobody why", async () => {
  somebody(0);
  somebody(1, { kedudukanHukum: "02" });
  somebody(2, { contractEnd: "2026-11-20" });
  somebody(3, { golongan: "IV/a" });
  somebody(4, { qrGeneration: 2 });
  somebody(5, { qrPausedAt: "2026-11-20T00:00:00.000Z" });
  somebody(6, { joinedInto: "emp_0" });
  somebody(7, { tmt: "2026-12-01" }, { tmt: "2026-12-01" });
  somebody(8);
  records.delete("emp_8");
  somebody(9);
  const { photoId: _, ...without } = records.get("emp_9") ?? siti;
  records.set("emp_9", without);

  expect(await publishStatus(world)).toEqual({ published: 1, left: 0 });
  const list = await opened();
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(list.stateOf)).toEqual([
    "valid",
    "suspended",
    "ended",
    "replaced",
    "replaced",
    "suspended",
    "replaced",
    "suspended",
    "ended",
    "suspended",
    "valid",
  ]);
  expect(list.issuedAt).toEqual(world.clock.now());
  expect(list.until.getTime() - list.issuedAt.getTime()).toBe(36 * 3_600_000);
});

test("who is suspended is so in the next list, and valid again in the one after they came back", async () => {
  somebody(7);
  const states: string[] = [];
  for (const kedudukanHukum of ["01", "02", "01"] as const) {
    records.set("emp_7", { ...siti, id: "emp_7", kedudukanHukum });
    await publishStatus(world);
    states.push((await opened()).stateOf(7));
    world.clock.advance({ days: 1 });
  }

  expect(states).toEqual(["valid", "suspended", "valid"]);
});

test("each part is published once a day, from midnight in Jakarta on, and a new one at once", async () => {
  expect(await publishStatus(world)).toEqual({ published: 1, left: 0 });
  expect(await publishStatus(world)).toEqual({ published: 0, left: 0 });
  parts = 3;
  expect(await publishStatus(world)).toEqual({ published: 2, left: 0 });
  // 23.59 in Jakarta, and midnight.
  world.clock.advance({ hours: 13, minutes: 59 });
  expect(await publishStatus(world)).toEqual({ published: 0, left: 0 });
  world.clock.advance({ minutes: 1 });
  expect(await publishStatus(world)).toEqual({ published: 3, left: 0 });
});

test("no list of the new day is of what was read in the old one: in a day's last five minutes no part is begun", async () => {
  somebody(0, { contractEnd: "2026-11-21" });
  // 23.56 in Jakarta, on the contract's last day.
  world.clock.advance({ hours: 13, minutes: 56 });
  expect(await publishStatus(world)).toEqual({ published: 0, left: 1 });
  world.clock.advance({ minutes: 4 });
  expect(await publishStatus(world)).toEqual({ published: 1, left: 0 });
  expect((await opened()).stateOf(0)).toBe("ended");
});

test("a place that cannot be read is that of no good card", async () => {
  somebody(0);
  places.push({ place: 1, card: undefined });
  const told = vi.spyOn(logger, "error").mockReturnValue();

  expect(await publishStatus(world)).toEqual({ published: 1, left: 0 });
  expect([0, 1].map((await opened()).stateOf)).toEqual(["valid", "ended"]);
  expect(told.mock.calls).toEqual([["status.unreadable", { part: 0, places: 1 }]]);
  told.mockRestore();
});

test("what another key signed is published anew at once, by the one that signs now", async () => {
  parts = 2;
  await publishStatus(world);
  const { key, privateKey } = await aSigner();
  keys = { ...keys, statusKeys: [...keys.statusKeys, key] };
  const signer = {
    kid: async () => key.kid,
    sign: async (text: Uint8Array) => lowS(await rawSignature(privateKey, text)),
  };

  expect(await publishStatus({ ...world, signer })).toEqual({ published: 2, left: 0 });
  keys = { ...keys, statusKeys: [key] };
  expect((await opened(1)).stateOf(placesOfPart)).toBe("valid");
  expect(await publishStatus({ ...world, signer })).toEqual({ published: 0, left: 0 });
});

test("before the first signed card nothing is published", async () => {
  parts = 0;

  expect(await publishStatus(world)).toEqual({ published: 0, left: 0 });
  expect(stored.size).toBe(0);
});

test("a part that fails keeps none of the others, and is tried again", async () => {
  [parts, broken] = [3, [1]];

  expect(await publishStatus(world)).toEqual({ published: 2, left: 1 });
  broken = [];
  expect(await publishStatus(world)).toEqual({ published: 1, left: 0 });
});

test("a run begins no part after two minutes, and the next one goes on with the oldest", async () => {
  parts = 5;
  const { files } = world;
  const slow = {
    ...world,
    files: {
      ...files,
      put: async (part: number, bytes: Uint8Array) => {
        world.clock.advance({ seconds: 50 });
        await files.put(part, bytes);
      },
    },
  };

  expect(await publishStatus(slow)).toEqual({ published: 3, left: 2 });
  expect(await publishStatus(slow)).toEqual({ published: 2, left: 0 });
  expect(stored.size).toBe(5);
});
