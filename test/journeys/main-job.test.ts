import { readFileSync } from "node:fs";
import sharp from "sharp";
import { beforeEach, describe, expect } from "vitest";
import { demoPassword } from "../../local/demo/demo-login.ts";
import type { DemoEmployee } from "../../local/demo/people.ts";
import { id as photo } from "../../web/src/messages/id/photo.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { drawings } from "./support/behind-the-pages.ts";
import { codeOfShownKey, mailedCode } from "./support/codes.ts";
import {
  answerWithoutImage,
  approveOnPage,
  askForChangeOf,
  askForStatus,
  cardState,
  changeRecord,
  choosePhoto,
  imagesLoaded,
  openMenu,
  shownFace,
  verify,
} from "./support/steps.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const newPassword = "Kuda-Hitam-9-Berlari";

/** The whole story, in order: each chapter begins where the one before ended. */
describe("a card is drawn from a record and a photo, follows the record, and is verified by its QR", () => {
  let world: World;
  let holder: Visitor;
  let officer: Visitor;
  /** The second officer, who decides. */
  let approver: Visitor;
  let verifier: Visitor;
  let newcomer: DemoEmployee;
  let officerRecord: DemoEmployee;
  let approverRecord: DemoEmployee;
  /** What the downloaded card's QR says. */
  let verificationUrl = "";

  test.beforeAll(async ({ world: given }) => {
    world = given;
    holder = await world.visitor();
    officer = await world.visitor();
    approver = await world.visitor();
    verifier = await world.visitor({ width: 390 });
    // Nobody else's card is of the series of PPPK of 2026, so hers is the first of it.
    const like = async (like: string, name: string, more = {}) =>
      (await world.newcomer({ like, name, ...more })).employee;
    newcomer = await like("Ayu Barudatang", "Ayu Barumasuk", { tmt: "2026-03-01" });
    officerRecord = await like("Budi Petugasanto", "Budi Lakonsanto");
    approverRecord = await like("Rahayu Verifikasari", "Rahayu Lakonsari");
  });
  beforeEach(() => pictureFailures([holder, officer, approver, verifier]));

  test("an imported holder activates the account by NIP, e-mail and the code from the mailbox", async () => {
    const { nip, email } = newcomer;
    await holder.goto("/masuk");
    await holder.follow("Lupa Password / Aktivasi");
    await holder.type("NIP", nip.replace(/(.{8})(.{6})(.)/, "$1 $2 $3 "));
    await holder.computeCaptcha();
    await holder.sees("Selesai. Lanjutkan dengan tombol di bawah.");
    await holder.screenshot("1-aktivasi-nip");
    await holder.press("Check");
    await holder.type("Alamat surel", email);
    await holder.press("Kirim");
    await holder.sees("Cek surel Anda");
    await holder.screenshot("1-aktivasi-surel");
    await holder.type("Kode dari surel", await mailedCode(world, email));
    await holder.type("Kata sandi baru", newPassword);
    await holder.type("Ulangi kata sandi baru", newPassword);
    await holder.press("Reset password");
    await holder.isAt("/masuk/mfa");
  });

  test("the activation goes on to the authenticator, and the next login asks for a code", async () => {
    const code = await codeOfShownKey(world, holder.page);
    await holder.screenshot("2-mfa");
    await holder.type("One-time code", code);
    await holder.press("Submit");
    await holder.sees("Simpan kode pemulihan");
    await holder.screenshot("2-kode-pemulihan");
    await holder.signIn(newcomer.nip, newPassword);
    await holder.isAt("/kartu");
    await holder.sees("Tidak ada foto");
    await holder.screenshot("2-kartu-tanpa-foto");
  });

  test.each(["dimensions", "transparency", "sharpness", "light", "colour", "size"] as const)(
    "a photo that breaks the rule on %s names it and changes nothing",
    async (rule) => {
      await holder.goto("/foto");
      await choosePhoto(holder, world.photo(rule));
      // The page may still tell of the photo before.
      const failed = () => holder.page.locator('li[data-outcome="failed"]').allTextContents();
      const told = [expect.stringContaining(photo.rules[rule])];
      await expect.poll(failed).toEqual(told);
      await holder.sees(/kartu Anda tidak berubah/);
      await holder.screenshot(`3-foto-ditolak-${rule}`);
      expect(await holder.button("Gunakan foto ini").count()).toBe(0);
    },
  );
  test("a conforming photo shows the card in both modes before it is accepted", async () => {
    await holder.goto("/foto");
    await choosePhoto(holder, world.photo());
    await holder.sees("Foto memenuhi syarat");
    await imagesLoaded(holder, ".previews img", 2);
    await holder.screenshot("3-foto-diterima");
    expect(await cardState(holder)).toBe("no-photo");
  });

  test("«Gunakan foto ini» draws the card, and the page shows it without reload", async () => {
    await holder.press("Gunakan foto ini");
    await holder.isAt("/kartu");
    await imagesLoaded(holder, "img.card-face", 1);
    await holder.screenshot("4-kartu-depan-lanskap");
    await holder.press("Potret");
    await imagesLoaded(holder, "img.card-face", 1);
    await holder.screenshot("4-kartu-depan-potret");
    await holder.press("Belakang");
    await imagesLoaded(holder, "img.card-face", 1);
    await holder.screenshot("4-kartu-belakang-potret");
    await holder.press("Lanskap");
    await holder.press("Depan");
    await holder.sees("B2026 0000001");
  });

  test("front and back are downloaded as PNG, and the QR holds the verification address", async () => {
    await openMenu(holder);
    const front = await holder.download("Download depan (PNG)");
    const back = await holder.download("Download belakang (PNG)");
    verificationUrl = (await decodeQr(readFileSync(await front.path()))) ?? "";

    expect(front.suggestedFilename()).toBe("kartu-asn-depan-lanskap.png");
    expect(back.suggestedFilename()).toBe("kartu-asn-belakang-lanskap.png");
    const picture = await sharp(readFileSync(await back.path())).metadata();
    expect(picture).toMatchObject({ format: "png", width: 1011, height: 638 });
    expect(verificationUrl).toMatch(/^http:\/\/LOCALHOST:\d+\/V\/[0-9A-Z]{26}#\d{300,}$/);
  });

  test("an officer asks for another golongan, a second one approves it, and the open card page follows by itself", async () => {
    const shown = await shownFace(holder);
    await officer.signIn(officerRecord.nip);
    await officer.isAt("/petugas/beranda");
    await officer.follow("Cari pegawai");
    await officer.type("Nama atau NIP", "ayu barum");
    await officer.press("Cari");
    await officer.follow("Ayu Barumasuk");
    await officer.isAt("/petugas/pegawai");
    await askForChangeOf(officer, () => officer.choose("Golongan", "X"), "SK 12/2026");
    await officer.screenshot("5-petugas-diajukan");
    await world.cloud.waitUntilIdle();
    expect(await shownFace(holder)).toBe(shown);
    await approver.signIn(approverRecord.nip);
    await approver.isAt("/petugas/beranda");
    await approveOnPage(approver, "Ayu Barumasuk");
    await approver.screenshot("5-penyetuju-menyetujui");

    await holder.page.bringToFront();
    await expect.poll(() => shownFace(holder)).not.toBe(shown);
    await holder.page.locator(".card-facts dd", { hasText: /^X$/ }).waitFor();
    await imagesLoaded(holder, "img.card-face", 1);
    await holder.screenshot("5-kartu-berubah-sendiri");
  });

  test("a change of a field that is not on the card draws nothing", async () => {
    const before = drawings(world);
    await officer.page.reload();
    await officer.page.locator("td", { hasText: "Rahayu Lakonsari" }).first().waitFor();
    const phone = () => officer.type("Nomor telepon", "0812 1111 2222");
    await changeRecord(officer, phone, "Permintaan pemegang");
    await world.cloud.waitUntilIdle();

    expect(drawings(world)).toBe(before);
  });

  test("two quick changes end in the newest card", async () => {
    const jabatan = (text: string) => () => officer.type("Jabatan", text);
    await changeRecord(officer, jabatan("Jabatan yang Lain"), "SK 13/2026");
    await changeRecord(officer, jabatan(newcomer.jabatan), "SK 13/2026 dibatalkan");
    await askForChangeOf(officer, () => officer.choose("Golongan", "IX"), "SK 14/2026");
    await approveOnPage(approver, "Ayu Barumasuk");
    await world.cloud.waitUntilIdle();

    await holder.page.locator(".card-facts dd", { hasText: /^IX$/ }).waitFor();
    await imagesLoaded(holder, "img.card-face", 1);
    await openMenu(holder);
    const front = await holder.download("Download depan (PNG)");
    // The record is again as it was at first, so the card is, and so is its code.
    expect(await decodeQr(readFileSync(await front.path()))).toBe(verificationUrl);
  });

  test("whoever scans the QR passes a captcha and sees that the card is valid and whose it is", async () => {
    await verifier.page.goto(verificationUrl);
    await verifier.sees("Periksa Kartu ASN");
    await verifier.type("Ketik tulisan pada gambar", "WRONG");
    await verifier.press("Periksa");
    await verifier.sees(/Isian captcha tidak cocok/);
    await verifier.screenshot("6-periksa-captcha-salah");
    await answerWithoutImage(verifier);
    await verifier.sees("Sah");
    await verifier.sees("Ayu Barumasuk, S.Pd.");
    await imagesLoaded(verifier, "main img", 1);
    await verifier.screenshot("6-periksa-sah");
    const text = await verifier.page.locator("main").innerText();
    expect(text).toContain(`1973•••• •••••• • •${newcomer.nip.slice(-2)}`);
    expect(text).not.toContain(newcomer.nip);
    expect(text).toMatch(/Bandingkan dengan wajah.*Kode hasil: V1.*Alamat resmi yang tercetak/s);
  });

  test("two officers end the employment: the very next verification says so, and the holder's page too", async () => {
    await officer.page.reload();
    await askForStatus(officer, "77", "SK pemberhentian 15/2026");
    await officer.screenshot("7-petugas-mengakhiri");
    await approveOnPage(approver, "Ayu Barumasuk");

    await verify(verifier, verificationUrl);
    await verifier.sees("Berakhir");
    await verifier.screenshot("7-periksa-berakhir");
    expect(await verifier.page.locator("main").innerText()).not.toContain("Ayu Barumasuk");

    // Another kedudukan hukum ends every session; who signs in again sees what became of the card.
    await holder.isAt("/masuk");
    await holder.signIn(newcomer.nip, newPassword);
    await holder.isAt("/kartu");
    await holder.sees(/Kartu Anda berakhir/);
    await holder.screenshot("7-kartu-berakhir");
    expect(await holder.page.locator("img.card-face").count()).toBe(0);
  });

  test("nothing was left behind: no dead letters, no complaints of the browsers, no personal data in the logs", async () => {
    await world.cloud.waitUntilIdle();
    const people = [newcomer, officerRecord, approverRecord];
    const personal = people.flatMap(({ nip, name, email }) => [nip, name, email]);
    const secrets = [...personal, newPassword, demoPassword];
    const logs = world.logLines().join("\n");

    expect(world.cloud.deadLetters()).toEqual({});
    expect([
      ...holder.complaints,
      ...officer.complaints,
      ...approver.complaints,
      ...verifier.complaints,
    ]).toEqual([]);
    expect(logs).toContain("card.drawn");
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
    expect(logs).not.toContain(tokenOfQr(verificationUrl));
  });
});
