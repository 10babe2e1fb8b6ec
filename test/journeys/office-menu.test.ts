/** The officers' menu: each day's work at one press, in one line of a desk; the rest under «Lainnya», by keyboard. */
import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const more = { id: /^Lainnya/, en: /^More/ };
const requests = '.member-menu a[href$="/petugas/pengajuan"]';
const decrees = '.member-menu a[href$="/petugas/sk"]';

describe.each(languagesOf("office-menu"))(
  "the menu of an officer who decides, in %s",
  (language) => {
    let world: World;
    let officer: SeededPerson;
    let tour: Tour;

    test.beforeAll(async ({ world: given }) => {
      world = given;
      const name = `Mena ${language}anto`;
      officer = await world.newcomer({ like: "Rahayu Verifikasari", name });
    });

    const arrives = async (screen: typeof phone) => {
      const visitor = await world.visitor({ ...screen, language });
      pictureFailures([visitor], `${language}-`);
      tour = new Tour(language, visitor, world.cloud.siteUrl, { hands: keyboard });
      await visitor.signIn(officer.employee.nip);
      await visitor.isAt("/petugas/beranda");
      // The header of the login has no menu.
      await tour.open("/petugas/beranda");
    };

    test("on a desk it is one line, and what is needed less often opens below it", async () => {
      await arrives(desktop);
      await tour.shows(requests);
      const lines = `new Set([...document.querySelectorAll(".member-menu nav > ul > li")].map((one) => one.offsetTop)).size`;
      expect(await tour.page.evaluate(lines)).toBe(1);
      await tour.press(more[language]);
      await tour.shows(decrees);
      await tour.look("menu-lainnya");
      // The phone's screen, on which it was looked at too, has it behind another button: it lost the focus, and closed.
      await tour.press(more[language]);
      await tour.shows(decrees);
      await tour.page.keyboard.press("Tab");
      await tour.page.keyboard.press("Escape");
      await tour.shows(".member-menu button[aria-expanded=false]:focus");
      await tour.press(more[language]);
      await tour.click(decrees);
      await tour.visitor.isAt("/petugas/sk");
      await tour.shows("main h1:focus");
      // The page comes after its address, and the menu closes with it.
      await tour.page.locator(decrees).waitFor({ state: "detached" });
      await tour.click(requests);
      await tour.visitor.isAt("/petugas/pengajuan");
      await tour.shows(`${requests}[aria-current]`);
      expect(tour.visitor.complaints).toEqual([]);
    });

    test("on a phone all of it is in the menu's one list", async () => {
      await arrives(phone);
      await tour.press("Menu");
      await tour.shows(requests);
      await tour.press(more[language]);
      await tour.shows(decrees);
      await tour.look("menu-ponsel");
      await tour.click(requests);
      await tour.visitor.isAt("/petugas/pengajuan");
      expect(tour.visitor.complaints).toEqual([]);
    });
  },
);
