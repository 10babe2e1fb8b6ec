/** Login by QR as it is meant to go, and what each end is told. Attacks: qr-attacks.test.ts. */
import { expect, test } from "vitest";
import * as z from "zod";
import { siteUrl } from "../../support/call-api.ts";
import {
  approve,
  approved,
  at,
  codeNow,
  computerAndPhone,
  numberOn,
  refuse,
  scan,
  show,
  take,
} from "./qr-steps.ts";
import { siti } from "./session-api-under-test.ts";

test("the QR is an address of ours whose secret stands behind the #, in the page's language", async () => {
  const { computer } = await computerAndPhone();

  expect((await show(computer)).address).toMatch(new RegExp(`^${siteUrl}/qr#[\\w-]{22}$`));
  expect((await show(computer, "en")).address).toMatch(new RegExp(`^${siteUrl}/en/qr#[\\w-]{22}$`));
});

test("a phone sees which computer asks, types its number and a code, and the computer is signed in", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  const { id, secret } = await show(computer);
  expect((await take(computer)).body).toEqual({ id, state: "shown", secondsLeft: 60 });
  clock.advance({ seconds: 20 });

  expect((await scan(phone, secret)).body).toEqual({
    state: "scanned",
    secondsLeft: 120,
    askedAt: "2026-11-21T03:00:00.000Z",
    origin: { browser: "edge", system: "windows", country: "ID", region: "Jawa Barat" },
    elsewhere: false,
    endsAt: "2026-11-21T15:00:00.000Z",
  });
  const { body } = await take(computer);
  expect(body).toEqual({ id, state: "scanned", secondsLeft: 120, number: body.number });
  expect(body.number).toBeGreaterThan(9);
  expect(body.number).toBeLessThan(100);
  expect((await approve(phone, secret, body.number, codeNow({ clock }))).status).toBe(204);
  expect((await scan(phone, secret)).body).toMatchObject({ state: "approved", secondsLeft: 60 });
  const taken = await take(computer);

  expect(taken.body).toMatchObject({
    state: "done",
    session: { person: siti.id, roles: ["holder"], displayName: "Siti Rahma, S.Kom." },
  });
  expect((await scan(phone, secret)).body).toMatchObject({ state: "done" });
  expect((await computer.get("/api/session")).body).toMatchObject({ person: siti.id });
  expect((await phone.get("/api/session")).status).toBe(200);
});

test("the computer's session is its own, with a new cookie, and the history says how and where it began", async () => {
  const { computer, phone, sessions, accountHistory, clock } = await computerAndPhone();
  await approved({ computer, phone, clock });
  const waiting = computer.cookies.get("__Host-kartu-qr");
  const { cookies } = await take(computer);

  const cookie = computer.cookies.get("__Host-kartu");
  expect(cookies[0]).toMatch(
    /^__Host-kartu=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
  expect([waiting, phone.cookies.get("__Host-kartu")]).not.toContain(cookie);
  expect(computer.cookies.has("__Host-kartu-qr")).toBe(false);
  expect(computer.cookies.has("__Host-kartu-device")).toBe(false);
  expect(sessions.all.map(({ madeBy }) => madeBy)).toEqual([undefined, "qr"]);
  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 5 });
  expect(items.filter(({ action }) => action === "signed-in-by-qr")).toMatchObject([
    { actor: { role: "holder", id: siti.id }, origin: { browser: "edge", system: "windows" } },
  ]);
});

test("the phone's list of devices says which one was made by QR, when and where, and ends it", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  clock.advance({ minutes: 5 });
  await approved({ computer, phone, clock });
  await take(computer);
  const listed = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
  const { items } = listed.parse((await phone.get("/api/account/sessions")).body);

  expect(items).toMatchObject([
    { isThis: true, beganAt: "2026-11-21T03:00:00.000Z" },
    {
      isThis: false,
      madeBy: "qr",
      beganAt: "2026-11-21T03:05:00.000Z",
      origin: { browser: "edge", region: "Jawa Barat" },
    },
  ]);
  expect(items[0]).not.toHaveProperty("madeBy");
  const ended = await phone.post("/api/account/sessions/end", { id: items[1]?.id });
  expect(ended.status).toBe(204);
  expect((await computer.get("/api/session")).status).toBe(401);
});

test("the session ends 12 hours after the phone's password, and prolongs nothing", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  for (let minutes = 0; minutes < 11 * 60 + 50; minutes += 10) {
    clock.advance({ minutes: 10 });
    await phone.get("/api/session");
  }
  await approved({ computer, phone, clock });
  const { body } = await take(computer);
  expect(body.session).toMatchObject({ endsAt: "2026-11-21T15:00:00.000Z" });
  clock.advance({ minutes: 10 });

  expect((await computer.get("/api/session")).status).toBe(401);
});

test("each of the two is signed out without the other", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  await approved({ computer, phone, clock });
  await take(computer);
  await phone.post("/api/session/logout");
  expect((await computer.get("/api/session")).status).toBe(200);
  await computer.post("/api/session/logout");

  expect((await computer.get("/api/session")).status).toBe(401);
});

test("«Bukan saya» ends it: both are told, and the history says from where it was asked", async () => {
  const { computer, phone, accountHistory } = await computerAndPhone();
  const { secret } = await show(computer);
  await scan(phone, secret);

  expect((await refuse(phone, secret)).status).toBe(204);
  expect((await take(computer)).body).toMatchObject({ state: "refused" });
  expect((await scan(phone, secret)).body).toMatchObject({ state: "refused" });
  expect((await refuse(phone, secret)).body).toMatchObject({ status: 409, code: "qr-over" });
  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 5 });
  expect(items[0]).toMatchObject({ action: "qr-login-refused", origin: { region: "Jawa Barat" } });
});

test("a wrong code of the authenticator may be tried again", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  const { secret } = await show(computer);
  await scan(phone, secret);
  const number = await numberOn(computer);

  expect((await approve(phone, secret, number, "000000")).body.code).toBe("code-refused");
  expect((await approve(phone, secret, ` ${number} `, codeNow({ clock }))).status).toBe(204);
});

test("what is no number or code is told at its field, and costs nothing", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  const { secret } = await show(computer);
  await scan(phone, secret);

  for (const number of ["", "7", "007", "4x", "१२"])
    expect((await approve(phone, secret, number, codeNow({ clock }))).body).toMatchObject({
      code: "invalid-input",
      problems: [{ field: "number", code: "number-malformed" }],
    });
  expect((await approve(phone, secret, await numberOn(computer), codeNow({ clock }))).status).toBe(
    204,
  );
});

test.each([
  ["another country", at("AU", "New South Wales"), true],
  ["another region", at("ID", "Papua"), true],
  ["the same region", at("ID", "Jawa Barat"), false],
  ["no region known", { "cloudfront-viewer-country": "ID" }, false],
  ["nothing known", {}, false],
])("a computer in %s: the phone is warned: %s %s", async (_, headers, elsewhere) => {
  const { computer, phone } = await computerAndPhone();
  computer.headers = headers;
  const { secret } = await show(computer);

  expect((await scan(phone, secret)).body).toMatchObject({ elsewhere });
});

test("a phone that is not signed in is told so, and the code can still be scanned", async () => {
  const { browser, computer, phone } = await computerAndPhone();
  const { secret } = await show(computer);

  expect((await scan(browser(), secret)).body).toMatchObject({
    status: 401,
    code: "session-ended",
  });
  expect((await scan(phone, secret)).status).toBe(200);
});

test("a newer code ends the one before, and tells its tab by another id", async () => {
  const { computer, phone } = await computerAndPhone();
  const first = await show(computer);
  const second = await show(computer);

  expect((await take(computer)).body.id).toBe(second.id);
  expect(second.id).not.toBe(first.id);
  expect((await scan(phone, first.secret)).body.code).toBe("qr-over");
});

test("a browser without a code of its own is at no step", async () => {
  const { browser } = await computerAndPhone();
  const other = browser();
  other.cookies.set("__Host-kartu-qr", "A".repeat(43));

  for (const page of [browser(), other])
    expect((await take(page)).body).toMatchObject({ status: 401, code: "step-expired" });
});
