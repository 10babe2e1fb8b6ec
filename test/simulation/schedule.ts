/** One simulated history: people act, events arrive in any order, things crash; then what must hold is checked. */
import type { Scheduler } from "fast-check";
import { Delivery } from "./delivery.ts";
import type { Step } from "./history.ts";
import {
  checkConvergence,
  checkHistory,
  checkNeighbours,
  checkNothingOpen,
  checkNothingStaleIsServed,
  checkOutcomesStand,
  checkUploads,
} from "./invariants.ts";
import { People } from "./people.ts";
import { type Pipeline, poisoned } from "./pipeline.ts";
import { World } from "./world.ts";

export type MakePipeline = (world: World) => Pipeline;

/** @returns the faults that were injected. @throws Error naming the invariant that was broken */
export async function runSchedule(
  makePipeline: MakePipeline,
  scheduler: Scheduler,
  seed: number,
  history: readonly Step[],
): Promise<ReadonlyMap<string, number>> {
  const world = new World(scheduler, mulberry32(seed));
  // Every fourth history is calm: nothing but the order varies, so only the poisoned record may be set aside.
  const isCalm = seed % 4 === 0;
  world.faults = !isCalm;
  const pipeline = makePipeline(world);
  const delivery = new Delivery(world, pipeline);
  const people = new People(world, pipeline);
  const running: Promise<void>[] = [];
  for (const step of history) {
    running.push(people.act(step), delivery.deliver());
    for (let i = 0; i < step.pauses && scheduler.count() > 0; i++) await scheduler.waitOne();
    await checkNothingStaleIsServed(world, pipeline);
    checkOutcomesStand(world);
  }
  const waitUntilIdle = async (): Promise<void> => {
    while (!delivery.isIdle) await scheduler.waitFor(delivery.deliver());
  };
  await scheduler.waitFor(Promise.all(running));
  await waitUntilIdle();
  await scheduler.waitFor(Promise.all(delivery.zombies));
  await waitUntilIdle();
  world.faults = false;
  if (isCalm) checkNeighbours(delivery);
  await checkConvergence(world, pipeline, (id) => id !== poisoned && !delivery.setAside.has(id));
  // Longer than the pause before anything is asked for again.
  world.clock.advance({ minutes: 65 });
  await scheduler.waitFor(pipeline.sweep(pipeline, world));
  await waitUntilIdle();
  await checkConvergence(world, pipeline, (id) => id !== poisoned);
  checkHistory(world);
  checkUploads(world);
  checkNothingOpen(world);
  checkOutcomesStand(world);
  people.checkInvariants();
  return world.injected;
}

/** Seeded randomness for faults, so that a failing history can be run again. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
