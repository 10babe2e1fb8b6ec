/** The browser's «back» and «forward» lead through the studio's steps, on a phone. */
import { expect } from "vitest";
import { phone } from "./support/screens.ts";
import { choosePicture, isOpened } from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let visitor: Visitor;
let nip: string;

test.beforeAll(async ({ world: given }) => {
  world = given;
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Mundurwati" });
  ({ nip } = employee);
  visitor = await world.visitor(phone);
});

/** This step is the one that is shown, its button has the focus, and the tab's title says it. */
async function isIn(step: string): Promise<void> {
  const stands = () =>
    visitor.page.evaluate(`(() => {
      const { activeElement, title } = document;
      return [activeElement?.textContent, activeElement?.getAttribute("aria-pressed"), title];
    })()`);
  const title = `${step} – Ubah Foto – Kartu ASN Virtual`;
  await expect.poll(stands).toEqual([step, "true", title]);
}

test("«back» leads a step back, «forward» on, and the step before the first is the page before", async () => {
  const { page } = visitor;
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
  await visitor.goto("/foto");
  await choosePicture(visitor, world.photo("format").bytes);
  await isOpened(visitor);
  await visitor.press("Lanjut");
  await isIn("2. Latar");
  await visitor.press("Lanjut");
  await isIn("3. Periksa");
  await page.goBack({ waitUntil: "commit" });
  await isIn("2. Latar");
  await page.goBack({ waitUntil: "commit" });
  await isIn("1. Bingkai");
  await page.goForward({ waitUntil: "commit" });
  await isIn("2. Latar");
  await page.goBack({ waitUntil: "commit" });
  await page.goBack({ waitUntil: "commit" });
  await visitor.isAt("/kartu");
  await page.goForward({ waitUntil: "commit" });
  await isOpened(visitor);
});

test("a reload keeps the step and the way back", async () => {
  const { page } = visitor;
  await visitor.press("2. Latar");
  await isIn("2. Latar");
  await page.reload();
  await expect.poll(() => visitor.button("2. Latar").getAttribute("aria-pressed")).toBe("true");
  expect(await page.title()).toMatch(/^2\. Latar – /);
  await page.goBack({ waitUntil: "commit" });
  await isIn("1. Bingkai");
});

test("from what became of a photo «back» leads to the step that sent it, and the title tells which it is", async () => {
  const { page } = visitor;
  await visitor.press("3. Periksa");
  await visitor.press("Kirim untuk diperiksa");
  await visitor.sees("Foto ini belum memenuhi syarat");
  expect(await page.title()).toBe("Galat: Ubah Foto – Kartu ASN Virtual");
  const before = visitor.answers.length;
  await page.goBack({ waitUntil: "commit" });
  await visitor.button("Kirim untuk diperiksa").waitFor();
  expect(await page.title()).toBe("3. Periksa – Ubah Foto – Kartu ASN Virtual");
  await page.goBack({ waitUntil: "commit" });
  await isIn("1. Bingkai");
  expect(visitor.answers.slice(before).filter((answer) => answer.startsWith("POST"))).toEqual([]);
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
