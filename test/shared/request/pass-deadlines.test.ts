import { expect, test, vi } from "vitest";
import { lineOf } from "#shared/request/decide-request.ts";
import { asOf } from "#shared/request/move-request.ts";
import { passDeadlines } from "#shared/request/pass-deadlines.ts";
import type { Request } from "#shared/request/request.ts";
import { moveTo } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { aRequest, chainOfTwo } from "../../support/requests.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";

const nobody = { find: async () => undefined };

/** Requests whose person was asked something and has not answered. */
async function late(...ids: readonly Request["id"][]) {
  const requests = new RequestsInMemory();
  const clock = new FakeClock("2026-12-20T03:00:00.000Z");
  const dueAt = "2026-12-01T03:00:00.000Z";
  for (const id of ids)
    await requests.save(moveTo(undefined, aRequest({ id, group: id, state: "clarifying", dueAt })));
  return { kinds: {}, requests, clock, employees: nobody, freezes: freezesInMemory(clock).freezes };
}

test("one whose line of history has its millisecond taken by another event expires all the same", async () => {
  const world = await late("req_1");
  const [before] = await world.requests.due(world.clock.now(), 9);
  if (!before) throw new Error("Nothing is late.");
  const line = lineOf(asOf(before, world.clock.now()), "own-request-expired");
  world.requests.history.push({ ...line, action: "password-changed" });

  expect(await passDeadlines(world)).toBe(1);
  expect(await world.requests.find("req_1")).toMatchObject({ state: "expired" });
  expect(world.requests.history.at(-1)?.revision).toBe(line.revision + 1);
  expect(await passDeadlines(world)).toBe(0);
});

test("a deadline that a law sets is told to an alarm once each time it passes, and no other one", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const requests = new RequestsInMemory();
  const clock = new FakeClock("2026-11-24T03:00:00.000Z");
  const chain = [{ role: "petugas", hours: 72, goesOn: true }] as const;
  const dueAt = clock.now().toISOString();
  const freezes = freezesInMemory(clock).freezes;
  const world = { kinds: {}, requests, clock, employees: nobody, freezes };
  const kinds = { req_law: chain, req_other: chainOfTwo, req_asked: chain } as const;
  for (const id of ["req_law", "req_other", "req_asked"] as const)
    await requests.save(
      moveTo(
        undefined,
        aRequest({
          ...{ id, group: id, chain: kinds[id], dueAt },
          ...(id === "req_asked" && { state: "clarifying" }),
        }),
      ),
    );
  await passDeadlines(world);
  await passDeadlines(world);
  expect(warn.mock.calls).toEqual([["request.overdue", { requestId: "req_law" }]]);

  clock.advance({ days: 3 });
  await passDeadlines(world);
  expect(warn).toHaveBeenCalledTimes(2);
});

test("one that fails keeps none of the others waiting, and is named", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const world = await late("req_1", "req_2");
  const { save } = world.requests;
  world.requests.save = async (move) => {
    if (move.after.id === "req_1") throw new Error("no capacity");
    await save.call(world.requests, move);
  };
  await expect(passDeadlines(world)).rejects.toThrow("no capacity");
  expect(await world.requests.find("req_2")).toMatchObject({ state: "expired" });
  expect(error.mock.calls).toMatchObject([
    ["job.item-failed", { part: "deadlines", id: "req_1", error: "Error" }],
  ]);
});
