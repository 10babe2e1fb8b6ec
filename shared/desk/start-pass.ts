/** When the data quality of an agency is counted anew: each night, and when an officer asks. */
import type { Agencies } from "#shared/agency/agencies.ts";
import type { Agency } from "#shared/agency/agency.ts";
import { type BulkId, type Bulks, newBulk } from "#shared/bulk/bulk.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { digestId, type Id } from "#shared/runtime/ids.ts";
import { clockIn } from "#shared/runtime/zone.ts";

export interface StartPass {
  readonly bulks: Pick<Bulks, "start">;
  readonly bulkSteps: { sendFirst(id: BulkId): Promise<void> };
  readonly clock: Clock;
}

/** Hours of an agency's day in which its pass may begin: a run before its midnight would judge people on the day that ends. */
const lastNightHour = 12;

/**
 * Starts a pass of every agency whose zone's day has begun, once a night: runs of the same night start nothing more.
 * @returns how many were started
 */
export async function startNightlyPasses(
  api: StartPass & {
    readonly agencies: Pick<Agencies, "list">;
    readonly bulks: Pick<Bulks, "start" | "find">;
  },
): Promise<number> {
  const now = api.clock.now();
  let started = 0;
  for (const agency of await api.agencies.list()) {
    const local = clockIn(agency.zone, now);
    if (Number(local.slice(11, 13)) >= lastNightHour) continue;
    const name = ["night", local.slice(0, 10)];
    // The night has many runs, and a write that is refused costs as much as one that is not.
    if (await api.bulks.find(passId(agency.id, name))) continue;
    const { isNew } = await start(api, agency, { name, now });
    if (isNew) started++;
  }
  return started;
}

/**
 * Starts a pass for an officer, one in each hour of the clock: another request of the same hour gets the same pass, running or done.
 * @throws NotFound of an agency that is not there
 */
export async function startPass(
  api: StartPass & { readonly agencies: Pick<Agencies, "find"> },
  { instansiId, employeeId }: { readonly instansiId: string; readonly employeeId: Id<"emp"> },
): Promise<BulkId> {
  const agency = await api.agencies.find(instansiId);
  if (!agency) throw new NotFound("No such agency.");
  const now = api.clock.now();
  const hour = now.toISOString().slice(0, 13);
  const { id } = await start(api, agency, { name: ["asked", hour], askedBy: employeeId, now });
  return id;
}

interface Named {
  /** What makes it the same pass. */
  readonly name: readonly string[];
  readonly askedBy?: Id<"emp">;
  readonly now: Date;
}

function passId(instansiId: string, name: readonly string[]): BulkId {
  return digestId("blk", ["quality", instansiId, ...name]);
}

async function start(
  { bulks, bulkSteps }: StartPass,
  { id: instansiId, zone }: Pick<Agency, "id" | "zone">,
  { name, askedBy, now }: Named,
): Promise<{ readonly id: BulkId; readonly isNew: boolean }> {
  const id = passId(instansiId, name);
  const begun = { id, kind: "quality", instansiId, ...(askedBy && { askedBy }) } as const;
  const parameters = { day: clockIn(zone, now).slice(0, 10) };
  try {
    await bulks.start(newBulk({ ...begun, parameters }, now));
  } catch (error) {
    if (error instanceof Conflict && error.code === "request-repeated") return { id, isNew: false };
    throw error;
  }
  await bulkSteps.sendFirst(id);
  return { id, isNew: true };
}
