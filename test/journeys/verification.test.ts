/** What a check of something that is no card answers. */
import { expect } from "vitest";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { inLanguage } from "../../web/src/addresses.ts";
import { longest } from "../support/card-signer.ts";
import { digitsOf } from "../support/signed-digits.ts";
import { verificationWithOneCaptcha } from "./support/behind-the-pages.ts";
import { readCaptcha } from "./support/read-captcha.ts";
import { phone } from "./support/screens.ts";
import { verify } from "./support/steps.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const unknownToken = "0123456789abcdefghjkmnpqrs";

test("unknown and malformed tokens are indistinguishable", async ({ world }) => {
  const verifier = await world.visitor({ width: 390 });
  pictureFailures([verifier]);
  const answers: string[] = [];
  for (const token of [unknownToken, "not-a-token"]) {
    await verify(verifier, `${world.cloud.siteUrl}/v/${token}`);
    await verifier.sees("Tidak dikenal");
    const text = await verifier.page.locator("main").innerText();
    answers.push(text.replaceAll(/\d{1,2}[.:]\d{2}([.:]\d{2})?/g, "TIME"));
  }
  await verifier.screenshot("6-periksa-tidak-dikenal");

  expect(answers[1]).toBe(answers[0]);
  expect(verifier.complaints).toEqual([]);
});

test("what stands behind the address of a signed card leaves the device with nothing that the page sends", async ({
  world,
}) => {
  const verifier = await world.visitor({ width: 360 });
  const sent: string[] = [];
  verifier.page.on("request", (request) => {
    const { origin, pathname, search } = new URL(request.url());
    const headers = JSON.stringify(request.headers());
    sent.push(`${origin}${pathname}${search} ${headers} ${request.postData() ?? ""}`);
  });
  const address = `${world.cloud.siteUrl}/V/${unknownToken.toUpperCase()}`;
  await verify(verifier, `${address}#${digitsOf(longest)}`);
  await verifier.sees("Tidak dikenal");
  const other = await verifier.page.locator("#language").getAttribute("href");

  expect(sent.filter((line) => line.includes(unknownToken.toUpperCase())).length).toBeGreaterThan(
    0,
  );
  const digits = digitsOf(longest).slice(0, 20);
  expect(
    [...sent, ...world.logLines(), String(other)].filter((text) => text.includes(digits)),
  ).toEqual([]);
});

/** What the service answers, and as what the page tells it. */
const unchecked = [
  ["busy", { status: 503, json: { code: "busy", reference: "K7Q2-M9XB" } }, "V9"],
  ["throttled before the function", { status: 429, json: { message: "Too Many Requests" } }, "V9"],
  ["disturbed", { status: 500, json: { code: "internal", reference: "K7Q2-M9XB" } }, "V0"],
  ["out of reach", undefined, "V0"],
] as const;
const wordOf = {
  id: { V9: "Sibuk", V0: "Belum bisa dicek" },
  en: { V9: "Busy", V0: "Cannot be checked yet" },
} as const;

test.for(unchecked)(
  "a service that is %s is a result with code, word, icon and colour, and the next check works",
  async ([, answer, code], { world }) => {
    for (const language of ["id", "en"] as const) {
      const verifier = await world.visitor({ ...phone, language });
      const { page } = verifier;
      await page.goto(`${world.cloud.siteUrl}${inLanguage(language, `/v/${unknownToken}`)}`);
      await page.locator("#image[src^='data:image']").waitFor();
      await page.route("**/api/verify", (route) =>
        answer ? route.fulfill(answer) : route.abort(),
      );
      await page.locator("#answer").fill("ANY");
      await page.locator("#submit").click();
      const heading = page.locator("#result h2.caution:focus");
      await heading.waitFor();
      const word = wordOf[language][code];
      expect(await heading.innerText()).toBe(word);
      expect(await heading.locator("svg path[d]").count()).toBe(1);
      const told = await page.locator("#result").innerText();
      expect(told).toContain(`: ${code}. `);
      expect(told.includes("K7Q2-M9XB")).toBe(answer !== undefined && "reference" in answer.json);
      expect(await page.title()).toContain(word);
      expect(await page.locator("#form").isVisible()).toBe(false);
      await page.unroute("**/api/verify");
      await page.locator("#result button").click();
      await page.locator("h1:focus").waitFor();
      expect(await page.locator("#result").isVisible()).toBe(false);
      await page.locator("#by-work").click();
      await page.locator("#submit").click();
      await page.locator("#result .bad").waitFor();
    }
  },
);

test("a service that is busy before there is a captcha is told as such, too", async ({ world }) => {
  const verifier = await world.visitor(phone);
  const { page } = verifier;
  await page.route("**/api/verify/captcha", (route) => route.fulfill({ status: 503, json: {} }));
  await page.goto(`${world.cloud.siteUrl}/v/${unknownToken}`);
  await verifier.sees("Kode hasil: V9.");
  await page.unroute("**/api/verify/captcha");
  await page.locator("#result button").click();
  await page.locator("#image[src^='data:image']").waitFor();

  expect(await page.locator("#form").isVisible()).toBe(true);
});

const words = {
  id: ["Dengarkan", "Memuat…", "Hentikan"],
  en: ["Listen", "Loading…", "Stop"],
} as const;

test("a used captcha is refused", async ({ world }) => {
  const ask = await verificationWithOneCaptcha(world.cloud, unknownToken);

  expect((await ask()).status).toBe(200);
  const again = await ask();
  expect(again.status).toBe(422);
  expect(await again.json()).toMatchObject({
    problems: [{ field: "captcha", code: "captcha-refused" }],
  });
});

test("the captcha is read out to who asks by keyboard, and what is heard answers it", async ({
  world,
}) => {
  const { cloud } = world;
  for (const language of ["id", "en"] as const) {
    const verifier = await world.visitor({ ...phone, language });
    const { page } = verifier;
    const issued = page.waitForResponse(/\/api\/verify\/captcha$/);
    await page.goto(`${cloud.siteUrl}${inLanguage(language, `/v/${unknownToken}`)}`);
    const token = captchaChallenge.parse(await (await issued).json()).image?.token ?? "";
    await page.locator("#image[src^='data:image']").waitFor();
    await page.locator("#listen").focus();
    const heard = page.waitForResponse(/\/captcha\/audio\?/);
    const says = (...shown: string[]) =>
      expect
        .poll(async () => [
          await page.locator("#listen").innerText(),
          await page.locator("#listen").getAttribute("aria-busy"),
        ])
        .toEqual(shown);
    const [listen, bringing, stop] = words[language];
    await page.route("**/captcha/audio?*", async (route) => {
      await says(bringing, "true");
      await route.continue();
    });
    await page.keyboard.press("Enter");
    const answer = await heard;
    await says(stop, "false");
    await page.keyboard.press("Enter");
    await says(listen, "false");
    // What is here already is played again, and at its end the button begins anew.
    await page.context().setOffline(true);
    await page.keyboard.press("Enter");
    await says(stop, "false");
    await page.context().setOffline(false);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "audio/wav"]);
    // What a page takes as a blob, its browser does not show a second time.
    const reading = await (await page.request.get(answer.url())).body();
    expect(reading.toString("latin1", 0, 4)).toBe("RIFF");
    expect(reading.length).toBeLessThanOrEqual(40 * 1024);
    // As Safari asks before it plays (RFC 9110 §14).
    const part = await page.request.get(answer.url(), { headers: { range: "bytes=0-1" } });
    expect([part.status(), part.headers()["content-range"]]).toEqual([
      206,
      `bytes 0-1/${reading.length}`,
    ]);
    expect(await part.body()).toEqual(reading.subarray(0, 2));

    await page.locator("#answer").fill(await readCaptcha(cloud, token));
    await page.locator("#submit").click();
    await page.locator("#result .bad").waitFor();
    expect(await page.locator("#problem").isVisible()).toBe(false);
    expect(verifier.complaints).toEqual([]);
  }
});

test("around CloudFront the API answers nobody, and through it a visitor's own value of the header counts for nothing", async ({
  world,
}) => {
  const { host } = new URL(String(world.cloud.outputs["Kartu-Service"]?.ApiUrl));
  const api = world.cloud.services.httpApis.atHost(host);
  const around = { method: "GET", target: "/api/verify/captcha", body: Buffer.alloc(0) };
  for (const headers of [{}, { "x-kartu-edge": "a guess" }]) {
    const answer = await api?.handle({ ...around, headers, sourceIp: "203.0.113.9" });
    expect(answer?.status).toBe(403);
    expect(JSON.parse(String(answer?.body))).toMatchObject({ code: "site-bypassed" });
  }
  const headers = { "x-kartu-edge": "a guess" };
  const through = await fetch(`${world.cloud.siteUrl}/api/verify/captcha`, { headers });
  expect(through.status).toBe(200);
});

test("a try of the proof of work costs what the product says, not what unit tests ask for", async ({
  world,
}) => {
  const answer = await fetch(`${world.cloud.siteUrl}/api/verify/captcha`);

  expect(await answer.json()).toMatchObject({ work: { iterations: 5_000 } });
});
