/** Holders change their own e-mail address: on a phone and a desktop, in both languages, by keyboard, in an old browser without storage. */
import { describe, expect } from "vitest";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { wordsOf } from "../../local/start/console/mailbox.ts";
import { tabTo, typeByKeyboard } from "./support/keyboard.ts";
import { oldAndBlocked } from "./support/lacking.ts";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const dayMs = 24 * 3_600_000;

const ways = [
  { way: "on a phone", language: "id", screen: phone, script: "" },
  { way: "on a desktop", language: "en", screen: desktop, script: "" },
  {
    way: "in an old browser that blocks storage",
    language: "id",
    screen: phone,
    script: oldAndBlocked,
  },
  {
    way: "in another language and an old browser",
    language: "en",
    screen: phone,
    script: oldAndBlocked,
  },
] as const satisfies readonly { language: Language; [more: string]: unknown }[];

const cancel: Readonly<Record<Language, string>> = {
  id: "Batalkan penggantian",
  en: "Cancel the change",
};

describe("the own address", () => {
  for (const { way, language, screen, script } of ways)
    test(`is changed by keyboard alone, ${way} (${language})`, async ({ world }) => {
      const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Sari Pindahan" });
      const holder = await world.visitor({ ...screen, language });
      await holder.page.addInitScript(script);
      pictureFailures([holder]);
      const tour = new Tour(language, holder, world.cloud.siteUrl);
      await holder.signIn(employee.nip);
      await holder.isAt("/kartu");
      await tour.open("/akun", "#contact-title");
      const to = `baru-${employee.email}`;
      await askFor(tour, to, world.nextCode(employee.nip));
      await tour.shows("#mailedCode");
      await tour.look("akun-surel-kode");
      await typeByKeyboard(tour.page, "mailedCode", "00000000");
      await tour.page.keyboard.press("Enter");
      await tour.shows(".error-summary");
      await typeByKeyboard(tour.page, "mailedCode", "");
      await tour.page.keyboard.press("ControlOrMeta+a");
      await tour.page.keyboard.type(await codeFor(world, to));
      await tour.page.keyboard.press("Enter");
      await holder.sees(cancel[language]);
      await tour.look("akun-surel-menunggu");
      expect(linkIn(await newestMail(world, employee.email))).toContain("/bukan-saya#");
      expect(holder.complaints).toEqual([]);
      await holder.leave();
    }, 180_000);

  test("counts a day later, and both addresses hear of it, the old one with a link", async ({
    world,
  }) => {
    const { employee } = await world.newcomer({
      like: "Siti Contohwati",
      name: "Sri Pindahan",
    });
    const holder = await world.visitor(phone);
    pictureFailures([holder]);
    const tour = new Tour("id", holder, world.cloud.siteUrl);
    await holder.signIn(employee.nip);
    await holder.isAt("/kartu");
    await tour.open("/akun", "#contact-title");
    const to = `baru-${employee.email}`;
    await askFor(tour, to, world.nextCode(employee.nip));
    await tour.shows("#mailedCode");
    await tour.fill("mailedCode", await codeFor(world, to));
    await holder.press("Pakai alamat ini");
    await holder.sees(cancel.id);

    world.cloud.clock.advance(dayMs + 10 * 60_000);
    await world.cloud.waitUntilIdle();
    await holder.signIn(employee.nip);
    await holder.isAt("/kartu");
    await tour.open("/akun", "#contact-title");
    await holder.sees(to);
    expect(linkIn(await newestMail(world, employee.email))).toContain("/bukan-saya#");
    expect(linkIn(await newestMail(world, to))).toBeUndefined();
    expect((await newestMail(world, to)).subject).toContain("surel");
    await holder.leave();
  }, 120_000);
});

/** Opens the form, and sends address, password and code. */
async function askFor({ page }: Tour, to: string, code: string): Promise<void> {
  await tabTo(page, "section[aria-labelledby=contact-title] summary");
  await page.keyboard.press("Enter");
  await typeByKeyboard(page, "email", to);
  await typeByKeyboard(page, "emailPassword", demoPassword);
  await typeByKeyboard(page, "emailCode", code);
  await page.keyboard.press("Enter");
}

async function codeFor(world: World, address: string): Promise<string> {
  return /\b\d{8}\b/.exec(wordsOf(await newestMail(world, address)))?.[0] ?? "no code was mailed";
}

async function newestMail({ cloud }: World, address: string) {
  await cloud.waitUntilIdle();
  const mail = cloud.mails().find(({ to }) => to.includes(address));
  if (!mail) throw new Error(`No mail went to ${address}.`);
  return mail;
}

function linkIn(mail: Parameters<typeof wordsOf>[0]): string | undefined {
  return /https?:\S+#\S+/.exec(wordsOf(mail))?.[0];
}
