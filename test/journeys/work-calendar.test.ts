/** «Kalender kerja»: a holder reads which days are off, from «Layanan Lainnya». */
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const walks = {
  id: {
    ...{ screen: phone, holder: "Sari Kalenderwati" },
    title: "Kalender kerja",
    own: /Hari Jadi Kabupaten Contoh\s+Libur daerah/,
    unknown: "belum dimuat",
  },
  en: {
    ...{ screen: desktop, holder: "Sari Calendarwati" },
    title: "Work calendar",
    own: /Hari Jadi Kabupaten Contoh\s+Regional holiday/,
    unknown: "are not there yet",
  },
} as const;

describe.each(languagesOf("work-calendar"))("the work calendar, in %s", (language) => {
  const text = walks[language];

  test("is reached from the home by keyboard, tells the year, and says what is not there yet", async ({
    world,
  }) => {
    const { employee } = await world.newcomer({ like: "Siti Contohwati", name: text.holder });
    const own = new Tour(
      language,
      await world.visitor({ ...text.screen, language }),
      world.cloud.siteUrl,
      { hands: keyboard },
    );
    pictureFailures([own.visitor]);
    await own.visitor.signIn(employee.nip);
    await own.visitor.isAt("/kartu");
    await own.shows("#services-title");
    await own.click('#services-title ~ ul a[href*="bagian=kalender"]');
    await own.shows("#months-title");
    expect(await own.page.locator("h1").innerText()).toBe(text.title);
    await own.shows("#today-title");
    expect(await own.page.locator("main").innerText()).toMatch(text.own);
    expect(await own.page.locator('main section[aria-labelledby^="month-"]').count()).toBe(12);
    await own.look("kalender");
    const [download] = await Promise.all([
      own.page.waitForEvent("download"),
      own.press(/\(\.ics\)$/),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kalender-kerja-\d{4}\.ics$/);
    const file = readFileSync(await download.path(), "utf8");
    expect(file).toContain("SUMMARY:Hari Jadi Kabupaten Contoh\r\n");

    // Two years on nobody has said anything: the page counts, and says so.
    for (const _ of [1, 2]) {
      const year = await own.page.locator("main nav [aria-current]").innerText();
      await own.click("main nav a:last-child");
      await own.page
        .locator("main nav [aria-current]", { hasText: String(Number(year) + 1) })
        .waitFor();
    }
    expect(await own.page.locator("main .notice-warning").innerText()).toContain(text.unknown);
    expect(await own.page.locator("#today-title").count()).toBe(0);
    await own.look("kalender-belum-ada");
    await own.standsStill("/akun/data?bagian=kalender", "#months-title");
    expect(own.visitor.complaints).toEqual([]);
  }, 240_000);
});
