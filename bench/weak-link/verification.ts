import type { Browser, BrowserContext } from "playwright-core";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { decodeQr } from "../../test/support/decode-qr.ts";
import { weaken } from "./link.ts";

/** Where the QR on the holder's card leads. */
export async function qrPath({ siteUrl }: DemoCloud, holder: BrowserContext): Promise<string> {
  const get = (path: string) => holder.request.get(`${siteUrl}${path}`);
  const { version }: CardAnswer = await (await get("/api/me/card")).json();
  const face = await get(`/api/me/card/faces/front-landscape?v=${version}&download=1`);
  return new URL((await decodeQr(await face.body())) ?? "").pathname.toLowerCase();
}

/** @returns milliseconds from the moment the captcha's answer is sent to the photo on the screen */
export async function verify(
  { siteUrl }: DemoCloud,
  browser: Browser,
  path: string,
): Promise<number> {
  const verifier = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
  });
  const page = await verifier.newPage();
  await page.addInitScript(watchVerification);
  await page.goto(`${siteUrl}${path}`);
  await page.locator("#submit:enabled").waitFor();
  await page.locator("#by-work").click();
  await weaken(page);
  await page.locator("#submit").click();
  const took = await page.waitForFunction(() => Reflect.get(globalThis, "verifiedMs"), null, {
    timeout: 60_000,
  });
  const ms = Number(await took.jsonValue());
  await verifier.close();
  return ms;
}

/** Runs in the page, before anything of it. The device's own computing is no part of it: who types does not wait for that. */
const watchVerification = `
  let sentAt;
  const { fetch } = globalThis;
  globalThis.fetch = (path, init) => {
    if (init?.method === "POST") sentAt = performance.now();
    return fetch(path, init);
  };
  const look = () => {
    const image = document.querySelector("#result img");
    if (!image?.complete || image.naturalWidth === 0) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame((at) => { globalThis.verifiedMs = at - sentAt; }));
  };
  requestAnimationFrame(look);
`;
