import { join } from "node:path";
import { buildProduct } from "../../../local/start/product.ts";
import { unpackBrowser } from "../../support/browser.ts";
import { setup as makeScratch } from "../../support/scratch.ts";

/** Where the product of all journeys is built, once a run. */
const folder = join("dist", "journeys");

/** For vitest, before the first journey. */
export async function setup(): Promise<void> {
  makeScratch();
  await Promise.all([buildProduct(folder), unpackBrowser()]);
}

/** @returns the assembly's folder */
export function productOfAll(): Promise<string> {
  return buildProduct(folder);
}
