/** A change of a record that was begun and not saved. */
import { expect } from "vitest";
import type { Casts } from "../support/casts.ts";
import { test } from "../support/world.ts";

/** @param casts of the story that this is a chapter of, with its officers signed in; there once its tests run */
export function begunChange(casts: () => Casts): void {
  test("«back» leads from the review to the form, and from the form to the record", () =>
    casts().walk(async (cast) => {
      const { officer } = cast;
      await cast.openRecord();
      await officer.click(".record-page .button");
      await officer.shows("#change-title:focus");
      await officer.fill("phone", "0812 7777 0000");
      await officer.fill("reason", "SK 16/2026");
      await officer.submit();
      await officer.shows("#review-title:focus");
      await officer.click("main form + .after-form button");
      await officer.shows("#change-title:focus");
      await expect.poll(() => officer.page.locator("#phone").inputValue()).toBe("0812 7777 0000");
      await officer.page.goBack();
      await officer.shows("h1:focus");
      await officer.page.goForward();
      await officer.shows("#change-title:focus");
      await officer.click("main form + .after-form button");
      await officer.shows("h1:focus");
    }));

  test("a change that was begun survives the end of a session, until it is dropped", () =>
    casts().walk(async (cast) => {
      const { officer } = cast;
      const { page } = officer;
      await cast.openRecord();
      await officer.click(".record-page .button");
      await officer.fill("jabatan", "Jabatan yang Belum Disimpan");
      await officer.fill("reason", "SK 17/2026");
      await cast.signInOfficerAgain("#change-title");
      await officer.shows(".notice-info button");
      const shown = (field: string) => () => page.locator(field).inputValue();
      await expect.poll(shown("#jabatan")).toBe("Jabatan yang Belum Disimpan");
      await expect.poll(shown("#reason")).toBe("SK 17/2026");
      await officer.look("pegawai-ubah-lagi");
      await officer.click(".notice-info button");
      await expect.poll(shown("#reason")).toBe("");
      await page.reload();
      await officer.shows("#change-title");
      expect(await page.locator(".notice-info").count()).toBe(0);
    }));
}
