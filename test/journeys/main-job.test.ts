import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import type { CaptchaChallenge } from "#shared/http/contract.ts";
import { totpCode } from "../../local/cognito/totp.ts";
import { demoPassword } from "../../local/demo/seed.ts";
import { wordsOf } from "../../local/start/desk.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { solve } from "../support/solve-captcha.ts";
import type { Visitor } from "./support/visitor.ts";
import { startWorld, type World } from "./support/world.ts";

/** The whole story, in order: each chapter begins where the one before ended. */
describe("a card is drawn from a record and a photo, follows the record, and is verified by its QR", () => {
  const newPassword = "Kuda-Hitam-9-Berlari";
  let world: World;
  let holder: Visitor;
  let officer: Visitor;
  let verifier: Visitor;
  let nip: string;
  /** What the downloaded card's QR says. */
  let verificationUrl = "";

  beforeAll(async () => {
    world = await startWorld();
    [holder, officer, verifier] = await Promise.all([
      world.visitor(),
      world.visitor(),
      world.visitor({ width: 390 }),
    ]);
    ({ nip } = world.person("Baru diimpor").employee);
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    onTestFailed(async () => {
      for (const [i, who] of [holder, officer, verifier].entries())
        await who.screenshot(`failed-${i}`);
    });
  });

  test("an imported holder activates the account by NIP, e-mail and the code from the mailbox", async () => {
    const { email } = world.person("Baru diimpor").employee;
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
    await world.cloud.settle();
    const mail = world.cloud.mails().find(({ to }) => to.includes(email));
    const code = /\b\d{6}\b/.exec(mail ? wordsOf(mail) : "")?.[0] ?? "no code was mailed";
    await holder.type("Kode dari surel", code);
    await holder.type("Kata sandi baru", newPassword);
    await holder.type("Ulangi kata sandi baru", newPassword);
    await holder.press("Reset password");
    await holder.sees("Kata sandi baru tersimpan");
    await holder.screenshot("1-aktivasi-selesai");
  });

  test("the first login leads to MFA enrolment, and the next one asks for a code", async () => {
    await holder.login(nip, newPassword);
    await holder.isAt("/masuk/mfa");
    const key = await holder.page.locator(".key code").textContent();
    await holder.screenshot("2-mfa");
    await holder.type(
      "One-time code",
      totpCode(key?.replaceAll(/\s/g, "") ?? "", world.cloud.clock.millis()),
    );
    await holder.press("Submit");
    await holder.sees("Ponsel Anda sudah terpasang");
    await holder.signIn(nip, newPassword);
    await holder.isAt("/kartu");
    await holder.sees("Belum ada foto");
    await holder.screenshot("2-kartu-tanpa-foto");
  });

  test.each(["dimensions", "transparency", "sharpness", "light", "colour", "format", "size"])(
    "a photo that breaks the rule on %s names it and changes nothing",
    async (rule) => {
      await holder.goto("/foto");
      await choosePhoto(holder, rule);

      await holder.page.locator('li[data-verdict="failed"]').first().waitFor();
      const failures = await holder.page.locator('li[data-verdict="failed"]').allTextContents();
      expect(failures).toHaveLength(1);
      await holder.sees(/Tidak ada yang diubah/);
      await holder.screenshot(`3-foto-ditolak-${rule}`);
      expect(await holder.button("Gunakan foto ini").count()).toBe(0);
    },
  );

  test("a conforming photo shows the card in both modes before it is accepted", async () => {
    await holder.goto("/foto");
    await choosePhoto(holder);
    await holder.sees("Foto memenuhi syarat");
    await imagesLoaded(holder, ".previews img", 2);
    await holder.screenshot("3-foto-diterima");
    const before = await cardState(holder);
    expect(before).toBe("no-photo");
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
    await holder.sees("B20240000001");
  });

  test("front and back are downloaded as PNG, and the QR holds the verification address", async () => {
    const front = await holder.download("Download depan (PNG)");
    const back = await holder.download("Download belakang (PNG)");
    verificationUrl = (await decodeQr(readFileSync(await front.path()))) ?? "";

    expect(front.suggestedFilename()).toBe("kartu-asn-front-landscape.png");
    expect(back.suggestedFilename()).toBe("kartu-asn-back-landscape.png");
    expect(await sharp(readFileSync(await back.path())).metadata()).toMatchObject({
      format: "png",
      width: 1011,
      height: 638,
    });
    expect(verificationUrl).toMatch(/^HTTP:\/\/LOCALHOST:\d+\/V\/[0-9A-Z]{26}$/);
  });

  test("an officer changes the golongan with a reason, and the open card page follows by itself", async () => {
    const shown = await holder.page.locator("img.card-face").first().getAttribute("src");
    await officer.signIn(world.person("Petugas BKPSDM").employee.nip);
    await officer.isAt("/petugas");
    await officer.type("Nama atau NIP", "ayu baru");
    await officer.press("Cari");
    await officer.screenshot("5-petugas-cari");
    await officer.follow("Ayu Barudatang");
    await officer.isAt("/petugas/pegawai");
    await changeRecord(officer, () => officer.choose("Golongan", "X"), "SK 12/2026");
    await officer.screenshot("5-petugas-tersimpan");

    await holder.page.bringToFront();
    await expect
      .poll(() => holder.page.locator("img.card-face").first().getAttribute("src"), {
        timeout: 15_000,
      })
      .not.toBe(shown);
    await holder.page.locator(".card-facts dd", { hasText: /^X$/ }).waitFor();
    await imagesLoaded(holder, "img.card-face", 1);
    await holder.screenshot("5-kartu-berubah-sendiri");
  });

  test("a change of a field that is not on the card draws nothing", async () => {
    const before = drawings(world);
    await changeRecord(
      officer,
      () => officer.type("Nomor telepon", "0812 1111 2222"),
      "Permintaan pemegang",
    );
    await world.cloud.settle();

    expect(drawings(world)).toBe(before);
  });

  test("two quick changes end in the newest card", async () => {
    await changeRecord(officer, () => officer.choose("Golongan", "XI"), "SK 13/2026");
    await changeRecord(officer, () => officer.choose("Golongan", "IX"), "SK 14/2026");
    await world.cloud.settle();

    await holder.page.locator(".card-facts dd", { hasText: /^IX$/ }).waitFor();
    await imagesLoaded(holder, "img.card-face", 1);
    const front = await holder.download("Download depan (PNG)");
    // The record is again as it was at first, so the card is, and so is its code.
    expect(await decodeQr(readFileSync(await front.path()))).toBe(verificationUrl);
  });

  test("whoever scans the QR passes a captcha and sees that the card is valid and whose it is", async () => {
    await verifier.page.goto(verificationUrl);
    await verifier.sees("Periksa Kartu ASN");
    await verifier.screenshot("6-periksa");
    await verifier.type("Ketik tulisan pada gambar", "WRONG");
    await verifier.press("Periksa");
    await verifier.sees(/Jawaban captcha tidak cocok/);
    await verifier.screenshot("6-periksa-captcha-salah");
    await verifyWithoutImage(verifier);
    await verifier.sees("Sah");
    await verifier.sees("Ayu Barudatang, S.Pd.");
    await imagesLoaded(verifier, "main img", 1);
    await verifier.screenshot("6-periksa-sah");
    const text = await verifier.page.locator("main").innerText();
    expect(text).toContain("1973•••• •••••• • •06");
    expect(text).not.toContain(nip);
  });

  test("unknown and malformed tokens are indistinguishable", async () => {
    const answers: string[] = [];
    for (const token of ["0123456789abcdefghjkmnpqrs", "not-a-token"]) {
      await verifier.page.goto(`${world.cloud.siteUrl}/v/${token}`);
      await verifyWithoutImage(verifier);
      await verifier.sees("Tidak dikenal");
      const text = await verifier.page.locator("main").innerText();
      answers.push(text.replaceAll(/\d{1,2}[.:]\d{2}([.:]\d{2})?/g, "TIME"));
    }
    await verifier.screenshot("6-periksa-tidak-dikenal");

    expect(answers[1]).toBe(answers[0]);
  });

  test("a used captcha is refused", async () => {
    const { siteUrl } = world.cloud;
    const challenge = (await (
      await fetch(`${siteUrl}/api/verify/captcha`)
    ).json()) as CaptchaChallenge;
    const body = JSON.stringify({
      token: "0123456789abcdefghjkmnpqrs",
      captcha: solve(challenge),
    });
    const headers = { "content-type": "application/json", "x-kartu": "1", origin: siteUrl };
    const ask = () => fetch(`${siteUrl}/api/verify`, { method: "POST", headers, body });

    expect((await ask()).status).toBe(200);
    const again = await ask();
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({
      problems: [{ field: "captcha", code: "captcha-refused" }],
    });
  });

  test("the officer ends the employment: the very next verification says so, and the holder's page too", async () => {
    await officer.choose("Kedudukan hukum baru", "77");
    await officer.page
      .getByLabel(/^Alasan perubahan/)
      .last()
      .fill("SK pemberhentian 15/2026");
    await officer.press("Ubah kedudukan hukum");
    await officer.press("Ya, ubah");
    await officer.sees("kedudukan hukum diubah");
    await officer.screenshot("7-petugas-mengakhiri");

    await verifier.page.goto(verificationUrl);
    await verifyWithoutImage(verifier);
    await verifier.sees("Berakhir");
    await verifier.screenshot("7-periksa-berakhir");
    expect(await verifier.page.locator("main").innerText()).not.toContain("Ayu Barudatang");

    await holder.sees(/Kartu Anda sudah berakhir/);
    await holder.screenshot("7-kartu-berakhir");
    expect(await holder.page.locator("img.card-face").count()).toBe(0);
  });

  test("nothing was left behind: no dead letters, no complaints of the browsers, no personal data in the logs", async () => {
    await world.cloud.settle();
    const people = [world.person("Baru diimpor"), world.person("Petugas BKPSDM")].map(
      ({ employee }) => employee,
    );
    const secrets = [
      ...people.flatMap((person) => [person.nip, person.name, person.email]),
      newPassword,
      demoPassword,
    ];
    const logs = world.cloud
      .logs()
      .map(({ text }) => text)
      .join("\n");

    expect(world.cloud.deadLetters()).toEqual({});
    expect([...holder.complaints, ...officer.complaints, ...verifier.complaints]).toEqual([]);
    expect(logs).toContain("card.drawn");
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
    expect(logs).not.toContain(verificationUrl.split("/").at(-1)?.toLowerCase());
  });

  async function choosePhoto(visitor: Visitor, breaks?: string): Promise<void> {
    const { fileName, bytes } = world.photo(breaks);
    await visitor.page
      .locator('input[type="file"]')
      .setInputFiles({ name: fileName, mimeType: "image/png", buffer: bytes });
  }
});

/** What a page knows of an image. */
interface Picture {
  readonly complete: boolean;
  readonly naturalWidth: number;
  readonly offsetParent: unknown;
}

/** Waits until so many images are drawn, not only asked for. */
async function imagesLoaded(visitor: Visitor, selector: string, count: number): Promise<void> {
  const drawn = () =>
    visitor.page.locator(selector).evaluateAll((images: Picture[]) => {
      const visible = images.filter((image) => image.offsetParent !== null);
      return visible.every((image) => image.complete && image.naturalWidth > 100)
        ? visible.length
        : 0;
    });
  await expect.poll(drawn, { timeout: 15_000 }).toBeGreaterThanOrEqual(count);
}

async function cardState(visitor: Visitor): Promise<unknown> {
  return visitor.page.evaluate(
    'fetch("/api/me/card").then((answer) => answer.json()).then(({ state }) => state)',
  );
}

async function changeRecord(
  officer: Visitor,
  fill: () => Promise<void>,
  reason: string,
): Promise<void> {
  await fill();
  await officer.type("Alasan perubahan", reason);
  await officer.press("Periksa perubahan");
  await officer.press("Simpan");
  await officer.page.locator("td", { hasText: reason }).first().waitFor();
  await officer.sees("Perubahan tersimpan. Kartu diperbarui sendiri.");
}

async function verifyWithoutImage(verifier: Visitor): Promise<void> {
  await verifier.press("Tanpa gambar");
  await verifier.press("Periksa");
}

/** How many cards were drawn so far. */
function drawings(world: World): number {
  return world.cloud.logs().filter(({ text }) => text.includes("card.drawn")).length;
}
