/** A reset as it goes wrong: a slip in the address, a second tab, a guessed password; and what becomes of a thief's session. */
import { describe, expect } from "vitest";
import { wordsOf } from "../../local/start/console/mailbox.ts";
import { mailedCode } from "./support/codes.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const newPassword = "Kuda-Hitam-9-Berlari";
const people = {
  id: {
    screen: phone,
    who: { like: "Siti Contohwati", name: "Sekar Lupawati" },
    other: { like: "Made Percobaan", name: "Sasi Lupawati" },
  },
  en: {
    screen: desktop,
    who: { like: "Made Percobaan", name: "Wayan Lupakan" },
    other: { like: "Siti Contohwati", name: "Kadek Lupakan" },
  },
} as const;
const common = { id: "mudah ditebak", en: "is easily guessed" } as const;

describe("a reset", () => {
  for (const language of ["id", "en"] as const)
    test(`corrects a slip, leaves the other tab alone and ends the thief's session, in ${language}`, async ({
      world,
    }) => {
      const { screen, who, other } = people[language];
      const [holder, second] = [await world.newcomer(who), await world.newcomer(other)];
      const { nip, email } = holder.employee;
      const visitor = await world.visitor({ ...screen, language });
      const thief = await world.visitor({ ...screen, language });
      pictureFailures([visitor, thief]);
      await thief.signIn(nip);
      const tour = new Tour(language, visitor, world.cloud.siteUrl);

      await begin(tour, nip);
      const slip = `x${email}`;
      await tour.fill("email", slip);
      await tour.submit();
      await tour.shows("#newPassword");
      await world.cloud.waitUntilIdle();
      await visitor.sees(`x•••••${email.slice(email.indexOf("@") - 1)}`);
      await tour.look("reset-bukan-ini");
      await tour.click("main p .link-button");
      await tour.shows("#email");
      await tour.look("reset-kembali");
      await tour.fill("email", email);
      await tour.submit();
      await tour.shows("#newPassword");
      await world.cloud.waitUntilIdle();

      // Somebody else's reset, in another tab of the same browser.
      const page = await visitor.page.context().newPage();
      const tab = new Tour(
        language,
        Object.assign(Object.create(visitor), { page }),
        world.cloud.siteUrl,
      );
      await begin(tab, second.employee.nip);

      await tour.fill("code", await mailedCode(world, email));
      await setPassword(tour, "Keluarga-2026!");
      await visitor.sees(common[language]);
      await tour.look("reset-mudah-ditebak");
      await setPassword(tour, newPassword);
      await tour.shows('main a.button[href$="/masuk"]');
      await tab.fill("email", second.employee.email);
      await tab.submit();
      await tab.shows("#newPassword");
      await page.close();

      const { origin } = new URL(visitor.page.url());
      const look = await thief.page.context().request.get(`${origin}/api/session?look=1`);
      expect(look.status()).toBe(401);
      await noticeOf(world, email);
      await visitor.signIn(nip, newPassword);
      await visitor.isAt("/kartu");
    }, 300_000);
});

async function begin(tour: Tour, nip: string): Promise<void> {
  await tour.open("/aktivasi", ".captcha-image img");
  await tour.fill("nip", nip);
  await tour.click(".captcha .choice button:last-child");
  await tour.shows('progress[value="100"]');
  await tour.submit();
  await tour.shows("#email");
}

async function setPassword(tour: Tour, password: string): Promise<void> {
  await tour.fill("newPassword", password);
  await tour.fill("repeat", password);
  await tour.submit();
}

/** The mail tells what happened, and how to stop it. */
async function noticeOf({ cloud }: World, address: string): Promise<void> {
  await cloud.waitUntilIdle();
  const links = cloud
    .mails()
    .filter(({ to }) => to.includes(address))
    .flatMap((mail) => wordsOf(mail).match(/https?:\S+\/bukan-saya#\S+/g) ?? []);
  expect(links.length).toBeGreaterThan(0);
}
