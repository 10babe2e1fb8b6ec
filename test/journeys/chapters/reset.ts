/** The first reset of an account, and the set-up of its authenticator. */
import { expect } from "vitest";
import type { BothLanguages } from "../support/both-languages.ts";
import { codeOfShownKey, mailedCode } from "../support/codes.ts";
import { test } from "../support/world.ts";

const newPassword = "Kuda-Hitám-9-Berlari";

/** @param both of the story that this is a chapter of; there once its tests run */
export function reset(both: () => BothLanguages): void {
  test("reset: each step, and what can go wrong at it", () =>
    both().walk(async (cast) => {
      const { guest } = cast;
      const { nip, email } = cast.person("activating");
      await guest.open("/aktivasi", ".captcha-image img");
      await guest.look("aktivasi-1");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-1-kosong");
      await guest.fill("nip", nip);
      await guest.fill("captcha", "WRONG");
      await guest.submit();
      await guest.shows(".error-summary .reference");
      await guest.lookAtErrors("aktivasi-1-captcha-salah");
      await guest.click(".captcha .choice button:last-child");
      await guest.shows('progress[value="100"]');
      // The work is right whatever was typed of the image.
      expect(await guest.page.locator(".field-error").count()).toBe(0);
      await guest.look("aktivasi-1-tanpa-gambar");
      await guest.submit();
      await guest.shows("#email");
      await guest.look("aktivasi-2");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-2-kosong");
      await guest.submit();
      // The same mistake again is told again.
      await guest.shows(".error-summary:focus");
      await guest.fill("email", email);
      await guest.submit();
      await guest.shows("#newPassword");
      await guest.look("aktivasi-3");
      await guest.fill("code", "12345");
      await guest.fill("newPassword", "pendek");
      await guest.submit();
      await guest.lookAtErrors("aktivasi-3-salah");
      await guest.fill("code", await mailedCode(both().world, email));
      // One keyboard composes the letter, the other does not.
      await guest.fill("newPassword", newPassword.normalize("NFC"));
      await guest.fill("repeat", newPassword.normalize("NFD"));
      await guest.submit();
      // Who has no authenticator goes on in the same flow.
      await guest.shows(".enrolment-qr");
    }));

  test("setting up codes: the key, nothing typed, a wrong code, done", () =>
    both().walk(async (cast) => {
      const { guest } = cast;
      // Where the mailed code was just used (decision 0010), also after the page was left.
      await cast.logIn(guest, cast.person("activating").nip, newPassword);
      await guest.shows(".enrolment-qr");
      await guest.look("mfa");
      await guest.standsStill("/masuk/mfa", ".enrolment-qr");
      await guest.click("main details summary");
      await guest.look("mfa-kunci");
      await guest.fill("deviceName", "");
      await guest.submit();
      await guest.lookAtErrors("mfa-kosong");
      await guest.fill("deviceName", "HP");
      await guest.fill("code", "000000");
      await guest.submit();
      await guest.shows(".error-summary .reference");
      await guest.lookAtErrors("mfa-kode-salah");
      await guest.fill("code", await codeOfShownKey(both().world, guest.page));
      await guest.submit();
      await guest.shows(".recovery-codes");
      await guest.look("mfa-kode-pemulihan");
    }));
}
