/** A lost phone at the counter, from the request until the holder has another authenticator. */
import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { codeOfShownKey, ownMailedCode } from "./support/codes.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("a lost phone at the counter: a petugas at a desktop, a penyetuju at a phone in English", () => {
  let asking: Tour;
  let deciding: Tour;
  let holder: SeededPerson;

  test.beforeAll(async ({ world }) => {
    const officer = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), world.cloud.siteUrl);
    [asking, deciding] = [await officer("id", desktop), await officer("en", phone)];
    holder = await world.newcomer({ like: "Siti Contohwati", name: "Sari Hilangponsel" });
  }, 180_000);

  test("both sign in", async ({ world }) => {
    await signIn(world, asking, "Budi Petugasanto", "Bagus Loketan");
    await signIn(world, deciding, "Rahayu Verifikasari", "Ratna Pemutus");
  }, 120_000);

  async function signIn(world: World, { visitor }: Tour, like: string, name: string) {
    const { employee } = await world.newcomer({ like, name });
    await visitor.signIn(employee.nip);
    await visitor.isAt("/petugas");
  }

  test("the petugas mails a code, types what the holder reads aloud, and asks", async ({
    world,
  }) => {
    pictureFailures([asking.visitor, deciding.visitor]);
    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
    await asking.look("akun-pegawai");
    await asking.visitor.press("Reset autentikator…");
    await asking.shows("#ticket");
    await asking.submit();
    await asking.lookAtErrors("reset-autentikator-kosong");
    await asking.visitor.press("Kirim kode ke surel pemegang");
    await asking.visitor.sees(/^Kode dikirim/);
    await asking.fill("code", await ownMailedCode(world, holder.employee.email));
    await asking.fill("ticket", "T-2026-7");
    await asking.fill("reason", "Ponsel hilang di bus");
    await asking.submit();
    await asking.shows(".notice-good:focus");
    await asking.visitor.sees("Reset autentikator menunggu keputusan penyetuju.");
  });

  test("the penyetuju sees old and new, and approves: it is in effect at once", async () => {
    pictureFailures([asking.visitor, deciding.visitor]);
    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.look("persetujuan-menunggu");
    await deciding.visitor.press("Approve…");
    await deciding.shows("dialog[open] ins");
    await deciding.look("persetujuan-setujui");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");

    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
    await asking.visitor.sees(/^Reset autentikator sudah berlaku/);
    await asking.open("/petugas/persetujuan", ".print-item");
    await asking.visitor.sees("Disetujui");
    await asking.look("persetujuan-saya");
  });

  test("the holder's next right password leads to another authenticator, and the password stays", async ({
    world,
  }) => {
    const { nip, email } = holder.employee;
    const visitor = await world.visitor(phone);
    pictureFailures([visitor]);
    const tour = new Tour("id", visitor, world.cloud.siteUrl);
    await visitor.login(nip);
    await visitor.isAt("/masuk/mfa");
    await tour.shows("#mailedCode");
    await tour.look("reset-autentikator-kode-surel");
    await tour.fill("mailedCode", await ownMailedCode(world, email));
    await tour.submit();
    await tour.shows("#deviceName");
    await tour.fill("deviceName", "HP baru");
    await tour.fill("code", await codeOfShownKey(world, tour.page));
    await tour.submit();
    await tour.shows(".recovery-codes");
    expect(visitor.complaints).toEqual([]);

    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
    expect(await asking.page.getByText("Reset autentikator sudah berlaku").count()).toBe(0);
  }, 120_000);

  test("nothing complains", () => {
    expect([...asking.visitor.complaints, ...deciding.visitor.complaints]).toEqual([]);
  });
});
