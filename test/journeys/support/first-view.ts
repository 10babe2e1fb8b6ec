import type { Request } from "playwright-core";
import { expect } from "vitest";
import type { World } from "./world.ts";

const counted = ["document", "script", "stylesheet"];

/** What the site server sends before a page works, as the browser counts it: HTML, modules and styles in brotli. */
export async function firstViewBytes({ browser, cloud }: World, path: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const underway = new Set<Request>();
  const sent: Promise<number>[] = [];
  page.on("request", (request) => {
    if (counted.includes(request.resourceType())) underway.add(request);
  });
  page.on("requestfinished", (request) => {
    if (!underway.delete(request)) return;
    sent.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  // Where nobody is signed in, the page would leave for the login: that is another page's first view.
  await context.route("**/api/**", (route) => route.abort());
  // A page that checks a card has its captcha: without it, it would be the view of a service out of reach.
  await context.route("**/api/verify/captcha", (route) => route.continue());
  // Nor is the code asked for where no login waits for one.
  await context.addInitScript(
    'localStorage.setItem("kartu-code-step-ends-at", String(Date.now() + 60_000))',
  );
  await page.goto(`${cloud.siteUrl}/${path}`, { waitUntil: "networkidle" });
  // On a busy machine half a second without a request is not yet a page that has come.
  await expect.poll(() => underway.size).toBe(0);
  const sizes = await Promise.all(sent);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}
