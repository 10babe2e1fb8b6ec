import { describe, expect, onTestFailed } from "vitest";
import { accessibilityFaults, overflowFaults } from "./support/inspection.ts";
import type { Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

/** The demo's, with a look of its own. */
const agency = "ins_khayalan";

/** The faces that are drawn, not only asked for. */
const pictures = `[...document.querySelectorAll(".specimen img")]
  .filter(({ complete, naturalWidth }) => complete && naturalWidth > 600)
  .map(({ src, alt, naturalWidth, width, naturalHeight, height }) => ({
    src, alt, isUndistorted: Math.abs(naturalWidth / naturalHeight - width / height) < 0.02 }))`;

interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly isUndistorted: boolean;
}

describe("an operator looks at the template before cards are redrawn", () => {
  let operator: Visitor;

  test.beforeAll(async ({ world }) => {
    operator = await world.visitor();
  });

  test("a login leads an operator home, from where the preview is a step; there each card is drawn when it is nearly in sight", async ({
    world,
  }) => {
    const { employee } = await world.newcomer({ like: "Oka Operatorawan", name: "Okta Pratinjau" });
    await operator.signIn(employee.nip);
    await operator.isAt("/operator/beranda");
    await operator.sees("Tidak ada yang menunggu keputusan Anda.");
    await operator.page.locator("main nav a").first().waitFor();
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    for (const width of [1280, 360]) {
      await operator.page.setViewportSize({ width, height: 740 });
      await operator.screenshot(`operator-home-${width}`);
      expect(await overflowFaults(operator.page)).toEqual([]);
    }
    await operator.page.setViewportSize({ width: 1280, height: 800 });
    await operator.page.locator('main nav a[href*="/operator/pratinjau"]').first().click();
    await operator.isAt("/operator/pratinjau");
    await operator.choose("Instansi", agency);

    expect((await drawn(operator, 4)).length).toBeLessThan(12 * 4);
  });

  test("all four faces of all twelve extreme cards are drawn in the agency's look, and the page has no fault", async () => {
    onTestFailed(() => operator.screenshot("failed-template"));
    for (const section of await operator.page.locator("main section").all())
      await section.scrollIntoViewIfNeeded();
    const faces = await drawn(operator, 12 * 4);

    expect(new Set(faces.map(({ src }) => src)).size).toBe(12 * 4);
    expect(new Set(faces.map(({ alt }) => alt)).size).toBe(12 * 4);
    expect(faces.filter(({ isUndistorted }) => !isUndistorted)).toEqual([]);
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    for (const width of [1280, 320]) {
      await operator.page.setViewportSize({ width, height: 800 });
      await operator.screenshot(`template-${width}`);
      expect(await overflowFaults(operator.page)).toEqual([]);
    }
  }, 120_000);

  test("what the browser keeps it asks about again, and it is not drawn again", async () => {
    const answers: number[] = [];
    operator.page.on("response", (response) => {
      if (response.url().endsWith(`&agency=${agency}`)) answers.push(response.status());
    });
    await operator.page.reload();
    await operator.choose("Instansi", agency);
    await drawn(operator, 4);

    expect(new Set(answers)).toEqual(new Set([304]));
    expect(operator.complaints).toEqual([]);
  });

  test("the page is there in English", async () => {
    await operator.page.getByRole("link", { name: "English" }).click();
    await operator.sees("Template version");
    await operator.page.getByAltText("A usual PNS: front, landscape").waitFor();

    await expect.poll(() => operator.page.title()).toMatch(/^Template preview/);
    expect(await accessibilityFaults(operator.page)).toEqual([]);
  });

  test("an officer has no right to it", async ({ world }) => {
    const officer = await world.visitor();
    const { employee } = await world.newcomer({ like: "Budi Petugasanto", name: "Bowo Pratinjau" });
    await officer.signIn(employee.nip);
    await officer.isAt("/petugas/beranda");
    await officer.goto("/operator/pratinjau");

    await officer.sees("Anda tidak berwenang membuka halaman ini.");
    expect(await officer.page.locator("main img").count()).toBe(0);
    expect(await accessibilityFaults(officer.page)).toEqual([]);
  });
});

/** Waits until so many faces are drawn in the agency's look. */
async function drawn(visitor: Visitor, count: number): Promise<Picture[]> {
  const faces = async () =>
    ((await visitor.page.evaluate(pictures)) as Picture[]).filter(({ src }) =>
      src.endsWith(`&agency=${agency}`),
    );
  await expect
    .poll(async () => (await faces()).length, { timeout: 90_000 })
    .toBeGreaterThanOrEqual(count);
  return faces();
}
