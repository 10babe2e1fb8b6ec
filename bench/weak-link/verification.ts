import type { Browser, BrowserContext } from "playwright-core";
import * as z from "zod";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { decodeQr } from "../../test/support/decode-qr.ts";
import { textOf } from "./captcha.ts";
import { weaken } from "./link.ts";

/** Where the QR on the holder's card leads. */
export async function qrPath({ siteUrl }: DemoCloud, holder: BrowserContext): Promise<string> {
  const get = (path: string) => holder.request.get(`${siteUrl}${path}`);
  const { version }: CardAnswer = await (await get("/api/me/card")).json();
  const face = await get(`/api/me/card/faces/front-landscape?v=${version}&download=1`);
  return new URL((await decodeQr(await face.body())) ?? "").pathname.toLowerCase();
}

/** What somebody waits for who opens the address of a QR and answers the captcha, milliseconds. */
export interface Check {
  /** From the address to the captcha's image on the screen. */
  readonly openMs: number;
  /** From the image to the press of «Periksa»: the visitor's own time, `typingMs` of it here. */
  readonly captchaMs: number;
  /** From the press to the photo on the screen. */
  readonly answerMs: number;
  /** Of all that was sent, from the address to the answer. */
  readonly bytes: number;
}

/** Somebody quick types five characters. What shows the answer comes meanwhile. */
const typingMs = 3000;

/** @param path where the QR leads */
export async function verify(cloud: DemoCloud, browser: Browser, path: string): Promise<Check> {
  const verifier = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
  });
  const page = await verifier.newPage();
  await weaken(page);
  let bytes = 0;
  const devtools = await verifier.newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(watchVerification);
  const issued = page.waitForResponse((response) => response.url().endsWith("/api/verify/captcha"));
  await page.goto(`${cloud.siteUrl}${path}`, { waitUntil: "commit" });
  const { image } = captchaChallenge.parse(await (await issued).json());
  const text = await textOf(cloud, image?.token ?? "");
  await page.waitForFunction(() => Reflect.get(globalThis, "openedAt"));
  await page.locator("#answer").pressSequentially(text, { delay: typingMs / text.length });
  await page.locator("#submit").click();
  const took = await page.waitForFunction(() => Reflect.get(globalThis, "tookMs"), null, {
    timeout: 60_000,
  });
  const told = times.parse(await took.jsonValue());
  await verifier.close();
  return { ...told, bytes };
}

const times = z.object({ openMs: z.number(), captchaMs: z.number(), answerMs: z.number() });

/** Runs in the page, before anything of it: its clock begins with the navigation. */
const watchVerification = `
  const seen = (selector, then) => {
    const image = document.querySelector(selector);
    if (!image?.complete || image.naturalWidth < 2) return requestAnimationFrame(() => seen(selector, then));
    requestAnimationFrame(() => requestAnimationFrame(then));
  };
  let pressedAt;
  addEventListener("submit", () => { pressedAt = performance.now(); }, true);
  seen("#image", (openedAt) => { globalThis.openedAt = openedAt; });
  seen("#result img", (answeredAt) => {
    const { openedAt } = globalThis;
    globalThis.tookMs = { openMs: openedAt, captchaMs: pressedAt - openedAt, answerMs: answeredAt - pressedAt };
  });
`;
