/**
 * People look at a photo, at the pages: a warning, a new one that is asked for, one from the counter, one that two take away. In one language
 * holder and penyetuju are on a phone and the petugas at a desktop, in the other one it is the other way round.
 */
import { beforeEach, describe, expect } from "vitest";
import { portraitPng } from "../../local/demo/portrait.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { languagesOf } from "./support/languages.ts";
import { photoWords } from "./support/photo-words.ts";
import { desktop, phone } from "./support/screens.ts";
import { choosePhoto, verify } from "./support/steps.ts";
import { keptIn, stageInView } from "./support/studio-hands.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const counter = 'section[aria-labelledby="counter-photo-title"]';
const section = 'section[aria-labelledby="photo-title"]';

describe.each(languagesOf("photo-people"))("in %s", (language) => {
  const [small, large] = language === "id" ? [phone, desktop] : [desktop, phone];
  const say = photoWords[language];
  let world: World;
  let people: Readonly<Record<"holder" | "petugas" | "penyetuju", SeededPerson>>;
  let holder: Tour;
  let petugas: Tour;
  let penyetuju: Tour;
  let verifier: Visitor;
  const name = language === "id" ? "Sekar Potretwati" : "Santi Potretwati";

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const there = { instansiId: `ins_foto_${language}` };
    people = {
      holder: await world.newcomer({ like: "Siti Contohwati", name, ...there }),
      petugas: await world.newcomer({
        like: "Budi Petugasanto",
        name: "Bagas Potretanto",
        ...there,
      }),
      penyetuju: await world.newcomer({
        like: "Rahayu Verifikasari",
        name: "Ratna Potretsari",
        ...there,
      }),
    };
    const at = async (screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), world.cloud.siteUrl);
    [holder, petugas, penyetuju] = [await at(small), await at(large), await at(small)];
    verifier = await world.visitor(phone);
  }, 240_000);
  beforeEach(() =>
    pictureFailures([...[holder, petugas, penyetuju].map(({ visitor }) => visitor), verifier]),
  );

  const record = () => `/petugas/pegawai?id=${people.holder.id}`;
  const mails = () =>
    world.cloud
      .mails()
      .filter(({ to }) => to.includes(people.holder.employee.email))
      .map(({ subject }) => subject);

  async function uses(bytes: Buffer): Promise<void> {
    await holder.open("/foto", "main h1");
    await choosePhoto(holder.visitor, { fileName: "foto.png", breaks: undefined, bytes });
    await holder.imagesDrawn(".previews img");
    await holder.press(say.use);
    await holder.visitor.isAt("/kartu");
    await world.cloud.waitUntilIdle();
  }

  /** Photos of the story's officers may wait before the holder's. */
  async function findInQueue(): Promise<void> {
    await petugas.open("/petugas/foto", "#review-title");
    const heading = petugas.page.locator("#review-title");
    while (!(await heading.textContent())?.includes(name)) await petugas.press(say.next);
    await petugas.imagesDrawn(".person-card img");
  }

  /** The penyetuju agrees to the one request about the holder. */
  async function decides(view: string): Promise<void> {
    await penyetuju.open("/petugas/persetujuan", ".print-item img");
    await penyetuju.imagesDrawn(".print-item img");
    await penyetuju.look(view);
    await penyetuju.press(/^(Setujui|Approve)…$/);
    await penyetuju.shows("dialog[open] [type=submit]");
    await penyetuju.look(`${view}-tanya`);
    await penyetuju.click("dialog[open] [type=submit]");
    await penyetuju.shows(".notice-good:focus");
    await world.cloud.waitUntilIdle();
  }

  /** A phone's picture becomes a photo in the studio at the counter, and is sent. Nothing of it stays in the office's browser. */
  async function makesOfJpeg(): Promise<void> {
    const before = await keptIn(petugas.page);
    const { picture } = await beforeWall(1006, "bald");
    await petugas.page.locator(`${counter} input[type="file"]`).setInputFiles({
      ...{ name: "IMG_2026.jpg", mimeType: "image/jpeg" },
      buffer: await phoneJpeg(picture, { width: 1500, height: 2000, orientation: 1 }),
    });
    await petugas.shows(".studio .stage canvas");
    expect(await stageInView(petugas)).toBeGreaterThan(0.9);
    await petugas.look("loket-studio");
    await petugas.press(say.step);
    await petugas.press(say.cut);
    await petugas.shows('[data-drawn="true"]');
    await petugas.press(say.step);
    await petugas.press(say.send);
    await petugas.shows(`${counter} form`);
    expect(await keptIn(petugas.page)).toEqual({ ...before, works: 0 });
  }

  test("an officer asks for a new one of a photo that the judge warned of", async () => {
    for (const { tour, who } of [
      { tour: holder, who: people.holder },
      { tour: petugas, who: people.petugas },
      { tour: penyetuju, who: people.penyetuju },
    ]) {
      await tour.visitor.signIn(who.employee.nip);
      await tour.shows("h1:focus");
    }
    await uses(await portraitPng(4, { hasNarrowEyes: true }));
    await findInQueue();
    await petugas.look("foto-antrean");
    expect(await petugas.page.getByText(say.holdersFix).count()).toBe(0);
    await petugas.click('[data-decision="ask"]');
    await petugas.shows("#ask-photo-title:focus");
    await petugas.press(say.cancel);
    await petugas.shows('[data-decision="ask"]:focus');
    await petugas.click('[data-decision="ask"]');
    await petugas.submit();
    await petugas.lookAtErrors("foto-minta-salah");
    await petugas.click("#fault-dress");
    await petugas.fill("note", say.note);
    await petugas.submit();
    await petugas.page.locator("#ask-photo-title").waitFor({ state: "detached" });
    await petugas.look("foto-diminta-petugas");
  }, 400_000);

  test("its holder is told in the inbox and by mail, and reads on card and photo why and until when", async () => {
    await world.cloud.waitUntilIdle();
    expect(mails()).toContain("Foto baru diminta untuk Kartu ASN Virtual Anda");
    await holder.open("/kartu", ".notice-warning h2");
    await holder.visitor.sees(say.note);
    await holder.visitor.sees(say.inbox["photo-new-asked"]);
    await holder.look("kartu-foto-diminta");
    await holder.open("/foto", ".notice-warning h2");
    await holder.visitor.sees(say.note);
    await holder.look("foto-diminta");
    const asked = await holder.page.locator(".notice-warning h2").boundingBox();
    const choosing = await holder.page.locator("main .field button").first().boundingBox();
    expect(asked?.y).toBeLessThan(400);
    expect(choosing?.y).toBeGreaterThan(asked?.y ?? Infinity);
    await holder.standsStill("/foto", ".notice-warning h2");
  }, 400_000);

  test("a new photo ends it, and an officer finds it fitting by one key", async () => {
    await uses(await portraitPng(5));
    await holder.open("/kartu", "img.card-face");
    expect(await holder.page.getByText(say.note).count()).toBe(0);
    await findInQueue();
    // Why it is there: who asked for it, and what for.
    const cause = await petugas.page.locator(".record-facts .notice-warning").innerText();
    for (const part of [say.follows, "Bagas Potretanto", say.note]) expect(cause).toContain(part);
    await petugas.look("foto-antrean-susulan");
    await petugas.page.keyboard.press("s");
    await petugas.page.getByText(name).first().waitFor();
    await petugas.open(record(), "#photo-title ~ ol li");
    await petugas.imagesDrawn(".record-facts img");
    await petugas.look("pegawai-foto");
    expect(await petugas.page.locator(".record-facts img.see-through").count()).toBe(1);
    expect(await petugas.page.locator("#photo-title ~ ol img.see-through").count()).toBe(1);
    await petugas.visitor.sees(say.oneShown);
    await petugas.click('a[href="#photo-title"]');
    expect((await petugas.page.locator("#photo-title").boundingBox())?.y).toBeLessThan(200);
    await petugas.standsStill(record(), "#photo-title ~ ol li");
  }, 400_000);

  test("a photo from the counter: a second officer sees the old one beside the new card, and decides", async () => {
    await petugas.open(record(), "#photo-title ~ ol li");
    await petugas.press(say.counter);
    await petugas.shows("#counter-photo-title:focus");
    await petugas.look("loket");
    await makesOfJpeg();
    await petugas.imagesDrawn(`${counter} .person-card img`);
    await petugas.look("loket-pratinjau");
    await petugas.click(`${counter} form [type=submit]`);
    await petugas.lookAtErrors("loket-salah");
    await petugas.fill("counterReason", "KTP-el");
    await petugas.click(`${counter} form [type=submit]`);
    await petugas.page.locator("#counter-photo-title").waitFor({ state: "detached" });
    await petugas.look("loket-diajukan");
    await penyetuju.open("/petugas/persetujuan", ".print-item img");
    expect(await penyetuju.page.locator(".print-item figcaption").allInnerTexts()).toEqual(
      say.bothFaces,
    );
    await decides("loket-putusan");
    expect(mails()).toContain("Foto Kartu ASN Virtual Anda diganti oleh petugas");
    await holder.open("/kartu", "img.card-face");
    await holder.visitor.sees(say.inbox["photo-brought"]);
  }, 400_000);

  test("taken away at once by two: no card, «ditangguhkan» for who checks it, and its holder reads why", async () => {
    const http = new HttpHolder(world.cloud.siteUrl);
    const { nip } = people.holder.employee;
    await http.signIn(nip, world.nextCode(nip));
    const qr = (await decodeQr(await http.face("front-landscape"))) ?? "";
    await petugas.open(record(), "#photo-title ~ ol li");
    await petugas.press(say.revoke);
    await petugas.shows("#revoke-photo-title:focus");
    await petugas.click(`${section} form [type=submit]`);
    await petugas.lookAtErrors("foto-cabut-salah");
    await petugas.click("#fault-likeness");
    await petugas.fill("revokeReason", say.reason);
    await petugas.click(`${section} form [type=submit]`);
    await petugas.page.locator("#revoke-photo-title").waitFor({ state: "detached" });
    await petugas.look("foto-cabut-diajukan");
    await petugas.visitor.sees(say.revokeWaits);
    await petugas.shows('[data-decision="ask"]');
    for (const gone of ["approve", "revoke"])
      expect(await petugas.page.locator(`[data-decision="${gone}"]`).count()).toBe(0);
    await decides("foto-cabut-putusan");

    await verify(verifier, qr);
    await verifier.sees("Ditangguhkan");
    expect(mails()).toContain("Foto Kartu ASN Virtual Anda dicabut");
    await holder.open("/kartu", ".notice-bad h2");
    await holder.visitor.sees(say.reason);
    // Whoever checks it reads «ditangguhkan»: the holder reads no «Aktif».
    expect(await holder.page.locator(".status-badge").innerText()).toBe(say.notActive);
    const told = await holder.page.locator(".notice-bad h2").boundingBox();
    const invited = await holder.page.locator(".notice-info a.button").boundingBox();
    expect(told?.y).toBeLessThan(300);
    expect(invited?.y).toBeGreaterThan(told?.y ?? Infinity);
    expect(await holder.page.locator(".notice-bad h2").count()).toBe(1);
    await holder.look("kartu-foto-dicabut");
    await holder.standsStill("/kartu", ".notice-bad h2");
    await holder.open("/foto", ".notice-bad h2");
    await holder.visitor.sees(say.reason);
    await holder.look("foto-dicabut");
    await petugas.open(record(), "#photo-title ~ ol li");
    await petugas.look("pegawai-foto-dicabut");
    const visitors = [holder, petugas, penyetuju].map(({ visitor }) => visitor);
    expect([...visitors, verifier].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 400_000);
});
