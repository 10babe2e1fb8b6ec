import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { DevCheckout } from "../support/dev-checkout.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { accessibilityFaults, overflowFaults } from "./support/inspection.ts";

/** A holder of the demo with a card. */
const nip = "196801012005032901";

/** Of the machine that runs the tests, not of the product: `npm run bench -- dev` measures. */
const patience = { timeout: 60_000 };

describe("npm run dev", () => {
  let dev: DevCheckout;
  let browser: Browser;
  let page: Page;
  let holder: HttpHolder;

  beforeAll(async () => {
    [dev, browser] = await Promise.all([DevCheckout.start(), launchBrowser()]);
    page = await browser.newPage();
    await page.goto(`${dev.siteUrl}/masuk`);
    holder = new HttpHolder(dev.siteUrl);
    await holder.signIn(nip, await codeOf(dev, nip));
  });
  afterAll(async () => {
    await browser?.close();
    await dev?.stop();
  });

  const statusOf = async (path: string) => (await fetch(`${dev.siteUrl}${path}`)).status;
  const headerOf = async (name: string) =>
    (await fetch(`${dev.siteUrl}/masuk`).catch(() => undefined))?.headers.get(name);

  test("a changed function answers, is told, and loads open pages again", async () => {
    const since = dev.output.length;
    const loaded = page.waitForEvent("load", patience);

    dev.replace(
      "functions/session-api/reset-routes.ts",
      '"/api/session/captcha"',
      '"/api/session/gambar"',
    );

    await expect.poll(() => statusOf("/api/session/gambar"), patience).toBe(200);
    expect(await statusOf("/api/session/captcha")).toBe(404);
    const printed = await dev.prints("session-api replaced", since);
    expect(printed).toMatch(/^✓ function session-api replaced, \d+ ms\n$/);
    await loaded;
    dev.replace(
      "functions/session-api/reset-routes.ts",
      '"/api/session/gambar"',
      '"/api/session/captcha"',
    );
    await expect.poll(() => statusOf("/api/session/captcha"), patience).toBe(200);
  });

  test("an open page shows its changed text by itself", async () => {
    const since = dev.output.length;

    dev.replace("web/src/messages/id/login.ts", "Ingat Saya", "Jangan lupakan saya");

    await expect.poll(() => page.getByLabel("Jangan lupakan saya").count(), patience).toBe(1);
    expect(await dev.prints("pages replaced", since)).toMatch(/pages replaced, \d+ ms/);
  });

  test("a changed setting of the infrastructure is served, and every resource it changed is told", async () => {
    const since = dev.output.length;

    dev.replace("infra/edge/headers.ts", "usb=()", "usb=(), midi=()");

    await expect.poll(() => headerOf("permissions-policy"), patience).toContain("midi=()");
    const printed = await dev.prints("stack updated", since);
    // The pages of the test before are in the template only now.
    expect(printed).toMatch(
      /^✓ stack updated, \d+ ms\n( {4}~ AWS::CloudFront::ResponseHeadersPolicy Kartu-Web\/\w+\n){2}( {4}~ Custom::CDKBucketDeployment Kartu-Web\/\w+\n){2}$/,
    );
  });

  test("what cannot be updated in place is told, and the stack stays as it was", async () => {
    const since = dev.output.length;

    dev.replace("infra/resources/role-table.ts", 'text("id")', 'text("other")');

    const printed = await dev.prints("the stack stays as it was", since);
    expect(printed).toContain("AWS would replace the table and lose its items");
    dev.replace("infra/resources/role-table.ts", 'text("other")', 'text("id")');
    await expect.poll(() => statusOf("/masuk"), patience).toBe(200);
  });

  test("a mistake in the code is told with its line, and the old code goes on serving", async () => {
    const since = dev.output.length;

    dev.append("functions/session-api/reset-routes.ts", "const = 1;");

    expect(await dev.prints("✗", since)).toContain("functions/session-api/reset-routes.ts");
    expect(await statusOf("/api/session/captcha")).toBe(200);
    dev.replace("functions/session-api/reset-routes.ts", "const = 1;\n", "");
    await dev.prints("session-api replaced", since);
  });

  test("a function's error is told with the line of its source", async () => {
    const since = dev.output.length;

    const line = dev.append("functions/verify-api/index.ts", 'throw new Error("on purpose");');

    await expect.poll(() => statusOf("/api/verify/captcha"), patience).toBe(500);
    const printed = await dev.prints(/\^/, since);
    expect(printed).toContain("✗ verify-api  Error: on purpose");
    expect(printed).toContain(`functions/verify-api/index.ts:${line}:7`);
    expect(printed).toContain(`${line} | throw new Error("on purpose");`);
  });

  test.each(["mailbox", "codes", "events", "queues", "logs?rujukan=K7Q2-M9XB", "clock"])(
    "the dev console's /%s is accessible, and fits a phone",
    async (path) => {
      const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
      await phone.goto(`${dev.consoleUrl}/${path}`);

      expect(await accessibilityFaults(phone)).toEqual([]);
      expect(await overflowFaults(phone)).toEqual([]);
      await phone.close();
    },
  );

  test("nothing was lost: who was signed in still is", async () => {
    expect(await holder.readCard()).toMatchObject({ status: "active" });
  });
});

/** What the authenticator of a demo account shows, as the demo tells it. */
async function codeOf({ consoleUrl }: DevCheckout, owner: string): Promise<string> {
  const page = await (await fetch(`${consoleUrl}/codes`)).text();
  return new RegExp(`<td>${owner}</td><td class="code">(\\d{6})`).exec(page)?.[1] ?? "";
}
