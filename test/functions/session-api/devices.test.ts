/** The page «Akun»: where somebody is signed in, and what happened to the account. */
import { expect, test } from "vitest";
import * as z from "zod";
import { accountHistoryAnswer, sessionsAnswer } from "#shared/session/account-answers.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  type Browser,
  budi,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

const chromeOnAndroid =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
const firefoxOnWindows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const place = "cloudfront-viewer-country-region-name";

type Api = ReturnType<typeof sessionApiUnderTest>;

/** A browser that is signed in, of a certain kind and place. */
async function signedIn(
  { browser, users, clock }: Pick<Api, "browser" | "users" | "clock">,
  headers: Record<string, string> = {},
): Promise<Browser> {
  const page = browser();
  page.headers = headers;
  users.nextCode();
  clock.advance({ seconds: 30 });
  expect((await page.signIn()).status).toBe(200);
  return page;
}

async function devicesOf(page: Browser) {
  const { body } = await page.get("/api/account/sessions");
  return sessionsAnswer.parse(body).items;
}

async function historyOf(page: Browser, query: Record<string, string> = {}) {
  const { body } = await page.get("/api/account/history", query);
  return accountHistoryAnswer.parse(body);
}

test("devices are told by their kind and province, the own one first, then by when they were used", async () => {
  const api = sessionApiUnderTest();
  const phone = await signedIn(api, { "user-agent": chromeOnAndroid, [place]: "Jawa Barat" });
  const computer = await signedIn(api, { "user-agent": firefoxOnWindows });
  const unknown = await signedIn(api, { "user-agent": "curl/8" });

  const devices = await devicesOf(phone);
  expect(devices.map(({ isThis, origin }) => ({ isThis, origin }))).toEqual([
    { isThis: true, origin: { browser: "chrome", system: "android", region: "Jawa Barat" } },
    { isThis: false, origin: {} },
    { isThis: false, origin: { browser: "firefox", system: "windows" } },
  ]);
  expect((await devicesOf(computer))[0]?.origin).toEqual({ browser: "firefox", system: "windows" });
  expect(JSON.stringify(devices)).not.toMatch(/203\.0\.113|curl/);
  for (const page of [phone, computer, unknown])
    expect(JSON.stringify(devices)).not.toContain(page.cookies.get("__Host-kartu"));
});

test("one other device is signed out at its next request, and only it", async () => {
  const api = sessionApiUnderTest();
  const [phone, computer, tablet] = [await signedIn(api), await signedIn(api), await signedIn(api)];
  const [, , computersLine] = await devicesOf(phone);
  const { status } = await phone.post("/api/account/sessions/end", { id: computersLine?.id });

  expect(status).toBe(204);
  expect((await computer.get("/api/session")).status).toBe(401);
  expect((await tablet.get("/api/session")).status).toBe(200);
  expect(await devicesOf(phone)).toHaveLength(2);
});

test("the own device is not ended here, nor one that is over, nor another person's", async () => {
  const api = sessionApiUnderTest();
  const [phone, computer] = [await signedIn(api), await signedIn(api)];
  const [own, other] = await devicesOf(phone);
  await computer.post("/api/session/logout");
  const ids = [own?.id, other?.id, "0".repeat(16)];

  for (const id of ids)
    expect(await phone.post("/api/account/sessions/end", { id })).toMatchObject({ status: 404 });
  expect((await phone.get("/api/session")).status).toBe(200);
});

test("all other devices are signed out at once, and the own one stays", async () => {
  const api = sessionApiUnderTest();
  const [phone, computer, tablet] = [await signedIn(api), await signedIn(api), await signedIn(api)];
  const { status } = await phone.post("/api/account/sessions/end-others");

  expect(status).toBe(204);
  for (const page of [computer, tablet]) expect((await page.get("/api/session")).status).toBe(401);
  expect(await devicesOf(phone)).toMatchObject([{ isThis: true }]);
});

test("a session that is over for lack of use is not among the devices", async () => {
  const api = sessionApiUnderTest();
  await signedIn(api);
  api.clock.advance({ minutes: 15 });
  const phone = await signedIn(api);

  expect(await devicesOf(phone)).toHaveLength(1);
});

test("the history tells logins from known and other browsers, logouts and ended sessions, newest first", async () => {
  const api = sessionApiUnderTest();
  const phone = await signedIn(api, { "user-agent": chromeOnAndroid, [place]: "Papua" });
  await phone.post("/api/session/logout");
  api.users.nextCode();
  api.clock.advance({ minutes: 1 });
  await phone.signIn();
  await signedIn(api);
  const [, other] = await devicesOf(phone);
  api.clock.advance({ seconds: 1 });
  await phone.post("/api/account/sessions/end", { id: other?.id });
  api.clock.advance({ seconds: 1 });
  await phone.post("/api/account/sessions/end-others");

  const { items } = await historyOf(phone);
  expect(items.map(({ action }) => action)).toEqual([
    "sessions-ended",
    "session-ended",
    "signed-in-new-device",
    "signed-in",
    "signed-out",
    "signed-in-new-device",
  ]);
  expect(items.at(-1)).toMatchObject({
    by: "holder",
    origin: { browser: "chrome", system: "android", region: "Papua" },
  });
  expect(JSON.stringify(items)).not.toMatch(new RegExp(`${siti.nip}|203\\.0`));
});

test("a reset is told, and the browser that made it is known", async () => {
  const api = sessionApiUnderTest();
  const page = api.browser();
  await reset(page, siti);
  api.clock.advance({ minutes: 1 });
  await page.signIn(siti.nip, "Kopi-Tubruk-Tanpa-Gula-7");

  const { items } = await historyOf(page);
  expect(items.map(({ action }) => action)).toEqual(["signed-in", "password-reset"]);
});

test("a login that fails leaves no entry, and one that nobody could be told of is none", async () => {
  const api = sessionApiUnderTest({
    accountHistory: {
      note: async () => {
        throw new Error("DynamoDB is away");
      },
      page: async () => ({ items: [] }),
    },
  });
  const page = api.browser();
  await page.post("/api/session/login", { nip: siti.nip, password });
  const { status } = await page.post("/api/session/code", { code: rightCode });

  expect(status).toBe(500);
  expect(page.cookies.has("__Host-kartu")).toBe(false);
});

test("a long history is read page by page to its beginning", async () => {
  const api = sessionApiUnderTest();
  const page = await signedIn(api);
  for (let i = 0; i < 44; i++) {
    api.clock.advance({ seconds: 10 });
    await page.post("/api/account/sessions/end-others");
  }

  const pages = [await historyOf(page)];
  for (let cursor = pages[0]?.cursor; cursor; cursor = pages.at(-1)?.cursor)
    pages.push(await historyOf(page, { cursor }));
  expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(45);
});

test("each sees the own account alone", async () => {
  const api = sessionApiUnderTest();
  await api.accountHistory.note({
    employeeId: budi.id,
    action: "account-unlocked",
    actor: { role: "operator", id: "emp_oka" },
    at: api.clock.now(),
    reason: "Tiket 7",
  });
  const page = await signedIn(api);
  const { items } = await historyOf(page);

  expect(items).toHaveLength(1);
  expect(z.array(z.string()).parse(items.map(({ action }) => action))).not.toContain(
    "account-unlocked",
  );
});

test("a holder freezes the own account without a code: all devices are out, nobody gets in, the history names it", async () => {
  const api = sessionApiUnderTest();
  const phone = await signedIn(api);
  const computer = await signedIn(api);
  expect((await phone.post("/api/account/freeze")).status).toBe(204);

  for (const page of [phone, computer]) expect((await page.get("/api/session")).status).toBe(401);
  expect(phone.cookies.has("__Host-kartu")).toBe(false);
  api.clock.advance({ seconds: 30 });
  api.users.nextCode();
  expect((await api.browser().signIn()).body.code).toBe("account-frozen");
  const { items } = await api.accountHistory.page({ employeeId: siti.id, limit: 9 });
  expect(items[0]).toMatchObject({
    action: "account-frozen",
    actor: { role: "holder", id: siti.id },
  });
});
