import type { Page } from "playwright-core";
import { totpCode } from "../../../local/cloud/cognito/totp.ts";
import { wordsOf } from "../../../local/start/console/mailbox.ts";
import type { World } from "./world.ts";

/** The code of six digits in the newest mail to this address. */
export async function mailedCode(
  { cloud }: Pick<World, "cloud">,
  address: string,
): Promise<string> {
  await cloud.waitUntilIdle();
  const mail = cloud.mails().find(({ to }) => to.includes(address));
  return /\b\d{6}\b/.exec(mail ? wordsOf(mail) : "")?.[0] ?? "no code was mailed";
}

/** What an authenticator shows now that was given the key on the page of enrolment. */
export async function codeOfShownKey({ cloud }: Pick<World, "cloud">, page: Page): Promise<string> {
  const key = (await page.locator(".key code").textContent()) ?? "";
  return totpCode(key.replaceAll(/\s/g, ""), cloud.clock.millis());
}
