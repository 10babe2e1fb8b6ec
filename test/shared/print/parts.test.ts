/** A unit that is larger than one file. */
import { expect, test, vi } from "vitest";
import { partsOf } from "#shared/print/plan-print.ts";
import { mostInPart, mostLookedUp } from "#shared/print/print.ts";
import { anEmployee } from "../../support/builders.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit, aWaitingPrint, PrintWorld } from "../../support/print-world.ts";

const { id } = aPrint();
const most = mostInPart.cards;

/** Draws what the queue names until nothing waits. @returns how many messages were taken */
async function drawAll({ world, draw }: Awaited<ReturnType<typeof aWaitingPrint>>) {
  let taken = 1;
  await draw();
  for (; world.queued.length > 0; taken++) {
    world.queued.shift();
    await draw();
  }
  return taken;
}

const linesOf = (world: PrintWorld, name: string) =>
  (world.files.files.get(name)?.toString() ?? "").split("\n").slice(0, -1);

test("it is drawn part after part, each in a file of its own, and everybody once, by name", async () => {
  const waiting = await aWaitingPrint(aUnit(2 * most + 3).reverse());
  const { world } = waiting;

  expect(await drawAll(waiting)).toBe(3);
  const files = [id, `${id}.2`, `${id}.3`].map((name) => linesOf(world, name));
  expect(files.map(({ length }) => length)).toEqual([most, most, 3]);
  const names = files.flat().map((line) => line.slice(0, 9));
  expect(names).toEqual(aUnit(2 * most + 3).map(({ name }) => name));
  expect(await world.prints.find(id)).toMatchObject({
    ...{ state: "ready", drawn: 2 * most + 3, total: 2 * most + 3 },
    parts: [
      { people: most, drawn: most, from: "ORA", to: "ORA" },
      { people: most, drawn: most },
      { people: 3, drawn: 3 },
    ],
  });
});

test("between two parts it waits, so that another officer's print comes in between", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(most + 1));

  expect(await draw()).toBe("drawn");
  expect(world.queued).toEqual([id]);
  expect(await world.prints.find(id)).toMatchObject({
    state: "waiting",
    drawn: most,
    total: most + 1,
  });
});

test("a message that comes twice draws no part twice, and begins no second chain", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(most + 1));
  const before = await world.prints.find(id);
  // Both have read the print before either planned it.
  vi.spyOn(world.prints, "find").mockResolvedValueOnce(before).mockResolvedValueOnce(before);
  const outcomes = await Promise.all([draw(), draw()]);

  expect(outcomes.toSorted()).toEqual(["drawn", "unchanged"]);
  expect(world.queued).toEqual([id]);
});

test("a part that fails is drawn when it is tried again, and the files before it stay", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(most + 1));
  await draw();
  const outage = new Error("socket hang up");

  await expect(draw({ photos: { read: () => Promise.reject(outage) } })).rejects.toBe(outage);
  expect(await world.prints.find(id)).toMatchObject({ state: "failed", drawn: most });
  await draw();
  expect(await world.prints.find(id)).toMatchObject({ state: "ready", drawn: most + 1 });
  expect(linesOf(world, id)).toHaveLength(most);
});

test("the next message is sent again when nobody knows whether it was", async () => {
  const { world, draw } = await aWaitingPrint(aUnit(most + 1));
  const lost = { send: () => Promise.reject(new Error("no queue")) };

  await expect(draw({ printQueue: lost })).rejects.toThrow("no queue");
  expect(await draw()).toBe("drawn");
  expect(await world.prints.find(id)).toMatchObject({ state: "ready" });
});

test("one that is stopped ends within the part, and goes on with it", async () => {
  const waiting = await aWaitingPrint(aUnit(2 * most + 1));
  const { world, draw } = waiting;
  await draw();
  const stop = () => world.prints.turn(id, "stopped", world.clock.now());
  let read = 0;
  const photos: PrintWorld["photos"] = world.photos;
  const stopping = {
    read: async (name: Parameters<typeof photos.read>[0]) => {
      if (++read === 12) await stop();
      return await photos.read(name);
    },
  };

  expect(await draw({ photos: stopping })).toBe("unchanged");
  expect(read).toBe(20);
  expect(world.files.files.has(`${id}.2`)).toBe(false);
  expect(await draw()).toBe("unchanged");
  expect(await world.prints.find(id)).toMatchObject({
    state: "stopped",
    parts: [{ drawn: most }, { people: most }, { people: 1 }],
  });
  expect(world.queued).toEqual([id]);
  await world.prints.turn(id, "waiting", world.clock.now());
  await drawAll(waiting);
  expect(await world.prints.find(id)).toMatchObject({ state: "ready", drawn: 2 * most + 1 });
});

test("who is left out is counted over all parts", async () => {
  const unit = aUnit(most + 40);
  const people = unit.map((each, i) => (i % 40 === 0 ? { ...each, photoId: undefined } : each));
  const waiting = await aWaitingPrint(people);
  await drawAll(waiting);
  const lacking = people.filter(({ photoId }) => photoId === undefined);

  expect(await waiting.world.prints.find(id)).toMatchObject({
    ...{ state: "ready", drawn: people.length - lacking.length, withoutPhoto: lacking.length },
    lackingIds: lacking.map((each) => each.id),
  });
});

test("a part in which everybody has lost the card since has no file; the print is ready with the others'", async () => {
  const waiting = await aWaitingPrint(aUnit(most + 1));
  const { world, draw } = waiting;
  await draw();
  const { employees } = world;
  await draw({
    employees: {
      inUnit: (unit) => employees.inUnit(unit),
      find: async (who) => {
        const found = await employees.find(who);
        return found && { ...found, kedudukanHukum: "99" };
      },
    },
  });

  expect(await world.prints.find(id)).toMatchObject({
    ...{ state: "ready", drawn: most, total: most },
    parts: [{ drawn: most }, { people: 1, drawn: 0 }],
  });
  expect(world.files.files.has(`${id}.2`)).toBe(false);
});

test("a hundred thousand people are planned without a part that is too large, whoever has no photo", async () => {
  const size = 100_000;
  const siti = anEmployee();
  async function* inUnit() {
    for (let i = 0; i < size; i++) {
      const name = `Orang ${i % 1000} ${i}`;
      // The first half has no photos at all.
      const photoId = i % 1000 < 500 || i % 3 === 0 ? undefined : siti.photoId;
      yield anEmployee({ ...siti, id: `emp_${i}`, name, photoId });
    }
  }
  const world = await PrintWorld.of();
  const parts = await partsOf(inUnit(), "cards", world.clock.now());
  const ids = parts.flatMap((part) => part.ids);

  expect(new Set(ids).size).toBe(size);
  for (const { people, ids } of parts) {
    expect(people).toBeLessThanOrEqual(most);
    expect(ids.length).toBeLessThanOrEqual(mostLookedUp);
  }
});
