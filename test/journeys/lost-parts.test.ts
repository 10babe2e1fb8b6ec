/** What a page says when its parts or its script do not arrive, or scripts do not run. */
import { describe, expect } from "vitest";
import { test, type World } from "./support/world.ts";

const unknown = "/v/0123456789abcdefghjkmnpqrs";

let world: World;
test.beforeAll(({ world: given }) => {
  world = given;
});

describe("parts that do not arrive", () => {
  test("one that is lost once is fetched again", async () => {
    const visitor = await world.visitor();
    let lost = 0;
    await visitor.page.route(/\/assets\/reset-[^?]*\.js$/, (route) =>
      lost++ === 0 ? route.abort() : route.continue(),
    );
    await visitor.goto("/");
    await visitor.follow("Belum pernah masuk? Aktifkan akun Anda");

    await visitor.isAt("/aktivasi");
    expect(lost).toBeGreaterThan(0);
    await visitor.page.context().close();
  });

  test("one that stays lost is said, with a way to reload", async () => {
    const visitor = await world.visitor();
    await visitor.page.route(/\/assets\/reset-/, (route) => route.abort());
    await visitor.goto("/");
    await visitor.page.getByRole("link", { name: "Aktifkan akun" }).click();

    await visitor.sees("Bagian halaman ini tidak sampai.");
    expect(await visitor.button("Muat ulang").count()).toBe(1);
    await visitor.page.context().close();
  });

  test.each([unknown, "/masuk"])("%s without its script says a sentence", async (path) => {
    const { page } = await world.visitor();
    await page.route(/\/assets\/(scanned|main|core)-.*\.js/, (route) => route.abort());
    await page.goto(`${world.cloud.siteUrl}${path}`);

    const sentence = page.getByText("Halaman ini belum selesai dimuat.");
    expect(await sentence.isVisible()).toBe(false);
    // The ten seconds are an animation's, which can be asked how long it waits, and told to be at its end.
    const waitedMs = await page.evaluate(`(() => {
      const [wait] = document.getAnimations().filter(({ animationName }) => animationName === "not-started");
      wait.finish();
      return wait.effect.getTiming().delay;
    })()`);
    expect(waitedMs).toBe(10_000);
    await expect.poll(() => sentence.isVisible()).toBe(true);
    await page.context().close();
  });
});

test.each(["/kartu", "/masuk", "/aktivasi", "/petugas"])(
  "%s without JavaScript says one honest sentence",
  async (path) => {
    const context = await world.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.cloud.siteUrl}${path}`);

    expect((await page.locator("main").innerText()).trim()).toMatch(
      /^Halaman ini memerlukan JavaScript\.[^.]*\.$/,
    );
    await context.close();
  },
);

test("a check of a card without JavaScript says so, and how it is done", async () => {
  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.cloud.siteUrl}${unknown}`);

  expect((await page.locator("main").innerText()).trim()).toMatch(
    /^Periksa Kartu ASN\s+Anda memindai [^\n]+\s+JavaScript di peramban Anda mati\. Periksa tanpa JavaScript$/,
  );
  await context.close();
});

test("the front page works without JavaScript", async () => {
  const context = await world.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${world.cloud.siteUrl}/`);

  expect(await page.locator("main").innerText()).not.toMatch(/JavaScript|Memuat/);
  await page.getByRole("link", { name: "Login" }).click();
  await page.waitForURL("**/masuk");
  await context.close();
});
