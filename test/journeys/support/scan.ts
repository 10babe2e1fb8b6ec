import type { Page } from "playwright-core";
import { expect } from "vitest";
import { decodeQr } from "../../support/decode-qr.ts";
import { desktop, phone } from "./screens.ts";
import type { Visitor } from "./visitor.ts";
import type { World } from "./world.ts";

/** The address that a phone's camera reads from the code on a computer's screen. */
export async function scanned(page: Page): Promise<string> {
  const code = page.locator(".qr-place img");
  await code.waitFor();
  const read = async () => (await decodeQr(await code.screenshot())) ?? "";
  await expect.poll(read).toContain("/qr#");
  return await read();
}

/** The number that a computer shows once a phone has scanned. */
export async function numberOn(page: Page): Promise<string> {
  const number = page.locator(".qr-number");
  await number.waitFor();
  return (await number.textContent()) ?? "";
}

/** A computer in an office, which nobody is signed in at. */
export const computerOf = (world: World): Promise<Visitor> => world.visitor(desktop);

/** The phone of somebody, signed in. */
export async function phoneOf(world: World, nip: string): Promise<Visitor> {
  const visitor = await world.visitor(phone);
  await visitor.signIn(nip);
  await visitor.page.locator("h1:focus").waitFor();
  await visitor.isAt("/kartu");
  return visitor;
}
