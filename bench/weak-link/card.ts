import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { totpCode } from "../../local/cloud/cognito/totp.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { demoPeople } from "../../local/demo/people.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { weaken } from "./link.ts";

export interface CardView {
  /** From the navigation to the card's front painted. */
  readonly visibleMs: number;
  /** Requests of which each began when the one before had been answered, up to the image. */
  readonly hops: number;
  /** Of all that was sent until then. */
  readonly bytes: number;
  /** Cumulative layout shift, as the browser counts it. */
  readonly layoutShift: number;
}

/** A phone whose owner is signed in and has a card. */
export async function signedIn(cloud: DemoCloud, browser: Browser): Promise<BrowserContext> {
  const holder = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    locale: "id-ID",
  });
  const nip = demoPeople().find(({ role }) => role === "Pemegang kartu, PNS")?.employee.nip ?? "";
  const tokens = cloud.services.cognito.softwareTokens();
  const secret = tokens.find(({ username }) => username === nip)?.secret ?? "";
  const headers = { "x-kartu": "1", origin: cloud.siteUrl };
  const send = async (path: string, data: object) => {
    const answer = await holder.request.post(`${cloud.siteUrl}${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}.`);
  };
  await send("/api/session/login", { nip, password: demoPassword });
  await send("/api/session/code", { code: totpCode(secret, cloud.clock.millis()) });
  return holder;
}

/** Opens the card's page anew. */
export async function lookAtCard(cloud: DemoCloud, holder: BrowserContext): Promise<CardView> {
  const page = await holder.newPage();
  await weaken(page);
  const requests: Request[] = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.addInitScript(watchCard);
  await page.goto(`${cloud.siteUrl}/kartu`, { waitUntil: "commit" });
  const visibleMs = await page.waitForFunction(() => Reflect.get(globalThis, "cardSeenAt"), null, {
    timeout: 60_000,
  });
  // What still comes may move the card.
  await page.waitForTimeout(3000);
  const view = {
    visibleMs: Number(await visibleMs.jsonValue()),
    layoutShift: Number(await page.evaluate("globalThis.layoutShift")),
    ...(await chainTo(page, requests)),
  };
  await page.close();
  return view;
}

/** Runs in the page, before anything of it: when the card is painted, and how much has moved. */
const watchCard = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.layoutShift += value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const image = document.querySelector("img.card-face");
    if (!image?.complete || image.naturalWidth === 0) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame((at) => { globalThis.cardSeenAt = at; }));
  };
  requestAnimationFrame(look);
`;

/** The image's request, and backwards what it had to wait for. */
async function chainTo(
  page: Page,
  requests: readonly Request[],
): Promise<Pick<CardView, "hops" | "bytes">> {
  const image = requests.findLast((request) => /front-(portrait|landscape)/.test(request.url()));
  if (!image) throw new Error(`No face was asked for at ${page.url()}.`);
  const spans = requests.map((request) => {
    const { startTime, responseEnd } = request.timing();
    return { request, start: startTime, end: startTime + Math.max(0, responseEnd) };
  });
  const spanOf = (request: Request) => spans.find((span) => span.request === request);
  const needed = spans.filter(({ end }) => end <= (spanOf(image)?.end ?? 0));
  let hops = 0;
  for (let span = spanOf(image); span; hops++) {
    const { start, request } = span;
    const redirected = request.redirectedFrom();
    span = redirected
      ? spanOf(redirected)
      : spans.filter(({ end }) => end <= start).sort((a, b) => b.end - a.end)[0];
  }
  const sizes = await Promise.all(needed.map(({ request }) => sentBytes(request)));
  return { hops, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function sentBytes(request: Request): Promise<number> {
  if (request.redirectedTo()) return 0;
  const { responseBodySize } = await request.sizes();
  return responseBodySize;
}
