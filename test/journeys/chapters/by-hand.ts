/** A card whose QR cannot be scanned: its two numbers are typed, and the next card needs no captcha. */
import { expect } from "vitest";
import { cardAnswer } from "#shared/card/card-answer.ts";
import { groupCheckCode, groupSerial } from "#shared/card/printed-numbers.ts";
import type { Cast } from "../support/cast.ts";
import type { Casts } from "../support/casts.ts";
import { asInNewTab } from "../support/visitor.ts";
import { test } from "../support/world.ts";

/** @param casts of the story that this is a chapter of, with its holders signed in; there once its tests run */
export function byHand(casts: () => Casts): void {
  test("a card is checked by the numbers on it, and the next one without a captcha", () =>
    casts().walk(async (cast) => {
      const { guest } = cast;
      const captcha = guest.page.locator("#captcha");
      const [serial, checkCode] = await numbersOf(cast);
      await asInNewTab(guest.page);
      await guest.open("/periksa/", "#image[src^='data:image']");
      await guest.look("periksa-nomor");
      await guest.submit();
      await guest.lookAtProblem("periksa-nomor-kosong");
      expect(await guest.page.locator("#serial").getAttribute("aria-invalid")).toBe("true");
      await guest.fill("serial", serial);
      await guest.fill("check-code", checkCode);
      await cast.checkByWork(".good");
      await guest.imagesDrawn("#result img");
      expect(await guest.page.locator("#result dl").innerText()).toContain(serial);

      await guest.click("#result a[href$='/periksa/']");
      await guest.shows("#serial");
      await expect.poll(() => captcha.isVisible()).toBe(false);
      // The sentence that asks for it is gone with it.
      expect(await guest.page.locator("main").innerText()).not.toMatch(/(Isi|Answer the) captcha/);
      await guest.look("periksa-berikutnya");
      await guest.fill("serial", serial);
      await guest.fill("check-code", checkCode.startsWith("0") ? "11111111" : "00000000");
      await guest.submit();
      await guest.shows("#result .bad");
      await guest.look("periksa-nomor-tidak-dikenal");

      // A guess ends it: the next check begins with a captcha again.
      await guest.click("#result a[href$='/periksa/']");
      await guest.shows("#image[src^='data:image']");

      // No answer is a result, too, and what was typed stays.
      await guest.page.route("**/api/verify", (route) => route.fulfill({ status: 503, json: {} }));
      await guest.fill("serial", serial);
      await guest.fill("check-code", checkCode);
      await guest.fill("answer", "ANY");
      await guest.submit();
      await guest.shows("#result h2.caution:focus");
      await guest.look("periksa-sibuk");
      await guest.page.unroute("**/api/verify");
      await guest.page.locator("#result button").click();
      await guest.shows("h1:focus");
      expect(await guest.page.locator("#serial").inputValue()).toBe(serial);
    }));
}

/** Nomor Seri and Kode Periksa as they stand on the holder's card of now. */
async function numbersOf(cast: Cast): Promise<readonly [serial: string, checkCode: string]> {
  // Scanning waits until the card is drawn.
  await cast.qrPath();
  const { request } = cast.holder.page;
  const answer = await request.get(new URL("/api/me/card", cast.holder.page.url()).href);
  const { text } = cardAnswer.parse(await answer.json());
  return [groupSerial(text?.serial ?? ""), groupCheckCode(text?.checkCode ?? "")];
}
