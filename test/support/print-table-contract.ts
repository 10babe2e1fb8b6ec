import { expect, test } from "vitest";
import type { CardsPrint } from "#shared/print/print.ts";
import type { PlannedPart, Prints } from "#shared/print/prints.ts";

export function aPrint(change: Partial<CardsPrint> = {}): CardsPrint {
  return {
    id: "prt_0123456789abcdefghjkmnpqrs",
    officerId: "emp_budi",
    instansiId: "ins_contoh",
    unitKerja: "Bagian Umum",
    units: ["Bagian Umum"],
    kind: "cards",
    shape: "landscape",
    sheet: "card",
    state: "waiting",
    drawn: 0,
    total: 2,
    withoutPhoto: 0,
    withoutCard: 0,
    activated: 0,
    lackingIds: [],
    parts: [],
    updatedAt: "2026-11-21T03:00:00.000Z",
    endsAt: "2026-11-22T03:00:00.000Z",
    ...change,
  };
}

const idOf = (i: number) => `prt_${String(i).padStart(26, "0")}` as const;
const later = new Date("2026-11-21T03:01:00.000Z");

/** What every print table does, the fake and the real one. `make` gives an empty table each time. */
export function printTableContract(make: () => Promise<Prints>): void {
  const print = aPrint();

  test("a print is found as it was added", async () => {
    const prints = await make();
    await prints.add(print);

    expect(await prints.find(print.id)).toEqual(print);
    expect(await prints.find("prt_other")).toBeUndefined();
  });

  test("a print that is added again stays as far as it is", async () => {
    const prints = await make();
    await prints.add(print);
    await prints.advance(print.id, { state: "drawing", drawn: 1 }, later);
    await prints.add(print);

    expect(await prints.find(print.id)).toMatchObject({ state: "drawing", drawn: 1 });
  });

  test("progress changes what it names, and tells when", async () => {
    const prints = await make();
    await prints.add(print);
    await prints.advance(print.id, { total: 3, withoutPhoto: 1 }, later);

    expect(await prints.find(print.id)).toEqual({
      ...print,
      total: 3,
      withoutPhoto: 1,
      updatedAt: later.toISOString(),
    });
  });

  test("a print that failed can be drawn after all; one that is ready stays so", async () => {
    const prints = await make();
    await prints.add(print);
    await prints.advance(print.id, { state: "failed" }, later);
    await prints.advance(print.id, { state: "ready", drawn: 2 }, later);
    await prints.advance(print.id, { state: "failed", drawn: 0 }, later);

    expect(await prints.find(print.id)).toMatchObject({ state: "ready", drawn: 2 });
  });

  test("an officer's own prints are listed newest first, those that are over left out", async () => {
    const prints = await make();
    const day = (d: number) => `2026-11-${d}T03:00:00.000Z`;
    for (const [i, endsAt] of [day(22), day(24), day(23)].entries())
      await prints.add(aPrint({ id: idOf(i), endsAt }));
    await prints.add(aPrint({ id: idOf(9), officerId: "emp_rahayu", endsAt: day(24) }));
    const listed = async (now: string, limit: number) =>
      (await prints.ofOfficer("emp_budi", new Date(now), limit)).map(({ id }) => id.at(-1));

    expect(await listed(day(21), 9)).toEqual(["1", "2", "0"]);
    expect(await listed(day(22), 9)).toEqual(["1", "2"]);
    expect(await listed(day(21), 2)).toEqual(["1", "2"]);
  });

  test("progress of a print that has gone brings nothing back", async () => {
    const prints = await make();
    await prints.advance(print.id, { state: "ready" }, later);

    expect(await prints.find(print.id)).toBeUndefined();
  });

  test("who is in which part is planned once, and kept apart", async () => {
    const prints = await make();
    await prints.add(print);
    expect(await prints.plan(print, aPlan, later)).toBe(true);
    expect(await prints.plan(print, aPlan.slice(1), later)).toBe(false);

    const planned = await prints.find(print.id);
    expect(planned).toMatchObject({ total: 3, parts: aPlan.map(({ ids: _, ...told }) => told) });
    expect(await prints.peopleOf(planned ?? print, 0)).toEqual(["emp_a", "emp_b"]);
    expect(await prints.peopleOf(planned ?? print, 1)).toEqual(["emp_c"]);
    await expect(prints.peopleOf(planned ?? print, 2)).rejects.toThrow();
  });

  test("one that is planned when it is asked for keeps its people, also when it is asked for again", async () => {
    const prints = await make();
    await prints.add(aPrint({ unitKerja: undefined }), aPlan);
    await prints.add(aPrint({ unitKerja: undefined }), aPlan.slice(1));

    const planned = await prints.find(print.id);
    expect(planned).toMatchObject({ total: 3, parts: aPlan.map(({ ids: _, ...told }) => told) });
    expect(planned?.unitKerja).toBeUndefined();
    expect(await prints.peopleOf(planned ?? print, 0)).toEqual(["emp_a", "emp_b"]);
    expect(await prints.plan(print, aPlan, later)).toBe(false);
  });

  test("a part is drawn once, whoever else draws it", async () => {
    const prints = await make();
    await prints.add(print);
    await prints.plan(print, aPlan, later);
    const planned = (await prints.find(print.id)) ?? print;
    const first = { place: 0, drawn: 2 };

    expect(await prints.finishPart(planned, first, { state: "waiting", drawn: 2 }, later)).toBe(
      true,
    );
    expect(await prints.finishPart(planned, first, { state: "waiting", drawn: 9 }, later)).toBe(
      false,
    );
    expect(await prints.find(print.id)).toMatchObject({
      ...{ state: "waiting", drawn: 2 },
      parts: [{ drawn: 2 }, { people: 1 }],
    });
  });

  test("what was stopped stays stopped until it is let go on; what is ready, ready", async () => {
    const prints = await make();
    await prints.add(print);
    await prints.plan(print, aPlan, later);
    const planned = (await prints.find(print.id)) ?? print;
    await prints.turn(print.id, "stopped", later);
    await prints.advance(print.id, { state: "drawing" }, later);

    expect(await prints.finishPart(planned, { place: 0, drawn: 2 }, {}, later)).toBe(false);
    expect(await prints.find(print.id)).toMatchObject({ state: "stopped" });
    await prints.turn(print.id, "waiting", later);
    await prints.advance(print.id, { state: "ready" }, later);
    await prints.turn(print.id, "stopped", later);
    expect(await prints.find(print.id)).toMatchObject({ state: "ready" });
    await prints.turn(idOf(7), "waiting", later);
    expect(await prints.find(idOf(7))).toBeUndefined();
  });
}

const aPlan: readonly PlannedPart[] = [
  { people: 2, from: "ADI", to: "BUD", ids: ["emp_a", "emp_b"] },
  { people: 1, from: "CIT", to: "CIT", ids: ["emp_c"] },
];
