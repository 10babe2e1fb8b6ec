/** What holds on every page: going back, other tabs, time-outs, browsers that lack something. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type DemoEmployee, demoPeople } from "../../local/demo/people.ts";
import { launchKeepingPages } from "../support/browser.ts";
import { lacking } from "./support/lacking.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let people: Readonly<Record<"holder" | "officer", DemoEmployee>>;
test.beforeAll(async ({ world: given }) => {
  world = given;
  const holder = await world.newcomer({ like: "Siti Contohwati", name: "Sinta Cangkangwati" });
  const officer = await world.newcomer({ like: "Budi Petugasanto", name: "Bagus Cangkangsanto" });
  people = { holder: holder.employee, officer: officer.employee };
});

const unknown = "/v/0123456789abcdefghjkmnpqrs";

async function signedIn(
  role: keyof typeof people = "holder",
  device: { browser?: Browser } = {},
): Promise<Visitor> {
  const visitor = await world.visitor(device);
  await visitor.signIn(people[role].nip);
  await visitor.isAt(role === "holder" ? "/kartu" : "/petugas/beranda");
  return visitor;
}

/** Notes how the page comes back: whether the browser had kept it, and whether it was hidden at that moment. */
function noteReturn(page: Page): Promise<void> {
  return page.evaluate(`addEventListener("pageshow", ({ persisted }) => {
    localStorage.setItem("return", persisted + " " + document.getElementById("app").hidden);
  })`);
}
const noted = (page: Page) => page.evaluate('localStorage.getItem("return")');
/** A kept page has no load that Playwright could wait for. */
const back = (page: Page) => page.evaluate("setTimeout(() => history.back())");

test("a start draws nothing before it is ready, and then the cards of the few who have a photo", () => {
  const withPhoto = demoPeople().filter(({ portrait }) => portrait !== undefined);
  expect(world.drawn).toEqual({ whenReady: 0, whenIdle: withPhoto.length });
});

describe("going back", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchKeepingPages();
  });
  afterAll(() => browser.close());

  test("a page whose session lives is shown again as it was, after the server was asked", async () => {
    const { page, answers } = await signedIn("holder", { browser });
    await noteReturn(page);
    await page.goto(`${world.cloud.siteUrl}${unknown}`);
    const before = answers.length;
    await back(page);
    await page.locator("h1:visible", { hasText: "Kartu ASN Virtual" }).waitFor();

    expect(await noted(page)).toBe("true true");
    expect(answers.slice(before)).toContain("GET /api/session 200");
    await page.context().close();
  });

  test("after «Keluar» nothing of the person shows, and the login stands there", async () => {
    const visitor = await signedIn("holder", { browser });
    const { page } = visitor;
    await noteReturn(page);
    await visitor.press("Keluar");
    await visitor.isAt("/masuk");
    await page.locator("main form:visible").waitFor();
    await page.evaluate("globalThis.isHere = true");
    await back(page);
    const isGone = () => page.evaluate("!globalThis.isHere").catch(() => false);
    await expect.poll(isGone).toBe(true);

    // Where it leads depends on what the page asked meanwhile: to the login, or to its second step, never to the card.
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/masuk/);
    await page.locator("main form:visible").waitFor();
    expect(await noted(page)).not.toBe("true false");
    expect(await page.getByText(people.holder.name).count()).toBe(0);
    await page.context().close();
  });

  test("after a logout in another tab a kept page leads to the login", async () => {
    const visitor = await signedIn("holder", { browser });
    const { page } = visitor;
    await noteReturn(page);
    await page.goto(`${world.cloud.siteUrl}${unknown}`);
    await page.evaluate(
      'fetch("/api/session/logout", { method: "POST", headers: { "x-kartu": "1" } })',
    );
    await back(page);

    await visitor.isAt("/masuk");
    expect(await noted(page)).not.toBe("true false");
    await page.context().close();
  });
});

test("another tab leaves when one signs out", async () => {
  const visitor = await signedIn();
  const other = await visitor.page.context().newPage();
  await other.goto(`${world.cloud.siteUrl}/foto`, { waitUntil: "networkidle" });
  await visitor.press("Keluar");

  await other.waitForURL("**/masuk");
  await visitor.page.context().close();
});

test("who is signed in is led on by the front page and the login", async () => {
  const visitor = await signedIn();
  await visitor.goto("/");
  await visitor.page.getByRole("link", { name: "Buka layanan" }).click();
  await visitor.isAt("/kartu");
  await visitor.goto("/masuk");
  await visitor.sees("Anda sudah masuk sebagai");
  await visitor.page.getByRole("link", { name: "Lanjutkan" }).click();
  await visitor.isAt("/kartu");
  await visitor.page.context().close();
});

test("an early script that comes after the page asks for nothing again", async () => {
  const { page } = await signedIn();
  // What the page after the login still asks for is not counted.
  await page.goto("about:blank");
  await page.route("**/assets/early-*.js", async (route) => {
    await page.locator("img.card-face").waitFor();
    await route.continue();
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  // The script has run when the page is loaded.
  await page.goto(`${world.cloud.siteUrl}/kartu`, { waitUntil: "load" });

  expect(asked.some((path) => path.startsWith("/assets/early-"))).toBe(true);
  expect(asked.filter((path) => path === "/api/me/card")).toHaveLength(1);
  expect(asked.filter((path) => path.startsWith("/api/me/card/faces/"))).toHaveLength(1);
  await page.context().close();
});

test.each(["id", "en"] as const)(
  "the footer leads to the guide, and the guide to the licences (%s)",
  async (language) => {
    const visitor = await world.visitor({ language });
    await visitor.goto("/masuk");
    await visitor.page.locator('main form [type="submit"]:enabled').waitFor();
    await visitor.page.locator("footer a").click();
    await visitor.page.locator('main a[href$="/petunjuk/"]').first().click();
    await visitor.page.locator('a[href$=".txt"]').click();

    await visitor.sees("Third-party software in Kartu ASN Virtual.");
    await visitor.leave();
  },
);

test("with colours of the reader's own, what is chosen and what cannot be pressed still look so", async () => {
  const { page } = await signedIn();
  const groundOf = (selector: string) =>
    page.evaluate(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`,
    );
  const inkOf = (selector: string) =>
    page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).color`);
  await page.locator('.choice [aria-pressed="true"]').first().waitFor();
  await page.emulateMedia({ forcedColors: "active" });
  expect(await groundOf('.choice [aria-pressed="true"]')).not.toBe(
    await groundOf('.choice [aria-pressed="false"]'),
  );

  await page.goto(`${world.cloud.siteUrl}/v/0123456789abcdefghjkmnpqrs`);
  await page.locator("#submit:enabled").waitFor();
  const usable = await inkOf("#submit");
  await page.evaluate('document.getElementById("submit").disabled = true');
  expect(await inkOf("#submit")).not.toBe(usable);
  await page.context().close();
});

describe("a time-out", () => {
  test("a corrected clock ends nothing", async () => {
    const { page } = await signedIn("officer");
    await page.evaluate("Date.now = ((now) => () => now() + 3_600_000)(Date.now.bind(Date))");
    await page.waitForTimeout(2500);

    expect(new URL(page.url()).pathname).toBe("/petugas/beranda");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.context().close();
  });

  test("the end leads to the login, and from there back to the page", async () => {
    const visitor = await signedIn();
    const { page } = visitor;
    await page.clock.install();
    await visitor.goto("/foto");
    world.cloud.clock.advance(16 * 60_000);
    await page.clock.fastForward("16:00");
    await visitor.isAt("/masuk");
    await visitor.sees("Sesi Anda sudah berakhir");
    await visitor.signInHere(people.holder.nip);

    await visitor.isAt("/foto");
    await page.context().close();
  });
});

describe("a browser that lacks something says what is wrong, logs in and shows the card", () => {
  test.each(Object.entries(lacking))("%s", async (_, script) => {
    const visitor = await world.visitor();
    await visitor.page.addInitScript(script);
    // What is wrong is told, too: by other code than what is right.
    await visitor.goto("/masuk");
    await visitor.press("Login");
    await visitor.sees("wajib diisi.");
    await visitor.signInHere(people.holder.nip);
    await visitor.isAt("/kartu");
    await visitor.page.locator("img.card-face").first().waitFor();

    expect(visitor.complaints).toEqual([]);
    await visitor.page.context().close();
  });
});
