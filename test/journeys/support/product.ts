import { join } from "node:path";
import { buildProduct } from "../../../local/start/product.ts";

/** Where the product of all journeys is built, once a run. */
const folder = join("dist", "journeys");

/** For vitest, before the first journey. */
export async function setup(): Promise<void> {
  await buildProduct(folder);
}

/** @returns the assembly's folder */
export function productOfAll(): Promise<string> {
  return buildProduct(folder);
}
