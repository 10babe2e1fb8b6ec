/** A campaign in English, everybody at a phone of 360 px and by keyboard alone: opened, met on the home of who is asked, answered, decided. */
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { typedDay } from "../../web/src/typed-day.ts";
import { ownMailedCode } from "./support/codes.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { keyboard } from "./support/hands.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

/** The story beside this one asks those of another agency. */
const agency = { instansiId: "ins_teladan", instansi: "Kementerian Teladan Nusantara" };
const unitKerja = "Bidang Kampanye Contoh";
const title = "E-mail update 2026";
const address = "tini.baru@contoh.example";
const waits = 'section[aria-labelledby="waiting-title"] a[href$="/kontak"]';

describe("a campaign by keyboard, in English on phones", () => {
  let world: World;
  let own: Tour;
  let desk: Tour;
  let person: SeededPerson;
  let officer: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const at = async () =>
      new Tour("en", await world.visitor({ ...phone, language: "en" }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    [own, desk] = [await at(), await at()];
    const { instansiId } = agency;
    person = await world.newcomer({
      ...{ like: "Siti Contohwati", name: "Tini Kampanyewati", instansiId, unitKerja },
    });
    officer = await world.newcomer({
      ...{ like: "Budi Petugasanto", name: "Bayu Kampanyanto", instansiId },
    });
  });
  beforeEach(() => pictureFailures([own.visitor, desk.visitor]));

  test("a petugas opens it, and it waits on the home of who is asked", async () => {
    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/pengajuan?bagian=pemutakhiran", 'main a[href*="baru="]');
    await desk.click('main a[href*="baru="]');
    await desk.shows("#title");
    await desk.fill("title", title);
    const day = (after: number) =>
      typedDay(
        new Date(world.cloud.clock.millis() + after * 86_400_000).toISOString().slice(0, 10),
      );
    await desk.fill("firstDay", day(0));
    await desk.fill("lastDay", day(20));
    await desk.fill("unitKerja", unitKerja);
    await desk.submit();
    await desk.shows("#review-title:focus");
    await desk.visitor.sees("It asks 1 people");
    await desk.press("Open the data update");
    await desk.shows("#figures-title");
    await desk.visitor.sees("1 people");
    await desk.look("kampanye-angka");

    await own.visitor.signIn(person.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.open("/kartu", waits);
    await own.visitor.sees(`Update e-mail address and mobile number: ${title}`);
    await own.look("kampanye-menunggu");
  });

  test("the link leads to the form, which says what asks and until when, and is answered", async () => {
    await own.click(waits);
    await own.shows("#nip");
    await own.page.selectOption("#campaign", { label: agency.instansi });
    await own.visitor.sees(new RegExp(`${title}, until \\d`));
    await expect.poll(() => own.page.inputValue("#nip")).toBe(person.employee.nip);
    await own.look("kampanye-langkah-1");
    await own.press("CEK NIP");
    await own.shows("#email");
    await own.fill("email", address);
    await own.fill("phone", "0812 3456 7891");
    await own.submit();
    await own.shows(".captcha");
    await own.press("Without image");
    await own.shows('progress[value="100"]');
    await own.press(/^SIMPAN DATA/);
    await own.shows("#mailedCode");
    await own.fill("mailedCode", await ownMailedCode(world, address));
    await own.submit();
    await own.visitor.sees(/Selamat email Anda telah berhasil disimpan\. Terima Kasih\./);
  });

  test("an officer decides it by keyboard, and nothing waits on the home any more", async () => {
    // Twice: while an earlier run of the job is still going the next one is throttled, and comes again some minutes later.
    for (const minutes of [6, 6]) {
      world.cloud.clock.advance(minutes * 60_000);
      await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    }
    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, person);
    await desk.visitor.sees(address);
    await desk.page.keyboard.press("s");
    await desk.visitor.sees(/(Passed on to the approver|Agreed): /);

    await own.visitor.signIn(person.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.open("/kartu", "#own-requests-title");
    expect(await own.page.locator(waits).count()).toBe(0);
    expect([own, desk].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
  });
});
