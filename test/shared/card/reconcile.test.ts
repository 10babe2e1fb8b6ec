import { expect, test } from "vitest";
import { mostWaiting } from "#shared/card/reconcile.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { ReconcileWorld } from "../../support/reconcile-world.ts";
import { aSignature } from "../../support/signatures-in-memory.ts";

const changedAt = "2026-11-21T03:00:00.000Z";
const siti = anEmployee({ cardChangedAt: changedAt });

/** Five minutes after the change of Siti's card. */
async function setUp(at = "2026-11-21T03:05:00.000Z"): Promise<ReconcileWorld> {
  const world = new ReconcileWorld(at);
  await world.open(siti);
  return world;
}

const nothing = { uploads: 0, redraws: 0, givenUp: 0, renewals: 0 };

test("a card that was never drawn is asked for", async () => {
  const world = await setUp();

  expect(await world.run()).toEqual({ ...nothing, redraws: 1 });
  expect(world.redraws).toEqual([siti.id]);
});

test("a card that shows its record is left alone", async () => {
  const world = await setUp();
  await world.changes.close(siti.id, 1);

  expect(await world.run()).toEqual(nothing);
  expect(world.redraws).toEqual([]);
});

test.each([
  ["is younger than two minutes", "2026-11-21T03:01:59.000Z", 0],
  ["is as old as two minutes", "2026-11-21T03:02:00.000Z", 1],
  ["is of yesterday", "2026-11-22T23:05:00.000Z", 1],
])("a change that %s", async (_, at, expected) => {
  const world = await setUp(at);

  expect((await world.run()).redraws).toBe(expected);
});

test("a change that could not be drawn for two days is given up once, and told", async () => {
  const world = await setUp("2026-11-23T03:00:00.000Z");

  expect(await world.run()).toEqual({ ...nothing, givenUp: 1 });
  expect(await world.run()).toEqual(nothing);
  expect(world.redraws).toEqual([]);
  expect(world.givenUp).toMatchObject([{ id: siti.id, revision: 1, since: changedAt }]);
  expect(world.changes.all).toMatchObject([{ givenUpAt: "2026-11-23T03:00:00.000Z" }]);
});

test("an upload that nobody validated is put back into the queue, a young one is not", async () => {
  const world = await setUp();
  await world.upload("pho_old");
  world.clock.advance({ minutes: 3 });
  await world.upload("pho_young");

  expect((await world.run()).uploads).toBe(1);
  expect(world.requests).toMatchObject([
    { employeeId: "emp_siti", photoId: "pho_old", isGivenUp: false },
  ]);
});

test("an upload that waits for 20 hours gets its outcome without being looked at again", async () => {
  const world = await setUp();
  await world.upload("pho_1");
  world.clock.advance({ minutes: 20 * 60 });
  await world.run();

  expect(world.requests).toMatchObject([{ photoId: "pho_1", isGivenUp: true }]);
});

test("an upload under a name that nobody asked a form for is left to S3, which deletes it", async () => {
  const world = await setUp();
  world.uploads.put("incoming/emp_siti/pho_forged", Buffer.from("a PNG"));
  world.clock.advance({ minutes: 5 });

  expect((await world.run()).uploads).toBe(0);
});

test("uploads come first, because somebody waits for their outcome", async () => {
  const world = await setUp();
  await world.upload("pho_1");
  world.clock.advance({ minutes: 5 });
  world.changes.due = async () => Promise.reject(new Error("no capacity"));
  await expect(world.run()).rejects.toThrow("no capacity");

  expect(world.requests).toHaveLength(1);
});

test("what fails at every try is asked for ever more seldom, and never forgotten for longer than 65 minutes", async () => {
  const world = await setUp(changedAt);
  await world.upload("pho_1");
  const asked: Record<"cards" | "uploads", number[]> = { cards: [], uploads: [] };
  for (let minutes = 5; minutes < 72 * 60; minutes += 5) {
    world.clock.advance({ minutes: 5 });
    await world.run();
    if (world.redraws.splice(0).length > 0) asked.cards.push(minutes);
    if (world.requests.splice(0).some(({ isGivenUp }) => !isGivenUp)) asked.uploads.push(minutes);
  }
  const longest = (times: readonly number[]) =>
    Math.max(...times.map((at, i) => at - (times[i - 1] ?? 0)));

  for (const times of [asked.cards, asked.uploads]) {
    expect(times.slice(0, 7)).toEqual([5, 10, 20, 40, 80, 140, 200]);
    expect(longest(times)).toBeLessThanOrEqual(65);
  }
  expect([asked.cards.length, asked.uploads.length]).toEqual([51, 23]);
  expect(world.givenUp).toHaveLength(1);
});

test("two runs at the same time ask once", async () => {
  const world = await setUp();
  await world.upload("pho_1");
  world.clock.advance({ minutes: 5 });
  await Promise.all([world.run(), world.run()]);

  expect([world.redraws.length, world.requests.length]).toEqual([1, 1]);
});

test("while a thousand messages wait nothing is added, because it may be what waits", async () => {
  const world = await setUp();
  await world.upload("pho_1");
  world.clock.advance({ minutes: 5 });
  world.photoQueue.depth = async () => mostWaiting;
  world.redrawQueue.depth = async () => mostWaiting;
  expect(await world.run()).toEqual(nothing);

  world.photoQueue.depth = async () => 0;
  world.redrawQueue.depth = async () => 0;
  expect(await world.run()).toEqual({ ...nothing, uploads: 1, redraws: 1 });
});

test("a run asks for no more than there is room for, for those that wait longest first; the next run for the others", async () => {
  const world = new ReconcileWorld(changedAt);
  const people = Array.from({ length: 70 }, (_, i): Employee => {
    const order = String(i).padStart(3, "0");
    return anEmployee({
      id: `emp_${order}`,
      nip: aNip(`198502122010012${String(i + 1).padStart(3, "0")}`),
      email: `orang${i}@contoh.example`,
      cardChangedAt: new Date(Date.parse(changedAt) + i * 1000).toISOString(),
    });
  });
  await world.open(...people);
  for (let i = 0; i < 70; i++) await world.upload(`pho_${i}`);
  world.clock.advance({ minutes: 10 });
  world.redrawQueue.depth = async () => mostWaiting - 40;
  world.photoQueue.depth = async () => mostWaiting - 40;

  expect(await world.run()).toEqual({ ...nothing, uploads: 40, redraws: 40 });
  expect(world.redraws.toSorted()).toEqual(people.slice(0, 40).map(({ id }) => id));
  expect(await world.run()).toEqual({ ...nothing, uploads: 30, redraws: 30 });
  expect([new Set(world.redraws).size, new Set(world.requests.map((r) => r.photoId)).size]).toEqual(
    [70, 70],
  );
});

test("cards whose signature ends soon are asked for once, when nothing else needs the room", async () => {
  const world = await setUp();
  const sign = (hash: string, renewOn: string) =>
    world.signatures.keep(hash, aSignature({ employeeId: `emp_${hash}`, renewOn }), undefined);
  for (const [hash, day] of [
    ["late", "2026-11-20"],
    ["today", "2026-11-21"],
  ] as const)
    await sign(hash, day);
  await sign("tomorrow", "2026-11-22");
  world.redrawQueue.depth = async () => mostWaiting - 2;

  expect(await world.run()).toEqual({ ...nothing, redraws: 1, renewals: 1 });
  expect(world.redraws).toEqual([siti.id, "emp_late"]);
  world.redrawQueue.depth = async () => mostWaiting;
  expect(await world.run()).toEqual(nothing);
  world.redrawQueue.depth = async () => 0;
  expect((await Promise.all([world.run(), world.run()])).map((run) => run.renewals)).toEqual([
    1, 0,
  ]);
  expect(world.redraws.slice(2)).toEqual(["emp_today"]);
});
