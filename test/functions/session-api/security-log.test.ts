import { beforeEach, expect, test, vi } from "vitest";
import { keyedHash } from "#shared/runtime/keyed-hash.ts";
import { logger } from "#shared/runtime/logger.ts";
import { hmacKey } from "../../support/call-api.ts";
import { solve } from "../../support/solve-captcha.ts";
import { mailedCode, rightCode } from "../../support/users-in-memory.ts";
import {
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

const levels = ["debug", "info", "warn", "error"] as const;

beforeEach(() => {
  for (const level of levels) vi.spyOn(logger, level).mockReturnValue();
});

/** The lines of the security log, without what every line of a request has. */
function lines(): Record<string, unknown>[] {
  return vi
    .mocked(logger.info)
    .mock.calls.flatMap(([name, fields]) =>
      String(name).startsWith("security.") ? [{ name, ...Object(fields) }] : [],
    );
}
const outcomes = () => lines().map(({ name, outcome }) => `${name} ${outcome}`);
const everythingLogged = () =>
  JSON.stringify(levels.map((level) => vi.mocked(logger[level]).mock.calls));

test("a login says who from where: the employee's id, and hashes of number and network", async () => {
  const key = await hmacKey.derive("log");
  await sessionApiUnderTest().browser().signIn();

  const common = {
    nip: keyedHash(key, `nip ${siti.nip}`),
    network: keyedHash(key, "network 203.0.113.0/24"),
    method: "POST",
    status: 200,
    name: "security.done",
  };
  expect(lines()).toEqual([
    expect.objectContaining({
      ...common,
      route: "/api/session/login",
      outcome: "password-accepted",
    }),
    expect.objectContaining({
      ...common,
      route: "/api/session/code",
      outcome: "signed-in",
      actor: siti.id,
    }),
  ]);
});

test("enrolment, reset and logout each leave their line", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await reset(page, budi);
  clock.advance({ seconds: 1 });
  await page.post("/api/session/login", { nip: budi.nip, password: newPassword });
  await page.get("/api/session/enrolment");
  await page.post("/api/session/enrolment", { code: rightCode, deviceName: "HP Pribadi" });
  await page.signIn();
  await page.post("/api/session/logout");

  expect(outcomes()).toEqual(
    [
      "reset-started",
      "reset-code-requested",
      "password-changed",
      "password-accepted",
      "authenticator-registered",
      "password-accepted",
      "signed-in",
      "signed-out",
    ].map((outcome) => `security.done ${outcome}`),
  );
});

test("refusals leave theirs: whose number, from which network, why", async () => {
  const { browser } = sessionApiUnderTest();
  await browser().post("/api/session/login", { nip: strangersNip, password });
  await browser().post("/api/session/code", { code: rightCode });
  await browser().post("/api/session/reset", {
    nip: siti.nip,
    captcha: solve((await browser().get("/api/session/captcha")).body),
  });
  await browser().post("/api/session/reset", {
    nip: siti.nip,
    captcha: { token: "cap_none", text: "ACEH" },
  });

  expect(outcomes()).toEqual([
    "security.refused login-refused",
    "security.refused step-expired",
    "security.done reset-started",
    "security.refused captcha-refused",
  ]);
  expect(lines()[0]).toHaveProperty("nip");
  expect(lines()[1]).not.toHaveProperty("nip");
});

test("a form filled in wrongly is no event of security", async () => {
  await sessionApiUnderTest().browser().post("/api/session/login", { nip: "123", password });

  expect(lines()).toEqual([]);
});

test("no log holds a NIP, an address, a password, a code or a cookie", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password: "Salah-Sekali-12345" });
  await page.signIn();
  await reset(browser(), siti);
  const logged = everythingLogged();

  for (const secret of [
    siti.nip,
    siti.email,
    siti.name,
    "203.0.113",
    password,
    newPassword,
    "Salah-Sekali-12345",
    rightCode,
    mailedCode,
    ...page.cookies.values(),
  ])
    expect(logged).not.toContain(secret);
});
