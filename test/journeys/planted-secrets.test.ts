/** What somebody types, wrong or right, where it belongs or not, stands in no log, alarm or mail (issue 11). */
import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { everyRoute } from "../../functions/every-route.ts";
import { test } from "./support/world.ts";

const secrets = Array.from({ length: 50 }, () => `Rahasia-${randomBytes(12).toString("hex")}`);
const fields = [
  ...["password", "newPassword", "currentPassword", "code", "email", "nip", "deviceName"],
  ...["recoveryCode", "token", "secret", "reason", "phone"],
];
const cookies = ["__Host-kartu", "__Host-kartu-login", "__Host-kartu-reset", "__Host-kartu-device"];

test("none of 50 secrets, planted in every place of requests to every route, is recorded anywhere", async ({
  world,
}) => {
  const { siteUrl } = world.cloud;
  const routes = everyRoute.filter(({ method }) => method !== "GET");
  const statuses = new Set<number>();
  for (const [i, secret] of secrets.entries()) {
    const { method, path } = routes[i % routes.length] ?? {
      method: "POST",
      path: "/api/session/login",
    };
    const address = `${siteUrl}${path.replaceAll(/\{\w+\}/g, secret)}`;
    const headers = {
      ...{ "x-kartu": "1", origin: siteUrl, "content-type": "application/json" },
      ...{ authorization: `Bearer ${secret}`, "user-agent": secret, "x-kartu-person": secret },
      cookie: cookies.map((name) => `${name}=${secret}`).join("; "),
    };
    const body = JSON.stringify(Object.fromEntries(fields.map((field) => [field, secret])));
    const broken = `${body.slice(0, -1)},"${secret}":`;
    for (const [to, sent] of [
      [address, body],
      [address, broken],
      [`${address}?q=${secret}&${secret}=1`, body],
      [`${siteUrl}/api/${secret}`, body],
    ] as const) {
      const { status } = await fetch(to, { method, headers, body: sent });
      statuses.add(status);
    }
  }
  await world.cloud.waitUntilIdle();

  const lines = world.logLines();
  expect(lines.length).toBeGreaterThan(200);
  const recorded = [
    ...lines,
    ...world.cloud.services.alarms.map((alarm) => JSON.stringify(alarm)),
    ...world.cloud.mails().map((mail) => JSON.stringify(mail)),
  ].join("\n");
  expect(secrets.filter((secret) => recorded.toLowerCase().includes(secret.toLowerCase()))).toEqual(
    [],
  );
  // Nothing of it made the product fail.
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
}, 120_000);
