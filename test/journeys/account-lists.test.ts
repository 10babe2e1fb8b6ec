/** An officer finds the accounts that need attention, page after page, and takes a list out as a file. */
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { addCrowd } from "./support/crowd.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const agency = { instansiId: "ins_daftar", instansi: "Pemerintah Kabupaten Daftar" };
const count = 52;
const dangerous = '=HYPERLINK("https://evil.example";"klik")';

const people = {
  id: { screen: phone, like: "Budi Petugasanto", name: "Bagas Pendaftar" },
  en: { screen: desktop, like: "Rahayu Verifikasari", name: "Ratih Pendaftar" },
} as const;
const words = {
  id: {
    file: /^akun-belum-aktivasi-\d{4}-\d\d-\d\d\.csv$/,
    head: '"Nama";"NIP";"Unit kerja";"Sejak"',
  },
  en: {
    file: /^accounts-not-activated-\d{4}-\d\d-\d\d\.csv$/,
    head: '"Name";"NIP";"Unit";"Since"',
  },
} as const;

describe("lists of accounts", () => {
  test.beforeAll(async ({ world }) => {
    await addCrowd(world.cloud, count, agency, (i) => {
      if (i === 0) return { unitKerja: dangerous };
      return i === 1 ? { emailFailedAt: "2026-11-20T03:00:00.000Z" } : {};
    });
  });

  for (const language of ["id", "en"] as const)
    test(`tabs, pages and the file, in ${language}`, async ({ world }) => {
      const { screen, like, name } = people[language];
      const { employee } = await world.newcomer({ like, name, ...agency });
      const officer = new Tour(
        language,
        await world.visitor({ ...screen, language }),
        world.cloud.siteUrl,
      );
      pictureFailures([officer.visitor]);
      const { page } = officer;
      await officer.visitor.signIn(employee.nip);
      await officer.shows("main .list-top a");
      await officer.click('main .list-top a[href*="/petugas/akun"]');
      await officer.shows(".tabs");

      const tabs = page.locator(".tabs a");
      expect(await tabs.allTextContents()).toEqual([
        expect.stringContaining("(50+)"),
        expect.stringContaining("(0)"),
        expect.stringContaining("(0)"),
        expect.stringContaining("(1)"),
      ]);
      await officer.look("akun-daftar");
      expect(await page.locator("main tbody tr").count()).toBe(50);
      await officer.click("main .panel ~ .button");
      await officer.shows("main tbody tr:nth-child(51)");
      await page.locator("main tbody tr:nth-child(51) th:focus").waitFor();
      expect(await page.locator("main tbody tr").count()).toBe(count);
      await officer.look("akun-daftar-semua");

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        officer.click(".list-download .button"),
      ]);
      await officer.shows(".list-download .notice-good:focus");
      await officer.look("akun-daftar-diunduh");
      expect(download.suggestedFilename()).toMatch(words[language].file);
      const [head, ...rows] = readFileSync(await download.path(), "utf8")
        .trimEnd()
        .split("\r\n");
      expect(head).toBe(`\uFEFF${words[language].head}`);
      expect(rows).toHaveLength(count);
      expect(rows[0]).toContain(
        `"19850212 199901 2 001";"'=HYPERLINK(""https://evil.example"";""klik"")"`,
      );

      await tabs.nth(2).click();
      await page.locator("main tbody").waitFor({ state: "detached" });
      await officer.look("akun-daftar-kosong");
      await tabs.nth(3).click();
      await officer.shows("main tbody a");
      expect(page.url()).toContain("daftar=undeliverable");
      expect(await page.locator("main tbody tr").count()).toBe(1);
      await officer.click("main tbody a");
      await officer.shows(".record-facts .notice-warning");
      await page.goBack();
      await officer.shows('.tabs a[aria-current="page"][href*="undeliverable"]');
      await officer.standsStill("/petugas/akun", ".tabs");
    });
});
