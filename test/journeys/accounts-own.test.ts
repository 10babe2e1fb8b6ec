/** «Akun»: a holder changes the password, makes recovery codes, and freezes the account; a login tells of a wrong clock. */
import { describe, expect } from "vitest";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";

const texts = {
  id: {
    save: "Simpan kata sandi baru",
    saved: /Kata sandi sudah diganti/,
    makeCodes: "Buat kode pemulihan baru",
    printed: "Kode pemulihan Kartu ASN Virtual",
    replace: "Ganti autentikator",
    left: "Kode pemulihan tersisa: 10 dari 10.",
    freeze: "Bekukan akun saya",
    confirm: /Ya, bekukan$/,
    frozen: /Akun ini dibekukan/,
    late: /Jam perangkat ini terlambat \d+ (menit|jam)\. .*waktu otomatis/,
  },
  en: {
    save: "Save the new password",
    saved: /The password is changed/,
    makeCodes: "Make new recovery codes",
    printed: "Recovery codes of Kartu ASN Virtual",
    replace: "Replace the authenticator",
    left: "Recovery codes left: 10 of 10.",
    freeze: "Freeze my account",
    confirm: /Yes, freeze it$/,
    frozen: /This account is frozen/,
    late: /This device's clock is \d+ (minutes?|hours?) slow\. .*automatic time/,
  },
} as const satisfies Record<Language, unknown>;

const people = {
  id: { screen: phone, who: { like: "Siti Contohwati", name: "Sinta Sandi" } },
  en: { screen: desktop, who: { like: "Made Percobaan", name: "Made Sandi" } },
} as const;

describe("the own account", () => {
  for (const language of languagesOf("accounts-own"))
    test(`gets another password and recovery codes, and is frozen, in ${language}`, async ({
      world,
    }) => {
      const { screen, who } = people[language];
      const { employee: holder } = await world.newcomer(who);
      const visitor = async () => await world.visitor({ ...screen, language });
      const own = new Tour(language, await visitor(), world.cloud.siteUrl);
      const other = await visitor();
      pictureFailures([own.visitor, other]);
      const text = texts[language];
      await other.signIn(holder.nip);
      await other.isAt("/kartu");
      await tellWrongClock(world, own, holder.nip, text.late);

      await own.open("/akun#kata-sandi", "#newPassword");
      await own.page.locator("#password-title:focus").waitFor();
      await own.visitor.press(text.save);
      await own.lookAtErrors("akun-sandi-salah");
      await own.fill("newPassword", newPassword);
      await own.fill("repeat", newPassword);
      await own.fill("passwordPassword", demoPassword);
      await own.fill("passwordCode", world.nextCode(holder.nip));
      await own.look("akun-sandi");
      await own.visitor.press(text.save);
      await own.visitor.sees(text.saved);
      await own.page.locator("#password-title:focus").waitFor();
      expect([await statusOf(own.visitor), await statusOf(other)]).toEqual([200, 401]);

      await own.visitor.press(text.makeCodes);
      await own.fill("authenticatorPassword", newPassword);
      await own.fill("authenticatorCode", world.nextCode(holder.nip));
      await own.visitor.press(text.makeCodes);
      await own.visitor.sees(text.left);
      await own.look("akun-kode-pemulihan");
      await own.page.emulateMedia({ media: "print" });
      expect(await own.page.locator("h2:visible").count()).toBe(1);
      expect(await own.page.locator(".recovery-codes li:visible").count()).toBe(10);
      await own.visitor.sees(text.printed);
      await own.page.emulateMedia({ media: "screen" });
      // No reload is needed for what the section offers.
      await own.visitor.sees(text.replace);

      await own.visitor.press(text.freeze);
      await own.shows("dialog[open]");
      await own.visitor.screenshot(`akun-beku-${language}`);
      await own.visitor.press(text.confirm);
      await own.visitor.isAt("/masuk");
      await own.visitor.sees(text.frozen);
      expect(await statusOf(own.visitor)).toBe(401);
      await other.triesToSignIn(holder.nip, newPassword);
      await other.sees(text.frozen);
      await world.cloud.waitUntilIdle();
      const told = world.cloud.mails().filter(({ to }) => to.includes(holder.email));
      expect(told.map(({ subject }) => subject)).toEqual(
        expect.arrayContaining([
          "Kata sandi akun Kartu ASN Virtual Anda diganti",
          "Akun Kartu ASN Virtual Anda dibekukan",
        ]),
      );
      expect(own.visitor.complaints).toEqual([]);
    }, 180_000);
});

/** Signs in while the time of the cloud is ahead of the browser's. */
async function tellWrongClock(
  { cloud, nextCode }: World,
  tour: Tour,
  nip: string,
  told: RegExp,
): Promise<void> {
  const { page, visitor } = tour;
  const behindMs = cloud.clock.millis() - Date.now();
  if (behindMs < 120_000) cloud.clock.advance(120_000);
  await visitor.login(nip);
  await visitor.isAt("/masuk/kode");
  await visitor.sees(told);
  expect(await page.getByRole("alert").count()).toBe(1);
  await tour.look("kode-jam");
  await visitor.type("One-time code", nextCode(nip));
  await page.keyboard.press("Enter");
  await visitor.isAt("/kartu");
}

async function statusOf({ page }: Visitor): Promise<number> {
  const { origin } = new URL(page.url());
  return (await page.request.get(`${origin}/api/session`)).status();
}
