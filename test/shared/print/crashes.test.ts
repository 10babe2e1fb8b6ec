import { expect, test } from "vitest";
import type { DrawPrint } from "#shared/print/draw-print.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { aUnit, aWaitingPrint, type PrintWorld } from "../../support/print-world.ts";

const { id } = aPrint();

/** A world that dies after the effect of its n-th call: nothing it does later happens. */
function dyingAt(fatal: number, world: PrintWorld): Partial<DrawPrint> {
  let calls = 0;
  const mortal =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      if (++calls > fatal) throw new Error("dead");
      const answer = await call(...args);
      if (calls === fatal) throw new Error("died");
      return answer;
    };
  const { employees, cards, photos, tokens, checkCodes, prints, files } = world;
  return {
    employees: {
      find: mortal((id) => employees.find(id)),
      inUnit: (unit) => employees.inUnit(unit),
    },
    cards: { find: mortal((id) => cards.find(id)) },
    photos: { read: mortal((name) => photos.read(name)) },
    tokens: { token: mortal(tokens.token) },
    checkCodes: { code: mortal(checkCodes.code) },
    prints: {
      find: mortal((id) => prints.find(id)),
      advance: mortal((...progress) => prints.advance(...progress)),
      plan: mortal((...plan) => prints.plan(...plan)),
      peopleOf: mortal((...part) => prints.peopleOf(...part)),
      finishPart: mortal((...part) => prints.finishPart(...part)),
    },
    files: { put: mortal((...file) => files.put(...file)) },
  };
}

test("wherever it dies, it is never ready without its file, and is drawn when it is tried again", async () => {
  let deaths = 0;
  for (let fatal = 1; ; fatal++) {
    const { world, draw, lines } = await aWaitingPrint(aUnit(2));
    const outcome = await draw(dyingAt(fatal, world)).catch(() => "died");
    const state = (await world.prints.find(id))?.state;
    expect([state === "ready" && lines().length !== 2, fatal]).toEqual([false, fatal]);
    if (outcome !== "died") break;
    deaths++;
    await draw();
    expect(await world.prints.find(id)).toMatchObject({ state: "ready", drawn: 2 });
    expect(lines()).toHaveLength(2);
  }
  // Each of its calls once: six of the print (found twice), one of the file, two for each record and one for each card, whose Kode Periksa
  // and token the pointer says.
  expect(deaths).toBe(13);
});
