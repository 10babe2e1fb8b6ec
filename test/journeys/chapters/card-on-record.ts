/** The card beside the record, while somebody else changes the record. */
import { expect } from "vitest";
import type { Casts } from "../support/casts.ts";
import { test } from "../support/world.ts";

/** @param casts of the story that this is a chapter of, with its officers signed in; there once its tests run */
export function cardOnRecord(casts: () => Casts): void {
  test(
    "the card beside the record follows what somebody else changes",
    () =>
      casts().walk(async (cast) => {
        const { officer } = cast;
        await cast.openRecord();
        await officer.imagesDrawn(".person-card img");
        const shown = () => officer.page.locator(".person-card img").first().getAttribute("src");
        const before = await shown();
        await cast.changeMeanwhile({ jabatan: "Jabatan yang Digambar" });
        await expect.poll(shown).not.toBe(before);
        await officer.imagesDrawn(".person-card img");
        await officer.look("pegawai-kartu");
      }),
    60_000,
  );

  test("a check of the card is told on the record, and to its holder", () =>
    casts().walk(async (cast) => {
      const { officer, holder } = cast;
      await cast.verify(await cast.qrPath(), ".good");
      await cast.openRecord();
      // What stands above is there, and moves nothing any more.
      await officer.imagesDrawn(".person-card img");
      await officer.shows("#matters-title ~ h3");
      await officer.click("#scans-title ~ button");
      await officer.shows("#scans-title ~ ul li:focus");
      await officer.look("pegawai-jejak-pindai");
      await holder.open("/akun/data", "#scans-title");
      await holder.click("#scans-title ~ button");
      await holder.shows("#scans-title ~ ul li:focus");
      await holder.look("akun-data-jejak-pindai");
    }));
}

/** @param casts as above, after the last thing that needs the holder alive */
export function deathOnRecord(casts: () => Casts): void {
  test(
    "a death is recorded with its day, and nothing is offered any more for the account",
    () =>
      casts().walk(async (cast) => {
        const { officer } = cast;
        await cast.changeStatus("meninggal", "20/11/2026");
        await cast.openRecord();
        const account = officer.page.locator("[aria-labelledby=account-title]");
        await account.locator(".notice-warning").waitFor();
        expect(await account.locator("button").count()).toBe(0);
        await officer.look("pegawai-meninggal");
      }),
    60_000,
  );
}
