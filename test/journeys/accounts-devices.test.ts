/** «Akun»: a holder sees where the account is signed in, ends it, and reads what happened. */
import { describe, expect } from "vitest";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const texts = {
  id: {
    endOthers: "Keluarkan semua perangkat lain",
    endOne: /^Keluarkan Chrome/,
    ended: "sudah dikeluarkan",
    newDevice: "masuk dari peramban yang belum dikenal, oleh Anda",
    sessionsEnded: "semua perangkat lain dikeluarkan, oleh Anda",
    menu: "Akun",
    notice: /Akun Anda: masuk dari peramban yang belum dikenal/,
  },
  en: {
    endOthers: "Sign out all other devices",
    endOne: /^Sign out Chrome/,
    ended: "was signed out",
    newDevice: "signed in from a browser that was not known, by you",
    sessionsEnded: "all other devices signed out, by you",
    menu: "Account",
    notice: /Your account: signed in from a browser that was not known/,
  },
} as const satisfies Record<Language, unknown>;

const people = {
  id: { screen: phone, who: { like: "Siti Contohwati", name: "Sekar Perangkat" } },
  en: { screen: desktop, who: { like: "Made Percobaan", name: "Made Perangkat" } },
} as const;

describe("the devices of an account", () => {
  for (const language of ["id", "en"] as const)
    test(`are listed and signed out, and the history tells it, in ${language}`, async ({
      world,
    }) => {
      const { screen, who } = people[language];
      const { employee: holder } = await world.newcomer(who);
      const visitor = async () => await world.visitor({ ...screen, language });
      const own = new Tour(language, await visitor(), world.cloud.siteUrl);
      const [first, second] = [await visitor(), await visitor()];
      pictureFailures([own.visitor, first, second]);
      const text = texts[language];
      for (const each of [first, second, own.visitor]) await each.signIn(holder.nip);
      await own.visitor.isAt("/kartu");

      await own.open("/akun", "#devices-title");
      await own.visitor.sees(/Jakarta/);
      await own.look("akun");
      await own.standsStill("/akun", "#account-history-title");
      expect(await own.page.getByRole("button", { name: text.endOne }).count()).toBe(2);

      await own.page.getByRole("button", { name: text.endOne }).first().click();
      await own.shows(".notice-good:focus");
      await own.visitor.sees(text.ended);
      // The list says who used it last first.
      expect([await statusOf(first), await statusOf(second)].sort()).toEqual([200, 401]);
      await own.page.getByRole("button", { name: text.endOthers }).click();
      await own.page.getByRole("button", { name: text.endOthers }).waitFor({ state: "detached" });
      await own.shows(".notice-good:focus");
      expect([await statusOf(first), await statusOf(second)]).toEqual([401, 401]);
      expect(await statusOf(own.visitor)).toBe(200);

      await own.open("/akun", "#account-history-title");
      await own.visitor.sees(text.sessionsEnded);
      await own.visitor.sees(text.newDevice);
      await world.cloud.waitUntilIdle();
      const told = world.cloud.mails().filter(({ to }) => to.includes(holder.email));
      expect(told.map(({ subject }) => subject)).toContain(
        "Akun Kartu ASN Virtual Anda dipakai masuk dari peramban lain",
      );
      await own.open("/kartu", "#notifications-title");
      await own.visitor.sees(text.notice);
    }, 120_000);
});

async function statusOf({ page }: Visitor): Promise<number> {
  const { origin } = new URL(page.url());
  return (await page.context().request.get(`${origin}/api/session?look=1`)).status();
}
