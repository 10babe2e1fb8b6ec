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
}
