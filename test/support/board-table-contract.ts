import { expect, test } from "vitest";
import { type Board, type Boards, noCounts } from "#shared/desk/board.ts";

export function aBoard(change: Partial<Board> = {}): Board {
  return {
    ...noCounts,
    ...{ people: 3, ending: 1, failing: { COM_7: 2 }, unknown: { TIM_5: 3 } },
    ...{ instansiId: "ins_contoh", asOf: "2026-11-26T20:07:00.000Z" },
    ...change,
  };
}

/** What every table of boards does, the fake and the real one. `make` gives an empty table each time. */
export function boardTableContract(make: () => Promise<Boards>): void {
  test("a board is its agency's own, and found as it was kept", async () => {
    const boards = await make();
    await boards.put(aBoard());

    expect(await boards.find("ins_contoh")).toEqual(aBoard());
    expect(await boards.find("ins_other")).toBeUndefined();
  });

  test("a newer count replaces an older one, never the other way round", async () => {
    const boards = await make();
    const newer = aBoard({ asOf: "2026-11-27T03:00:00.000Z", people: 4 });
    await boards.put(aBoard());
    await boards.put(newer);
    await boards.put(aBoard());

    expect(await boards.find("ins_contoh")).toEqual(newer);
  });
}
