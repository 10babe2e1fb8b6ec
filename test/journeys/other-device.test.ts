/** A request that was begun on a phone goes on at a desk. */
import { expect } from "vitest";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { test } from "./support/world.ts";

test("a draft of another device goes on, instead of a second one beside it", async ({ world }) => {
  const { nip } = (await world.newcomer({ like: "Siti Contohwati", name: "Dara Drafwati" }))
    .employee;
  const tourAt = async (screen: typeof phone) => {
    const visitor = await world.visitor({ ...screen, language: "id" });
    await visitor.signIn(nip);
    await visitor.isAt("/kartu");
    return new Tour("id", visitor, world.cloud.siteUrl);
  };
  const first = await tourAt(phone);
  await first.open("/pengajuan?baru=birth", "#fields-title");
  await first.fill("birthPlace", "Brebes");
  const saved = first.page.waitForResponse(/requests\/mine\/draft/);
  await first.click('main a[href$="/pengajuan"]');
  await saved;

  const second = await tourAt(desktop);
  await second.open("/pengajuan?baru=birth", "#birthPlace");
  expect(await second.page.inputValue("#birthPlace")).toBe("Brebes");
  await second.look("pengajuan-perangkat-lain");
  await second.open("/pengajuan", "#requests-title");
  await expect.poll(() => second.page.locator("main article").count()).toBe(1);
  expect([first, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
});
