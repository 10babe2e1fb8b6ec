/** A holder corrects a degree: over a breaking connection, through a question, past two deciders, onto the card. */
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { checkProof } from "./support/proof.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Title (ijazah) >>\nendobj\n%%EOF\n");
const degree = "S.Kom., M.Kom.";
const question = "Ijazah belum terbaca; sebutkan nomornya.";

describe("a holder proposes another degree", () => {
  let world: World;
  let own: Tour;
  let desk: Tour;
  let second: Tour;
  let holder: SeededPerson;
  let officers: readonly SeededPerson[];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { siteUrl } = world.cloud;
    own = new Tour("id", await world.visitor({ ...phone, language: "id" }), siteUrl);
    desk = new Tour("id", await world.visitor({ ...desktop, language: "id" }), siteUrl);
    second = new Tour("en", await world.visitor({ ...desktop, language: "en" }), siteUrl);
    holder = await world.newcomer({ like: "Siti Contohwati", name: "Sari Gelarwati" });
    officers = [
      await world.newcomer({ like: "Budi Petugasanto", name: "Bagus Periksanto" }),
      await world.newcomer({ like: "Rahayu Verifikasari", name: "Rara Putusari" }),
    ];
  });
  beforeEach(() => pictureFailures([own.visitor, desk.visitor, second.visitor]));

  test("a lost upload is sent again by itself, a reload loses nothing, and it is sent once", async () => {
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.open("/pengajuan", "#requests-title");
    await own.look("pengajuan");
    await own.press("Menu");
    await own.shows('.member-menu a[href$="/pengajuan"]');
    await own.press("Menu");
    await own.click('main a[href*="baru="]');
    await own.shows("#choose-title:focus");
    await own.look("pengajuan-bagian");
    await own.click('main a[href$="baru=name"]');
    await own.shows("#fields-title:focus");
    await own.look("pengajuan-isian");
    await own.submit();
    await own.lookAtErrors("pengajuan-isian-sama");
    await own.fill("gelarBelakang", degree);
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.lookAtErrors("pengajuan-tanpa-berkas");
    let lost = 0;
    await own.page.route("**", async (route) => {
      const sent = route.request();
      const isFile = sent.method() === "POST" && !new URL(sent.url()).pathname.startsWith("/api/");
      if (!isFile || lost > 0) return route.fallback();
      lost++;
      return route.abort("connectionreset");
    });
    await own.page.setInputFiles("#bukti", {
      ...{ name: "ijazah.pdf", mimeType: "application/pdf", buffer: pdf },
    });
    await own.visitor.sees(/ijazah\.pdf: sudah sampai/);
    expect(lost).toBe(1);
    await own.page.unrouteAll({ behavior: "wait" });
    await own.reload();
    await own.visitor.sees(/ijazah\.pdf: sudah sampai/);
    await own.look("pengajuan-berkas");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.visitor.sees(degree);
    await own.look("pengajuan-periksa");
    await own.page.context().clearCookies();
    await own.submit();
    await own.lookAtErrors("pengajuan-sesi-berakhir");
    await own.visitor.goto("/masuk");
    await own.visitor.signInHere(holder.employee.nip);
    await own.open("/pengajuan?baru=name&langkah=periksa", "#check-title");
    await own.submit();
    await own.shows(".notice-good:focus");
    await own.visitor.sees(/Nomor pengajuan Anda: \w{5}-\w{5}/);
    await own.visitor.sees("Petugas memverifikasi, lalu penyetuju memutuskan");
    await own.look("pengajuan-terkirim");
    await own.open("/pengajuan", "#requests-title");
    expect(await own.page.locator("main article").count()).toBe(1);
  });

  test("an officer asks by keyboard, and the holder answers without typing it again", async () => {
    await desk.visitor.signIn(officers[0]?.employee.nip ?? "");
    await desk.visitor.isAt("/petugas/beranda");
    // The menu of who has just signed in gets its second line while the page is on its way.
    await desk.open("/petugas/beranda", 'main a[href$="/petugas/pengajuan"]');
    await desk.look("beranda-pengajuan");
    await desk.click('main a[href$="/petugas/pengajuan"]');
    await findInQueue(desk, holder);
    await desk.look("antrean");
    const downloading = desk.page.waitForEvent("download");
    await desk.press("Unduh berkasnya");
    expect((await downloading).suggestedFilename()).toBe("berkas-bukti.pdf");
    await desk.page.locator("#request-title").focus();
    await desk.page.keyboard.press("k");
    await desk.shows("select#code:focus");
    await desk.fill("reason", question);
    await desk.page.keyboard.press("Escape");
    await desk.shows("#request-title:focus");
    await desk.page.keyboard.press("k");
    await desk.shows("select#code:focus");
    expect(await desk.page.inputValue("#reason")).toBe(question);
    expect(await desk.page.inputValue("#code")).toBe("other");
    await desk.look("antrean-klarifikasi");
    await desk.submit();
    await desk.visitor.sees(/Klarifikasi diminta: /);

    await world.cloud.waitUntilIdle();
    await own.open("/kartu", "#notifications-title");
    await own.click('.notifications a[href*="/pengajuan?id="]');
    await own.visitor.sees(question);
    await own.look("pengajuan-ditanya");
    await own.click('main a[href*="langkah=isian"]');
    await own.shows("#fields-title:focus");
    expect(await own.page.inputValue("#gelarBelakang")).toBe(degree);
    await own.fill("reply", "Nomor 12/2026.");
    await own.submit();
    await own.visitor.sees(/sudah sampai/);
    await own.submit();
    await own.shows("#check-title:focus");
    await own.submit();
    await own.shows(".notice-good:focus");
    await own.look("pengajuan-direvisi");
  });

  test("one verifies, another one approves, and the card follows by itself", async () => {
    await desk.reload();
    await findInQueue(desk, holder);
    await desk.visitor.sees("Nomor 12/2026.");
    await desk.page.keyboard.press("a");
    await desk.visitor.sees("Sedang Anda periksa.");
    await desk.shows("#request-title:focus");
    await desk.press("Kembalikan ke antrean");
    await desk.visitor.sees("Pengajuan dikembalikan ke antrean.");
    await desk.shows("#request-title:focus");
    // Held, it decides this one alone.
    let decisions = 0;
    desk.page.on("request", (sent) => {
      if (sent.method() === "POST" && sent.url().includes("/api/requests/officer/")) decisions++;
    });
    await desk.page.keyboard.down("s");
    await desk.page.keyboard.down("s");
    await desk.visitor.sees(/Diteruskan ke penyetuju: /);
    await desk.page.keyboard.down("s");
    await desk.page.keyboard.up("s");
    expect(decisions).toBe(1);

    await second.visitor.signIn(officers[1]?.employee.nip ?? "");
    await second.visitor.isAt("/petugas/beranda");
    await second.open("/petugas/pengajuan", "#request-title");
    await findInQueue(second, holder);
    await second.look("antrean-penyetuju");
    await second.page.keyboard.press("s");
    await second.visitor.sees(/Agreed: /);
    await world.cloud.waitUntilIdle();

    await own.open("/pengajuan", "#requests-title");
    await own.visitor.sees("Data sudah diubah; kartu mengikuti sendiri");
    await own.click("main article a");
    await own.shows("#changes-title");
    await own.look("pengajuan-disetujui");
    const guest = await world.visitor({ ...phone, language: "id" });
    const subject = "Perubahan data pegawai: disetujui";
    await checkProof(own, guest, { subject, secret: /Sari|M\.Kom/ });
    await own.open("/kartu", "img.card-face");
    await own.shows(`main :text("${degree}")`);
    await desk.open(`/petugas/pegawai?id=${holder.id}`, "#history-title");
    await desk.visitor.sees(/Bagus Periksanto/);
    await desk.visitor.sees(/Rara Putusari/);
  });

  test("what was rejected is asked again without typing, and a draft is thrown away", async () => {
    await own.open("/pengajuan?baru=birth", "#fields-title");
    await own.fill("birthDate", "31/02/1968");
    await own.fill("nik", "123");
    await own.submit();
    await own.shows("#birthDate-error");
    await own.visitor.sees(/terdiri dari 16 angka/);
    await own.lookAtErrors("pengajuan-isian-salah");
    await own.fill("birthDate", "");
    await own.fill("nik", "");
    await own.fill("birthPlace", "Cirebon");
    await own.submit();
    await own.shows("#files-title:focus");
    await own.submit();
    await own.shows("#check-title:focus");
    await own.submit();
    await own.shows(".notice-good:focus");
    const address = new URL(own.page.url());

    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, holder);
    await desk.page.keyboard.press("t");
    await desk.shows("select#code:focus");
    await desk.fill("reason", "Akta menyebut kota lain.");
    await desk.submit();
    await desk.visitor.sees(/Ditolak: /);

    await own.open(`${address.pathname}${address.search}`, "#place-title");
    await own.shows("#place-title ~ .notice-warning");
    await own.visitor.sees("Akta menyebut kota lain.");
    await own.look("pengajuan-ditolak");
    await own.open("/kartu", "[data-turned-down]");
    await own.visitor.sees("Akta menyebut kota lain.");
    await own.look("beranda-ditolak");
    await own.click("[data-turned-down] a.button");
    await own.shows("#fields-title:focus");
    expect(await own.page.inputValue("#birthPlace")).toBe("Cirebon");
    await own.fill("birthPlace", "Bogor");
    await own.press("Menu");
    await own.press("Keluar");
    await own.shows("#leaving-title");
    await own.press("Tetap di sini");
    await own.press("Menu");
    const saved = own.page.waitForResponse(/requests\/mine\/draft/);
    await own.click('main a[href$="/pengajuan"]');
    await (await saved).finished();
    await own.shows("#requests-title");
    // What this device typed and what the service has are one draft once the page has read that answer, and are thrown away as one.
    await own.page.evaluate("new Promise((read) => requestAnimationFrame(() => setTimeout(read)))");
    await own.open("/pengajuan", "#requests-title");
    await own.click("main article a");
    await own.shows("#changes-title");
    await own.visitor.sees("Bogor");
    await own.click("main details > summary");
    await own.click("main details .button-danger");
    await own.shows("#requests-title");
    await own.open("/pengajuan?baru=birth", "#fields-title");
    expect(await own.page.inputValue("#birthPlace")).not.toBe("Bogor");

    await own.open("/kartu", "[data-turned-down]");
    await own.press("Sudah saya baca, sembunyikan");
    await own.shows("#waiting-title:focus");
    await own.reload();
    await own.visitor.sees("Tidak ada yang menunggu Anda.");
    expect([own, desk, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });
});
