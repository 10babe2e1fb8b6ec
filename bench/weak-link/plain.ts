import type { Browser } from "playwright-core";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";
import { textOf } from "./captcha.ts";
import { weaken } from "./link.ts";

/** What somebody waits for, and pays for, who checks a card by the form without a script. */
export interface PlainCheck {
  /** From the address to the whole form, and its bytes as they are sent. */
  readonly formMs: number;
  readonly formBytes: number;
  /** From sending to the whole answer. */
  readonly answerMs: number;
  readonly answerBytes: number;
}

/** @param path where the QR leads */
export async function checkPlainly(
  cloud: DemoCloud,
  browser: Browser,
  path: string,
): Promise<PlainCheck> {
  const verifier = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, isMobile: true, javaScriptEnabled: false },
  });
  const page = await verifier.newPage();
  await weaken(page);
  let bytes = 0;
  const devtools = await verifier.newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const timed = async (work: () => Promise<unknown>) => {
    bytes = 0;
    const begun = performance.now();
    await work();
    return { ms: performance.now() - begun, bytes };
  };
  const token = path.split("/").at(-1) ?? "";
  const form = await timed(() => page.goto(`${cloud.siteUrl}/api/verify/plain?token=${token}`));
  const captcha = await page.locator("input[name=captcha]").getAttribute("value");
  await page.locator("input[name=text]").fill(await textOf(cloud, captcha ?? ""));
  const answer = await timed(async () => {
    await Promise.all([page.waitForEvent("load"), page.locator("main button").first().click()]);
  });
  await page.locator("h2.good").waitFor();
  await verifier.close();
  return {
    ...{ formMs: form.ms, formBytes: form.bytes },
    ...{ answerMs: answer.ms, answerBytes: answer.bytes },
  };
}
