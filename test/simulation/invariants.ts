/** What must hold in every history; each check throws an error that names the invariant that was broken. */
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Delivery } from "./delivery.ts";
import { cardOf, type Pipeline, poisoned, smallOf } from "./pipeline.ts";
import type { World } from "./world.ts";

/** At no moment is anything served that is not the card of the record as it is. */
export async function checkNothingStaleIsServed(world: World, pipeline: Pipeline): Promise<void> {
  for (const [id, employee] of world.records) {
    const served = await pipeline.served(world, id);
    if (served !== undefined && served !== cardFor(world, employee)) {
      throw new Error(`SAFETY ${id} is served ${served}`);
    }
    const verified = await pipeline.verified(world, id);
    if (verified !== undefined && verified !== smallOf(faceOf(world, employee)).toString()) {
      throw new Error(`SAFETY ${id} is verified with ${verified}`);
    }
  }
}

/** An outcome is told once: nobody's photo becomes another one while its holder looks at it. */
export function checkOutcomesStand(world: World): void {
  for (const { id, state, photoDigest = "" } of world.uploads.all) {
    if (state === "awaiting-upload") continue;
    const outcome = `${state} ${photoDigest}`;
    const first = world.outcomes.get(id) ?? outcome;
    if (first !== outcome) throw new Error(`OUTCOME on ${id} was ${first}, and is ${outcome}`);
    world.outcomes.set(id, first);
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
    const wanted = cardFor(world, employee);
    if (served !== wanted)
      throw new Error(`CONVERGENCE ${id} is served ${served}, wanted ${wanted}`);
  }
}

/** What its holder saw in the preview before agreeing. */
function faceOf({ seen }: World, { photoId }: Employee): string {
  return (photoId && seen.get(photoId)) ?? "nobody";
}

function cardFor(world: World, employee: Employee): string | undefined {
  const issue = world.cards.get(employee.id);
  return cardOf(employee, faceOf(world, employee), issue, world.clock.now());
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

/** What is drawn is asked for no more. */
export function checkNothingOpen(world: World): void {
  for (const { id, revision } of world.changes.all) {
    if (id !== poisoned) throw new Error(`OPEN ${id} is still open at revision ${revision}`);
  }
}

export function checkUploads(world: World): void {
  for (const { id, state } of world.uploads.all) {
    if (state === "awaiting-upload") throw new Error(`UPLOAD ${id} was lost`);
  }
}
