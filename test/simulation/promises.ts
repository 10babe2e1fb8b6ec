/** What must hold in every history; each check throws an error that names the promise that was broken. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Delivery } from "./delivery.ts";
import { cardOf, type Pipeline, poisoned } from "./pipeline.ts";
import type { World } from "./world.ts";

/** At no moment is anything served that is not the card of the record as it is. */
export async function checkNothingStaleIsServed(world: World, pipeline: Pipeline): Promise<void> {
  for (const [id, employee] of world.records) {
    const served = await pipeline.served(world, id);
    if (
      served !== undefined &&
      served !== cardOf(employee, world.cards.get(id), world.clock.now())
    ) {
      throw new Error(`SAFETY ${id} is served ${served}`);
    }
  }
}

export async function checkConvergence(
  world: World,
  pipeline: Pipeline,
  concerns: (id: EmployeeId) => boolean,
): Promise<void> {
  for (const [id, employee] of world.records) {
    if (!concerns(id)) continue;
    const served = await pipeline.served(world, id);
    const wanted = cardOf(employee, world.cards.get(id), world.clock.now());
    if (served !== wanted)
      throw new Error(`CONVERGENCE ${id} is served ${served}, wanted ${wanted}`);
  }
}

/** A record that always fails must not take others with it. */
export function checkNeighbours({ setAside }: Delivery): void {
  const [neighbour] = [...setAside].filter((id) => id !== poisoned);
  if (neighbour) throw new Error(`NEIGHBOUR ${neighbour} was set aside with the poisoned record`);
}

/** Every revision is told of exactly once. */
export function checkHistory(world: World): void {
  for (const [id, { revision }] of world.records) {
    const told = world.history
      .filter(({ subjectId }) => subjectId === id)
      .map((entry) => entry.revision);
    const isWhole = told.length === revision && told.every((number, i) => number === i + 1);
    if (!isWhole) throw new Error(`HISTORY of ${id} is ${told.join(",")} at revision ${revision}`);
  }
}

export function checkUploads(world: World): void {
  for (const { id, state } of world.uploads.values()) {
    if (state === "awaiting-upload") throw new Error(`UPLOAD ${id} was lost`);
  }
}
