import { expect, test } from "vitest";
import { TokenSeals } from "#shared/card/token-seals.ts";
import { tokenOf } from "../../support/card-world.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** Seals, and how often they asked for their key. */
function someSeals(askKey = async () => Buffer.alloc(32, 7)) {
  const clock = new FakeClock();
  let asked = 0;
  const seals = new TokenSeals(() => {
    asked++;
    return askKey();
  }, clock);
  return { seals, clock, asked: () => asked };
}

test("a sealed token opens for its card, and says nothing of it", async () => {
  const { seals } = someSeals();
  const token = tokenOf("c1");
  const sealed = await seals.seal("c1", token);

  expect(await seals.open("c1", sealed)).toBe(token);
  expect(sealed).toMatch(/^[\w-]{72}$/);
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain(token);
  // Another time it is another text, so that nobody sees which cards have the same.
  expect(await seals.seal("c1", token)).not.toBe(sealed);
});

test("it opens for no other card, under no other key, and not when a byte of it is another one", async () => {
  const { seals } = someSeals();
  const sealed = await seals.seal("c1", tokenOf("c1"));

  expect(await seals.open("c2", sealed)).toBeUndefined();
  const { seals: others } = someSeals(async () => Buffer.alloc(32, 8));
  expect(await others.open("c1", sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  for (const at of bytes.keys()) {
    const spoiled = Buffer.from(bytes);
    spoiled[at] = (spoiled[at] ?? 0) ^ 1;
    expect([at, await seals.open("c1", spoiled.toString("base64url"))]).toEqual([at, undefined]);
    expect(await seals.open("c1", bytes.subarray(0, at).toString("base64url"))).toBeUndefined();
  }
});

test("the key is asked for once an hour, however many cards are drawn meanwhile", async () => {
  const { seals, clock, asked } = someSeals();
  await Promise.all(["c1", "c2", "c3"].map((hash) => seals.seal(hash, tokenOf(hash))));
  clock.advance({ minutes: 59 });
  await seals.seal("c4", tokenOf("c4"));
  expect(asked()).toBe(1);

  clock.advance({ minutes: 1 });
  await seals.seal("c5", tokenOf("c5"));
  expect(asked()).toBe(2);
});

test("a failure of the key is passed on and not kept", async () => {
  let failures = 1;
  const { seals } = someSeals(async () => {
    if (failures-- > 0) throw new Error("KMS is away");
    return Buffer.alloc(32, 7);
  });

  await expect(seals.open("c1", "")).rejects.toThrow("away");
  expect(await seals.open("c1", await seals.seal("c1", tokenOf("c1")))).toBe(tokenOf("c1"));
});
