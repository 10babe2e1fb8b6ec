/** All cards are signed by a key that is trusted, and it is told when that is so. */
import { beforeEach, expect, test, vi } from "vitest";
import type { Backfill } from "#shared/card/backfill-progress.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { type SignAllCards, signAllCards } from "#shared/card/sign-all.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { logger } from "#shared/runtime/logger.ts";
import { BackfillInMemory } from "../../support/backfill-in-memory.ts";
import { CardWorld } from "../../support/card-world.ts";
import { aPayloadSigner } from "../../support/payload-signer.ts";
import { aUnit } from "../../support/print-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "warn").mockReset().mockReturnValue();
});

/** Holders with a card, and a renderer that works while the walk waits. */
async function aCloud(holders: readonly Employee[], { signed = true } = {}) {
  const world = new CardWorld(...holders);
  const [first, second] = [await aPayloadSigner(), await aPayloadSigner()];
  world.signer = signed ? first : undefined;
  for (const { id } of holders) await issueCard(world, id);
  world.signer = second;
  const waiting: EmployeeId[] = [];
  let asked = 0;
  const render = async () => {
    for (const id of waiting.splice(0)) await issueCard(world, id);
  };
  const all = {
    ...{ employees: world.employees, revokedKeys: world.revokedKeys, clock: world.clock },
    table: new BackfillInMemory(world.cards),
    redrawQueue: {
      depth: async () => waiting.length,
      sendAll: async (ids: readonly EmployeeId[]) => {
        asked += ids.length;
        waiting.push(...ids);
      },
    },
    maxDepth: 1000,
    sleep: render,
  } satisfies SignAllCards;
  const signers = () => world.cards.all().map(([, { signedBy }]) => signedBy);
  return { world, all, first, second, signers, render, asked: () => asked };
}

async function finish(all: SignAllCards): Promise<Backfill | undefined> {
  let last: Backfill | undefined;
  for await (const progress of signAllCards(all)) last = progress;
  return last;
}

test("after a key was revoked every card of it is signed by the other, each asked for once, in its place", async () => {
  const { world, all, first, second, signers, asked } = await aCloud(aUnit(10));
  const places = () => [...world.signatures.kept.values()].map(({ place }) => place);
  const [before, tokens] = [places(), [...world.cards.tokens]];
  await world.revokedKeys.add(await first.kid());
  expect(await finish(all)).toMatchObject({ state: "done", seen: 10, asked: 0 });

  expect(new Set(signers())).toEqual(new Set([await second.kid()]));
  expect(asked()).toBe(10);
  expect(places()).toEqual(before);
  expect([...world.cards.tokens]).toEqual(tokens);
});

test("cards without a signature are signed, and those of a key that only signs no more are left as they are", async () => {
  const { all, second, signers } = await aCloud(aUnit(4), { signed: false });
  expect(await finish(all)).toMatchObject({ state: "done", asked: 0 });
  expect(signers()).toEqual(Array(4).fill(await second.kid()));

  const rotated = await aCloud(aUnit(4));
  await finish(rotated.all);
  expect(rotated.asked()).toBe(0);
  expect(new Set(rotated.signers())).toEqual(new Set([await rotated.first.kid()]));
});

test("nobody is asked for whose card is not shown now, or could not be signed", async () => {
  const [left, suspended, retired, active] = aUnit(4);
  if (!left || !suspended || !retired || !active) throw new Error("There are four.");
  const cloud = await aCloud(
    [left, suspended, { ...retired, bup: "58", birthDate: "1967-03-14" }, active],
    { signed: false },
  );
  const { world, all, signers, second } = cloud;
  for (const [employee, kedudukanHukum] of [
    [left, "66"],
    [suspended, "04"],
  ] as const) {
    const told = { at: world.clock.now(), actor: { role: "officer" }, action: "changed" } as const;
    const revision = revise(employee, { kedudukanHukum }, told);
    if (revision) await world.employees.save(revision);
  }
  expect(await finish(all)).toMatchObject({ state: "done", asked: 0 });

  expect(cloud.asked()).toBe(1);
  expect(signers()).toEqual([undefined, undefined, undefined, await second.kid()]);
});

test("what the renderer could not sign is asked for again, until a walk gets no further: then it says how many", async () => {
  const { all, second, signers, asked } = await aCloud(aUnit(5), { signed: false });
  second.isDown = true;
  expect(await finish(all)).toMatchObject({ state: "done", asked: 5 });
  expect(asked()).toBe(10);

  second.isDown = false;
  expect(await finish(all)).toMatchObject({ state: "done", asked: 0 });
  expect(signers()).toEqual(Array(5).fill(await second.kid()));
});

test("killed in the middle, it goes on where it was; another key revoked meanwhile, it begins anew", async () => {
  const { world, all, first, asked, render } = await aCloud(aUnit(10));
  await world.revokedKeys.add(await first.kid());
  const killed = signAllCards(all);
  for (let pages = 0; pages < 3; pages++) await killed.next();
  expect(await all.table.find()).toMatchObject({ state: "running", seen: 6 });
  await render();

  const again = signAllCards(all);
  expect((await again.next()).value).toMatchObject({ seen: 6, asked: 6 });
  await world.revokedKeys.add("ffff");
  expect((await signAllCards(all).next()).value).toMatchObject({ seen: 0, asked: 0 });
  expect(await finish(all)).toMatchObject({ state: "done", asked: 0 });
  expect(asked()).toBe(10);
});
