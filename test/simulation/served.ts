/** What holders and those who check a card get to see. It reads without faults. */
import { createHash } from "node:crypto";
import { contentHash } from "#shared/card/content-hash.ts";
import { showCard } from "#shared/card/show-card.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { verifyCard } from "../support/verify-card.ts";
import { drawingKey, type World } from "./world.ts";
import type { Bucket } from "./world-photos.ts";

export async function serveShown(world: World, id: EmployeeId): Promise<string | undefined> {
  return await serve(world, id, drawingKey);
}

/** What the files that the pointer names show: one thing, if all is well. */
export async function serve(
  world: World,
  id: EmployeeId,
  keyOf: typeof drawingKey,
): Promise<string | undefined> {
  const now = {
    employees: { find: async (who: EmployeeId) => world.records.get(who) },
    cards: { find: async (who: EmployeeId) => world.cards.get(who) },
    clock: world.clock,
  };
  const employee = await now.employees.find(id);
  const shown = employee && (await showCard(now, employee));
  if (!shown?.drawing) return undefined;
  const { drawing, files } = shown;
  const backs = files.filter((name) => name.startsWith("back-"));
  if (backs.some((name) => !world.objects.has(`${drawing.backs}/${name}`))) return "BACK MISSING";
  const own = files.filter((name) => !name.startsWith("back-"));
  const contents = own.map((name) => world.objects.get(`${keyOf(drawing)}/${name}`) ?? "MISSING");
  return [...new Set(contents)].join(" and ");
}

/** What somebody sees who checks the card of the record as it is; undefined when that is not valid. */
export async function checkCard(
  world: World,
  bucket: Bucket,
  id: EmployeeId,
): Promise<string | undefined> {
  const record = world.records.get(id);
  if (!record) return undefined;
  const now = {
    employees: { find: async (who: EmployeeId) => world.records.get(who) },
    cards: { findToken: async (hash: string) => world.tokens.get(hash) },
    photos: bucket,
    clock: world.clock,
  };
  const { card } = await verifyCard(now, await token(contentHash(record)));
  return card && Buffer.from(card.photo.split(",")[1] ?? "", "base64").toString();
}

export const token = async (hash: string) =>
  base32(createHash("sha256").update(hash).digest().subarray(0, 16));
