/** In English at 360 px and by keyboard alone: two people ask, an officer looks at the papers as pictures and decides both at once, a proof verifies. */
import { setTimeout } from "node:timers/promises";
import { PDFDocument, rgb } from "pdf-lib";
import { beforeEach, describe, expect } from "vitest";
import { groupNip } from "#shared/employee/nip.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { keyboard } from "./support/hands.ts";
import { checkProof } from "./support/proof.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const places = ["Gelarwangi", "Buktisari"] as const;

describe("two holders and an officer, at a phone in English by keyboard alone", () => {
  let world: World;
  let own: Tour;
  let desk: Tour;
  let holders: readonly SeededPerson[];
  let officer: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const at = async () =>
      new Tour("en", await world.visitor({ ...phone, language: "en" }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    [own, desk] = [await at(), await at()];
    holders = [
      await world.newcomer({ like: "Siti Contohwati", name: "Tata Lahirwati" }),
      await world.newcomer({ like: "Siti Contohwati", name: "Tono Lahirman" }),
    ];
    officer = await world.newcomer({ like: "Budi Petugasanto", name: "Beni Putusanto" });
  });
  beforeEach(() => pictureFailures([own.visitor, desk.visitor]));

  test("each asks for another place of birth, with a paper behind it", async () => {
    for (const [i, { employee }] of holders.entries()) {
      await own.visitor.signIn(employee.nip);
      await own.visitor.isAt("/kartu");
      await own.open("/pengajuan?baru=birth", "#fields-title");
      await own.fill("birthPlace", places[i] ?? "");
      await own.submit();
      await own.shows("#files-title:focus");
      for (const name of ["akta.pdf", "lampiran.pdf"]) {
        const buffer = await aPaper(name);
        await own.page.setInputFiles("#bukti", { name, mimeType: "application/pdf", buffer });
        await expect
          .poll(() => own.page.locator("main").innerText())
          .toMatch(new RegExp(`${name}: (has )?arrived`));
      }
      await own.submit();
      await own.shows("#check-title:focus");
      await own.submit();
      await own.shows(".notice-good:focus");
      await own.page.context().clearCookies();
    }
  });

  test("the officer sees the paper in a frame in which nothing runs", async () => {
    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/pengajuan", "#request-title");
    await desk.shows("#request-title:focus");
    const title = desk.page.locator("#request-title");
    for (let steps = 0; !(await title.textContent())?.includes("Lahir"); steps++) {
      if (steps === 50) throw new Error("Nobody's request is in the queue.");
      await desk.page.keyboard.press("j");
    }
    // The first look meets a function without room, and the second file comes after what became of the first.
    const views = "**/api/evidence/*/files/*/view*";
    let asked = 0;
    let atOnce = 0;
    desk.page.on("request", (request) => {
      if (request.url().includes("/view?")) asked++;
    });
    await desk.page.route(
      views,
      async (route) => {
        await setTimeout(300);
        atOnce = asked;
        await route.fulfill({ status: 503, json: { message: "Service Unavailable" } });
      },
      { times: 1 },
    );
    await desk.page.keyboard.press("b");
    await desk.visitor.sees("This file cannot be shown yet");
    expect(atOnce).toBe(1);
    const frame = desk.page.locator("main iframe");
    await desk.page.frameLocator("main iframe").locator('img[alt="Page 2 of 2"]').waitFor();
    expect(await frame.count()).toBe(1);
    await desk.look("antrean-berkas-sibuk");
    await desk.press("Try again");
    await expect.poll(() => frame.count()).toBe(2);
    expect(await frame.first().getAttribute("sandbox")).toBe("");
    const shown = desk.page.frameLocator("main iframe >> nth=0");
    await shown.locator('img[alt="Page 2 of 2"]').waitFor();
    expect(await shown.locator('img[src^="data:image/jpeg"]').count()).toBe(2);
    expect(await shown.locator("script").count()).toBe(0);
    // Enlarged without a script, by keyboard.
    const picture = shown.locator('img[alt="Page 1 of 2"]');
    await shown.getByLabel("Enlarge").first().focus();
    await desk.page.keyboard.press("Space");
    expect((await picture.boundingBox())?.width).toBeGreaterThanOrEqual(1240);
    await desk.page.keyboard.press("Space");
    await title.focus();
    // On a desk the paper has the row to itself, and what is decided stays in view.
    const before = desk.page.viewportSize() ?? phone;
    await desk.page.setViewportSize({ width: 1280, height: 720 });
    await desk.page.keyboard.press("j");
    await desk.page.keyboard.press("ArrowLeft");
    await shown.locator('img[alt="Page 2 of 2"]').waitFor();
    const paper = await frame.first().boundingBox();
    expect(paper?.width).toBeGreaterThan(700);
    // Old beside new, and nothing lies over them before anything is scrolled.
    await desk.page.evaluate("scrollTo(0, 0)");
    const boxOf = async (selector: string) => {
      const box = await desk.page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not shown.`);
      return box;
    };
    const [old, fresh, bar] = [
      await boxOf("main del"),
      await boxOf("main ins"),
      await boxOf(".decides"),
    ];
    expect(old.y).toBe(fresh.y);
    expect(fresh.x + fresh.width <= bar.x || fresh.y + fresh.height <= bar.y).toBe(true);
    // Shown again, they are scrolled to.
    await desk.page.keyboard.press("b");
    await desk.page.keyboard.press("b");
    await shown.locator('img[alt="Page 2 of 2"]').waitFor();
    expect((await frame.first().boundingBox())?.y).toBeLessThan(200);
    await frame.first().scrollIntoViewIfNeeded();
    const agree = await desk.page.locator('[data-decision="agree"]').boundingBox();
    expect((agree?.y ?? 720) + (agree?.height ?? 0)).toBeLessThanOrEqual(720);
    await desk.page.setViewportSize(before);
    // It was scrolled away from the heading, and the focus with it.
    await title.focus();
    await title.scrollIntoViewIfNeeded();
    await desk.look("antrean-berkas");
  });

  test("both are decided at once, each with its outcome, and the proof's QR verifies", async () => {
    await desk.press(/^Decide several at once/);
    await desk.shows("#together-title:focus");
    await desk.look("antrean-bersama");
    for (const { employee } of holders) {
      const box = desk.page.getByLabel(new RegExp(`^${employee.name}`));
      await box.focus();
      await desk.page.keyboard.press("Space");
      await desk.visitor.sees(new RegExp(groupNip(employee.nip)));
    }
    const all = desk.page.getByLabel("Choose all (2)");
    expect(await all.isChecked()).toBe(true);
    await all.focus();
    await desk.page.keyboard.press("Space");
    await desk.visitor.sees(/Agree to 0 chosen/);
    await desk.page.keyboard.press("Space");
    await desk.press("Agree to 2 chosen");
    for (const { employee } of holders)
      await desk.visitor.sees(new RegExp(`Agreed: ${employee.name}`));
    await desk.shows("#together-title:focus");
    await desk.look("antrean-bersama-diputuskan");

    await own.visitor.signIn(holders[0]?.employee.nip ?? "");
    await own.visitor.isAt("/kartu");
    await own.open("/pengajuan", "#requests-title");
    await own.click("main article a");
    await own.shows("#changes-title");
    const guest = await world.visitor({ ...phone, language: "id" });
    const subject = "Perubahan data pegawai: disetujui";
    await checkProof(own, guest, { subject, secret: /Lahirwati|Gelarwangi/ });
    // What this test itself ran in the frame was stopped, and nothing else.
    const complaints = [own, desk].flatMap(({ visitor }) => visitor.complaints);
    expect(
      complaints.filter((each) => !/^Blocked script execution in .*sandboxed/.test(each)),
    ).toEqual([]);
  });
});

/** Of two pages. */
async function aPaper(title: string): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.setTitle(title);
  for (const color of [rgb(0.8, 0.9, 1), rgb(1, 0.9, 0.8)]) {
    const page = made.addPage([595, 842]);
    page.drawRectangle({ x: 40, y: 40, width: 515, height: 762, color });
  }
  return Buffer.from(await made.save());
}
