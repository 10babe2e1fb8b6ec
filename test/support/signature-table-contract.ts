import { expect, test } from "vitest";
import type { Signatures } from "#shared/card/signature.ts";
import { aSignature } from "./signatures-in-memory.ts";

const of = { employeeId: "emp_siti", contentHash: "c3" } as const;

/** What every signature table does, the fake and the real one. `make` gives an empty table each time. */
export function signatureTableContract(make: () => Promise<Signatures>): void {
  test("of those who sign a card at the same time one's signature is kept, and the others learn which", async () => {
    const signatures = await make();
    expect(await signatures.find("c3")).toBeUndefined();

    const kept = await Promise.all(
      ["11", "22", "33", "44"].map((each) =>
        signatures.keep("c3", aSignature({ signature: each }), undefined),
      ),
    );
    expect(new Set(kept.map(({ signature }) => signature)).size).toBe(1);
    expect(await signatures.find("c3")).toEqual(kept[0]);
    expect(await signatures.find("c4")).toBeUndefined();
  });

  test("a signature takes the place of the one that was found, and of no other", async () => {
    const signatures = await make();
    const [first, second, third] = ["11", "22", "33"].map((signature) => aSignature({ signature }));
    if (!first || !second || !third) throw new Error("three");
    await signatures.keep("c3", first, undefined);

    expect(await signatures.keep("c3", second, first)).toEqual(second);
    expect(await signatures.keep("c3", third, first)).toEqual(second);
  });

  test("no two cards have one place", async () => {
    const signatures = await make();
    const cards = Array.from({ length: 70 }, (_, i) => ({ ...of, contentHash: `c${i}` }));
    const places = await Promise.all(cards.map((each) => signatures.takePlace(each)));

    expect(new Set(places).size).toBe(70);
  });

  test("a card that is asked for again, or twice at once, has one place", async () => {
    const signatures = await make();
    const places = await Promise.all([of, of, of].map((each) => signatures.takePlace(each)));

    expect(new Set([...places, await signatures.takePlace(of)]).size).toBe(1);
  });

  test("an agency has one number, whoever asks and however often", async () => {
    const signatures = await make();
    const numbers = await Promise.all(
      ["ins_a", "ins_a", "ins_a"].map((id) => signatures.numberOf(id)),
    );

    expect(numbers).toEqual([0, 0, 0]);
    expect(await signatures.numberOf("ins_b")).toBe(1);
    expect(await signatures.numberOf("ins_c")).toBe(2);
    expect(await signatures.numberOf("ins_a")).toBe(0);
    expect(await signatures.numbered()).toEqual(["ins_a", "ins_b", "ins_c"]);
  });

  test("what is due is found the oldest first, and claimed once", async () => {
    const signatures = await make();
    for (const [hash, renewOn, place] of [
      ["c1", "2028-01-03", 1],
      ["c2", "2028-01-01", 2],
      ["c3", "2028-01-02", 3],
    ] as const)
      await signatures.keep(hash, aSignature({ renewOn, place }), undefined);
    await signatures.keep("c4", aSignature({}), undefined);

    expect((await signatures.due("2028-01-02", 9)).map((each) => each.contentHash)).toEqual([
      "c2",
      "c3",
    ]);
    const [due] = await signatures.due("2028-01-02", 1);
    if (!due) throw new Error("nothing is due");
    expect(due).toEqual({ employeeId: "emp_siti", contentHash: "c2", renewOn: "2028-01-01" });
    const claims = await Promise.all([due, due, due].map((each) => signatures.claim(each)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect((await signatures.due("2028-01-09", 9)).map((each) => each.contentHash)).toEqual([
      "c3",
      "c1",
    ]);
    expect(await signatures.find("c2")).not.toHaveProperty("renewOn");
  });

  test("one that was made anew meanwhile is not claimed", async () => {
    const signatures = await make();
    const old = aSignature({ renewOn: "2028-01-01" });
    await signatures.keep("c1", old, undefined);
    const [due] = await signatures.due("2028-01-02", 1);
    if (!due) throw new Error("nothing is due");
    await signatures.keep("c1", aSignature({ signature: "ef", renewOn: "2029-11-01" }), old);

    expect(await signatures.claim(due)).toBe(false);
    expect(await signatures.due("2029-01-02", 9)).toEqual([]);
  });
}
