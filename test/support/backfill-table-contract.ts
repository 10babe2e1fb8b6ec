import { expect, test } from "vitest";
import type { Backfill, Backfills } from "#shared/card/backfill-progress.ts";
import type { Cards } from "#shared/card/card.ts";

const begun: Backfill = {
  goal: "t2",
  state: "running",
  seen: 0,
  asked: 0,
  startedAt: "2026-11-21T03:00:00.000Z",
  updatedAt: "2026-11-21T03:00:00.000Z",
  step: 1,
};
const issue = { serial: "A20100000001", issuedOn: "2026-11-21" };

interface Tables {
  readonly cards: Pick<Cards, "issue" | "point" | "addToken">;
  readonly backfill: Backfills;
}

/** What every backfill table does, the fake and the real one. `make` gives an empty table each time. */
export function backfillTableContract(make: () => Promise<Tables>): void {
  test("every card is walked past once, with its template; tokens, counters and the walk itself are not cards", async () => {
    const { cards, backfill } = await make();
    const ids = Array.from({ length: 300 }, (_, i) => `emp_${i}` as const);
    await Promise.all(ids.map((id, i) => cards.issue(id, `A${i}`, "2026-11-21")));
    for (const id of ids.slice(0, 200)) {
      await cards.point(id, {
        revision: 1,
        contentHash: id,
        templateVersion: "t1",
        backs: "backs/t1/b",
        files: ["front-portrait.webp"],
        checkCode: "7K2Q9MXB",
        shortened: [],
        ...(id === "emp_7" && {
          ...{ signature: "0a1b2c3d4e5f", signedBy: "0a1b", signedUntil: "2028-11-21" },
        }),
      });
      await cards.addToken(`hash-${id}`, { employeeId: id, contentHash: id, ...issue });
    }
    await backfill.save(begun);

    const pages = [await backfill.page(undefined)];
    for (let last = pages[0]; last?.next; last = pages.at(-1))
      pages.push(await backfill.page(last.next));

    const walked = pages.flatMap((page) => page.cards);
    expect(pages.length).toBeGreaterThan(1);
    expect(walked.map(({ employeeId }) => employeeId).sort()).toEqual([...ids].sort());
    expect(walked.filter(({ templateVersion }) => templateVersion === "t1")).toHaveLength(200);
    expect(walked.filter(({ templateVersion }) => templateVersion === undefined)).toHaveLength(100);
    expect(walked.flatMap(({ signedBy }) => signedBy ?? [])).toEqual(["0a1b"]);
  });

  test("progress is found as it was saved", async () => {
    const { backfill } = await make();
    expect(await backfill.find()).toBeUndefined();
    expect(await backfill.save({ ...begun, cursor: "card#emp_1" })).toBe(true);

    expect(await backfill.find()).toEqual({ ...begun, cursor: "card#emp_1" });
  });

  test("only the step after the one that was seen is saved", async () => {
    const { backfill } = await make();

    expect(await backfill.save({ ...begun, step: 2 })).toBe(false);
    expect(await backfill.save(begun)).toBe(true);
    expect(await backfill.save({ ...begun, seen: 9 })).toBe(false);
    expect(await backfill.save({ ...begun, step: 2, seen: 3 })).toBe(true);
    expect(await backfill.save({ ...begun, step: 2, seen: 9 })).toBe(false);
    expect(await backfill.find()).toMatchObject({ step: 2, seen: 3 });
  });
}
