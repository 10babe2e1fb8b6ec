/** The card beside the record, while somebody else changes the record. */
import { expect } from "vitest";
import type { BothLanguages } from "../support/both-languages.ts";
import { test } from "../support/world.ts";

/** @param both of the story that this is a chapter of, with its officers signed in; there once its tests run */
export function cardOnRecord(both: () => BothLanguages): void {
  test(
    "the card beside the record follows what somebody else changes",
    () =>
      both().walk(async (cast) => {
        const { officer } = cast;
        await cast.openRecord();
        await officer.imagesDrawn(".person-card img");
        const shown = () => officer.page.locator(".person-card img").first().getAttribute("src");
        const before = await shown();
        await cast.changeMeanwhile({ jabatan: "Jabatan yang Digambar" });
        await expect.poll(shown, { timeout: 20_000 }).not.toBe(before);
        await officer.imagesDrawn(".person-card img");
        await officer.look("pegawai-kartu");
      }),
    60_000,
  );

  test("a check of the card is told on the record, and to its holder", () =>
    both().walk(async (cast) => {
      const { officer, holder } = cast;
      await cast.verify(await cast.qrPath(), ".good");
      await cast.openRecord();
      await officer.click("#scans-title ~ button");
      await officer.shows("#scans-title ~ ul li:focus");
      await officer.look("pegawai-jejak-pindai");
      await holder.open("/akun/data", "#scans-title");
      await holder.click("#scans-title ~ button");
      await holder.shows("#scans-title ~ ul li:focus");
      await holder.look("akun-data-jejak-pindai");
    }));
}
