/** A request that was begun on a phone goes on at a desk. */
import { expect } from "vitest";
import { findInQueue } from "./support/find-in-queue.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

/**
 * One person at a phone, where «Brebes» was typed, and at a desk, which went on with it.
 * @param stays whether the form is open on the phone meanwhile
 */
async function twoDevices(world: World, name: string, stays = false) {
  const { nip } = (await world.newcomer({ like: "Siti Contohwati", name })).employee;
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
  if (stays) await first.open("/pengajuan?baru=birth", "#fields-title");

  const second = await tourAt(desktop);
  await second.open("/pengajuan?baru=birth", "#birthPlace");
  expect(await second.page.inputValue("#birthPlace")).toBe("Brebes");
  return { first, second };
}

test("a draft of another device goes on, instead of a second one beside it", async ({ world }) => {
  const { first, second } = await twoDevices(world, "Dara Drafwati");
  await second.look("pengajuan-perangkat-lain");
  await second.open("/pengajuan", "#requests-title");
  await expect.poll(() => second.page.locator("main article").count()).toBe(1);

  // The first one goes on typing what the second one took over, and sends it.
  await first.open("/pengajuan?baru=birth", "#fields-title");
  await first.fill("birthPlace", "Tegal");
  await first.submit();
  await first.shows("#files-title:focus");
  await first.submit();
  await first.shows("#check-title:focus");
  await first.submit();
  await first.visitor.sees("Draf ini sudah dilanjutkan, dikirim, atau dibuang di perangkat lain.");
  await first.visitor.sees("Belum terkirim. Pilih lebih dulu");
  await first.shows('main [role=alert] a[href*="/pengajuan?id="]');
  await first.look("pengajuan-diambil-alih");
  await first.press("Lanjutkan yang di sini sebagai pengajuan baru");
  await first.shows("#check-title:focus");
  await first.visitor.sees("Tegal");
  await first.submit();
  await first.shows(".notice-good:focus");
  await first.open("/pengajuan", "#requests-title");
  await expect.poll(() => first.page.locator("main article").count()).toBe(2);

  // And the second one, whose text stays, cannot send a second one of the same.
  await second.open("/pengajuan?baru=birth", "#choose-title");
  await second.visitor.sees("Yang Anda ketik di sini tetap ada");
  await second.look("pengajuan-sedang-diajukan");
  expect([first, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
});

test("who opens the other device's draft finds what was typed here beside it", async ({
  world,
}) => {
  const { first, second } = await twoDevices(world, "Dewi Drafwati", true);
  const refused = first.page.waitForResponse(/requests\/mine\/draft/);
  await first.fill("birthPlace", "Pekalongan");
  // When the typing pauses.
  expect((await refused).status()).toBe(409);
  await first.visitor.sees("Draf ini sudah dilanjutkan, dikirim, atau dibuang di perangkat lain.");
  await first.click('main [role=alert] a[href*="/pengajuan?id="]');
  await first.visitor.sees("Brebes");
  await first.click('main a[href*="langkah=isian"]');
  await first.shows("#fields-title:focus");
  expect(await first.page.inputValue("#birthPlace")).toBe("Brebes");
  await first.open("/pengajuan", "#requests-title");
  await expect.poll(() => first.page.locator("main article").count()).toBe(2);
  await first.click("main article:last-of-type a");
  await first.visitor.sees("Pekalongan");
  expect([first, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
});

test("who opens a form that went on elsewhere reads so at once, and can be rid of what is here", async ({
  world,
}) => {
  const { first, second } = await twoDevices(world, "Dian Drafwati");
  await first.open("/pengajuan?baru=birth", "#fields-title");
  await first.visitor.sees("Draf ini sudah dilanjutkan, dikirim, atau dibuang di perangkat lain.");
  await first.look("pengajuan-dilanjutkan-di-lain");
  await first.press("Hapus yang di sini");
  await first.shows("#requests-title");
  await expect.poll(() => first.page.locator("main article").count()).toBe(1);
  // Nothing is in the way of the other one any more.
  await first.open("/pengajuan?baru=birth", "#birthPlace");
  expect(await first.page.inputValue("#birthPlace")).toBe("Brebes");
  await expect.poll(() => first.page.locator("main [role=alert]").count()).toBe(0);
  expect([first, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
});

test("an answer that another device was faster with is told, and what was typed here stays", async ({
  world,
}) => {
  const name = "Dina Jawabwati";
  const holder = await world.newcomer({ like: "Siti Contohwati", name });
  const tourAt = async (screen: typeof phone, nip: string, path: string) => {
    const visitor = await world.visitor({ ...screen, language: "id" });
    await visitor.signIn(nip);
    await visitor.isAt(path);
    return new Tour("id", visitor, world.cloud.siteUrl);
  };
  const first = await tourAt(desktop, holder.employee.nip, "/kartu");
  await first.open("/pengajuan?baru=birth", "#fields-title");
  await first.fill("birthPlace", "Brebes");
  await first.submit();
  await first.shows("#files-title:focus");
  await first.submit();
  await first.shows("#check-title:focus");
  await first.submit();
  await first.shows(".notice-good:focus");

  const asking = await world.newcomer({ like: "Budi Petugasanto", name: "Dino Tanyanto" });
  const desk = await tourAt(desktop, asking.employee.nip, "/petugas/beranda");
  await desk.open("/petugas/pengajuan", "#request-title");
  await findInQueue(desk, holder);
  await desk.page.keyboard.press("k");
  await desk.shows("select#code:focus");
  await desk.fill("reason", "Nomor aktanya?");
  await desk.submit();
  await desk.visitor.sees(/Klarifikasi diminta: /);

  const answerWith = async (tour: Tour, reply: string) => {
    await tour.open("/pengajuan", "#requests-title");
    await tour.click("main article a");
    await tour.click('main a[href*="langkah=isian"]');
    await tour.fill("reply", reply);
    await tour.submit();
    await tour.shows("#files-title:focus");
    await tour.submit();
    await tour.shows("#check-title:focus");
  };
  const second = await tourAt(phone, holder.employee.nip, "/kartu");
  pictureFailures([first.visitor, second.visitor], "jawab-");
  await answerWith(first, "Nomor 12.");
  await answerWith(second, "Nomor 7.");
  await second.submit();
  await second.shows(".notice-good:focus");
  await first.submit();
  await first.visitor.sees("Jawaban dari perangkat lain sudah sampai");
  await first.visitor.sees("Nomor 12.");
  await first.visitor.sees("Nomor 7.");
  await first.look("pengajuan-jawaban-kalah");
  await first.press("Hapus yang di sini");
  await first.page.getByText("Nomor 12.").waitFor({ state: "detached" });
});
