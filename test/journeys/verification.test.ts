/** What a check of something that is no card answers. */
import { expect } from "vitest";
import { verificationWithOneCaptcha } from "./support/behind-the-pages.ts";
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

test("a used captcha is refused", async ({ world }) => {
  const ask = await verificationWithOneCaptcha(world.cloud, unknownToken);

  expect((await ask()).status).toBe(200);
  const again = await ask();
  expect(again.status).toBe(422);
  expect(await again.json()).toMatchObject({
    problems: [{ field: "captcha", code: "captcha-refused" }],
  });
});

test("a try of the proof of work costs what the product says, not what unit tests ask for", async ({
  world,
}) => {
  const answer = await fetch(`${world.cloud.siteUrl}/api/verify/captcha`);

  expect(await answer.json()).toMatchObject({ work: { iterations: 5_000 } });
});
