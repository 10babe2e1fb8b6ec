import type { Page } from "playwright-core";
import { totpCode } from "../../../local/cloud/cognito/totp.ts";
import { wordsOf } from "../../../local/start/console/mailbox.ts";
import type { World } from "./world.ts";

/** Cognito's code of six digits in the newest mail to this address. */
export function mailedCode(world: Pick<World, "cloud">, address: string): Promise<string> {
  return newestIn(world, address, /\b\d{6}\b/);
}

/** Our own code of eight digits in the newest mail to this address (decision 0037). */
export function ownMailedCode(world: Pick<World, "cloud">, address: string): Promise<string> {
  return newestIn(world, address, /\b\d{8}\b/);
}

/** The link in the newest mail to this address, from its path on. */
export async function mailedPath(world: Pick<World, "cloud">, address: string): Promise<string> {
  const link = await newestIn(world, address, /https?:\S+#\S+/);
  return link.replace(world.cloud.siteUrl, "");
}

async function newestIn(
  { cloud }: Pick<World, "cloud">,
  address: string,
  part: RegExp,
): Promise<string> {
  await cloud.waitUntilIdle();
  const mail = cloud.mails().find(({ to }) => to.includes(address));
  return part.exec(mail ? wordsOf(mail) : "")?.[0] ?? "nothing was mailed";
}

/** What an authenticator shows now that was given the key on the page of enrolment. */
export async function codeOfShownKey({ cloud }: Pick<World, "cloud">, page: Page): Promise<string> {
  const key = (await page.locator(".key code").textContent()) ?? "";
  return totpCode(key.replaceAll(/\s/g, ""), cloud.clock.millis());
}
