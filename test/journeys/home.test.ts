/** The home of everybody who is signed in: the card first, what waits, where each request is, the services and the help. */
import type { Page } from "playwright-core";
import { beforeEach, describe, expect } from "vitest";
import { ownRequestAnswer } from "#shared/request-kinds/request-kind-answers.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const walks = {
  id: {
    ...{ screen: phone, holder: "Sekar Berandawati", officer: "Bagas Berandanto" },
    nothing: "Tidak ada yang menunggu Anda.",
    noRequests: "Tidak ada pengajuan yang sedang berjalan.",
    place: /Tempat lahir: Diajukan.*Dipegang oleh Petugas instansi Anda, sejak/s,
    answer: "Jawab pertanyaan petugas: Tempat lahir",
    last: /^Kartu terakhir di perangkat ini\. Data per \d/,
    services: "Layanan Lainnya",
    card: "Kartu ASN Virtual",
    choose: "Pilih foto agar kartu dibuat",
    own: "Untuk Anda sendiri",
  },
  en: {
    ...{ screen: desktop, holder: "Sekar Homewati", officer: "Bagas Homanto" },
    nothing: "Nothing is waiting for you.",
    noRequests: "No request is on its way.",
    place: /Place of birth: Sent.*, since/s,
    answer: "Answer an officer's question: Place of birth",
    last: /^The last card on this device\. Data as of \d/,
    services: "Other services",
    card: "Virtual ASN Card",
    choose: "Choose a photo, so that your card is made",
    own: "For yourself",
  },
} as const;

const waits = 'section[aria-labelledby="waiting-title"]';
const requests = 'section[aria-labelledby="own-requests-title"]';
const services = 'section[aria-labelledby="services-title"]';

describe.each(languagesOf("home"))("the home, in %s", (language) => {
  const text = walks[language];
  let world: World;
  let own: Tour;
  let page: Page;
  let holder: SeededPerson;
  let officer: SeededPerson;
  let asker: HttpHolder;
  let request: { readonly id: string; readonly version: number };

  test.beforeAll(async ({ world: given }) => {
    world = given;
    // By keyboard alone.
    own = new Tour(
      language,
      await world.visitor({ ...text.screen, language }),
      world.cloud.siteUrl,
      { hands: keyboard },
    );
    page = own.page;
    holder = await world.newcomer({ like: "Siti Contohwati", name: text.holder });
    officer = await world.newcomer({ like: "Budi Petugasanto", name: text.officer });
    asker = await signedIn(holder);
  });
  beforeEach(() => pictureFailures([own.visitor], `${language}-`));

  async function signedIn({ employee: { nip } }: SeededPerson): Promise<HttpHolder> {
    const somebody = new HttpHolder(world.cloud.siteUrl);
    await somebody.signIn(nip, world.nextCode(nip));
    return somebody;
  }

  const textOf = (selector: string) => page.locator(selector).innerText();

  test("a login leads to the card; nothing waits, no request is on its way, and the menu and the help stand below", async () => {
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.imagesDrawn("img.card-face");
    await own.shows(services);
    await own.shows("#notifications-title");
    expect(await textOf(waits)).toContain(text.nothing);
    expect(await textOf(requests)).toContain(text.noRequests);
    expect(await textOf(`${services} h2`)).toBe(text.services);
    expect(await textOf(`${services} li:first-child a`)).toBe(text.card);
    const order = await page.evaluate(
      `["img.card-face", "#waiting-title", "#own-requests-title", "#notifications-title", "#services-title", "#help-title"]
        .map((one) => document.querySelector(one))
        .every((one, at, all) => at === 0 || all[at - 1].compareDocumentPosition(one) === 4)`,
    );
    expect(order).toBe(true);
    await own.standsStill("/kartu", "#help-title");
    await own.look("beranda-kosong");
  });

  test("a request stands there with who has it; a question waits for its holder, by when, and leads to its answer", async () => {
    const asked = await asker.send("POST", "/api/requests/mine", {
      ...{ kind: "data-change", key: `home${language}0123456789abcdef`, files: [] },
      content: { values: { birthPlace: "Cirebon" } },
    });
    request = ownRequestAnswer.parse(await asked.json());
    await own.open("/kartu", requests);
    await expect.poll(() => textOf(requests)).toMatch(text.place);
    expect(await textOf(waits)).toContain(text.nothing);

    const petugas = await signedIn(officer);
    await petugas.send("POST", `/api/requests/officer/${request.id}`, {
      version: request.version,
      decision: { act: "clarify", code: "other", reason: "Sebutkan kotanya." },
    });
    await own.open("/kartu", `${waits} a`);
    expect(await textOf(`${waits} a`)).toBe(text.answer);
    expect(await page.locator(`${waits} time`).count()).toBe(1);
    await own.standsStill("/kartu", "#help-title");
    await own.look("beranda-menunggu");
    await own.click(`${waits} a`);
    await own.visitor.sees("Sebutkan kotanya.");
    expect(new URL(page.url()).search).toBe(`?id=${request.id}`);
  });

  test("requests that cannot be read hide nothing else, and are asked for again", async () => {
    await page.route("**/api/requests/mine", (route) => route.abort());
    await own.open("/kartu", `${requests} .notice button`);
    await own.shows("aside .card-facts");
    await own.look("beranda-pengajuan-hilang");
    await page.unroute("**/api/requests/mine");
    await own.click(`${requests} .notice button`);
    await own.shows(`${waits} a`);
  });

  test("while the newest card is on its way the last one of this device stands there, and says of when it is", async () => {
    const worker = `navigator.serviceWorker.getRegistration().then((one) => one?.active?.state)`;
    await expect.poll(() => page.evaluate(worker)).toBe("activated");
    const kept = `caches.open("kartu-files").then((files) => files.keys()).then((keys) => keys.length)`;
    await expect.poll(() => page.evaluate(kept)).toBe(5);
    const arrives = Promise.withResolvers<void>();
    await page.route(/\/api\/me\/card(\/faces\/.*)?$/, async (route) => {
      await arrives.promise;
      await route.continue();
    });
    await own.open("/kartu", "img.kept-face");
    await own.imagesDrawn("img.kept-face");
    expect(await textOf(".card-frame > .hint")).toMatch(text.last);
    expect(await page.locator("img.card-face, .status-badge").count()).toBe(0);
    await own.look("beranda-kartu-terakhir");
    arrives.resolve();
    await own.imagesDrawn("img.card-face");
    expect(await page.locator("img.kept-face").count()).toBe(0);
    await page.unrouteAll({ behavior: "wait" });
  });

  test("the front page of who is signed in has the menu, and tells nothing about anybody", async () => {
    await own.open("/", services);
    await own.look("beranda-depan");
    expect(await textOf("main")).not.toContain(holder.employee.name);
    await own.click(`${services} a[href$="/kartu"]`);
    await own.visitor.isAt("/kartu");
    await own.shows("img.card-face");
  });

  test("an officer's first page says what waits for them as a holder", async () => {
    const desk = new Tour(
      language,
      await world.visitor({ ...text.screen, language }),
      world.cloud.siteUrl,
    );
    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/beranda", requests);
    await desk.visitor.sees(text.own);
    expect(await desk.page.locator(`${waits} a`).innerText()).toBe(text.choose);
    await desk.standsStill("/petugas/beranda", requests);
    await desk.look("beranda-petugas-sendiri");
    expect([...own.visitor.complaints, ...desk.visitor.complaints]).toEqual([]);
  });
});
