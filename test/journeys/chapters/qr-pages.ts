/** The two pages of a login by QR, in what they can show. */
import { expect } from "vitest";
import type { Cast } from "../support/cast.ts";
import type { Casts } from "../support/casts.ts";
import { numberOn, scanned } from "../support/scan.ts";
import { test } from "../support/world.ts";

/** The holder's phone opens what the guest's computer shows. Each round has a code of its own: looking takes long. */
async function ask({ guest, holder }: Cast): Promise<void> {
  await guest.open("/masuk/qr", ".qr-place img");
  await holder.page.goto("about:blank");
  await holder.page.goto(await scanned(guest.page));
  await holder.shows("#number");
}

/** @param casts of the story that this is a chapter of, with its holders signed in; there once its tests run */
export function qrPages(casts: () => Casts): void {
  test("login by QR on a computer: a code, the number, refused", () =>
    casts().walk(async (cast) => {
      const { guest, holder } = cast;
      await guest.open("/masuk/qr", ".qr-place img");
      await guest.look("masuk-qr");
      await guest.standsStill("/masuk/qr", ".qr-place img");
      await ask(cast);
      await numberOn(guest.page);
      await guest.look("masuk-qr-angka");
      await ask(cast);
      await holder.click("main form + .after-form button");
      await holder.shows("h1:focus");
      await holder.look("qr-ditolak");
      await guest.shows(".qr-place button");
      await guest.look("masuk-qr-ditolak");
    }));

  test("login by QR on a phone: nothing scanned, nothing typed, a wrong number, done, too late", () =>
    casts().walk(async (cast) => {
      const { guest, holder } = cast;
      await holder.open("/qr", "main h1 + p");
      await holder.look("qr-tanpa-kode");
      await ask(cast);
      await holder.look("qr");
      await ask(cast);
      await holder.submit();
      await holder.lookAtErrors("qr-kosong");
      await ask(cast);
      const number = await numberOn(guest.page);
      await holder.fill("number", number === "10" ? "11" : "10");
      await holder.fill("code", "000000");
      await holder.submit();
      await holder.shows("h1:focus");
      await holder.look("qr-angka-salah");
      await ask(cast);
      await holder.fill("number", await numberOn(guest.page));
      await holder.fill("code", casts().world.nextCode(cast.person("holder").nip));
      await holder.submit();
      await guest.imagesDrawn("img.card-face");
      await holder.shows("main time");
      await holder.look("qr-selesai");
      await guest.page.context().clearCookies();
      await holder.page.goto("about:blank");
      await holder.open(`/qr#${"0".repeat(22)}`, "h1:focus");
      await holder.look("qr-habis");
      expect(new URL(holder.page.url()).hash).toBe("");
    }));

  test("a phone that is not signed in is told so", () =>
    casts().walk(async ({ guest }) => {
      await guest.open(`/qr#${"0".repeat(22)}`, "main button");
      await guest.look("qr-belum-masuk");
    }));
}
