/** The canary's visit, on the whole product: the page, a captcha's work and a specimen, by its own schedule. */
import { expect } from "vitest";
import { alarmStates } from "../../local/cloud/cloudwatch/alarms.ts";
import { test } from "./support/world.ts";

test("every five minutes the canary checks a specimen, and counts as nobody's check of a card", async ({
  world: { cloud, logLines },
}) => {
  const before = logLines().length;

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();

  const lines = logLines().slice(before);
  expect(lines.filter((line) => line.includes('"job.visit"'))).not.toEqual([]);
  expect(lines.filter((line) => line.includes('"specimen.verified"'))).not.toEqual([]);
  expect(lines.filter((line) => line.includes('"card.verified"'))).toEqual([]);
  const alarm = alarmStates(cloud.services, cloud.logs()).find(({ description }) =>
    description.startsWith("From outside the site cannot be opened"),
  );
  expect(alarm?.state).toBe("OK");
});
