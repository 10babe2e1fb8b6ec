/** Attacks on the login by QR: at most the browser that shows the code, once, after the phone that scanned it approved. */
import { expect, test } from "vitest";
import { secretId } from "#shared/session/secret.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import {
  approve,
  approved,
  codeNow,
  computerAndPhone,
  numberOn,
  refuse,
  scan,
  show,
  signedInPhone,
  take,
  wrong,
} from "./qr-steps.ts";
import { budi, siti } from "./session-api-under-test.ts";

test("an approved code gives one session, however many times and however fast it is asked for", async () => {
  const { computer, phone, sessions, clock } = await computerAndPhone();
  await approved({ computer, phone, clock });
  const waiting = new Map(computer.cookies);
  const taken = await Promise.all(Array.from({ length: 50 }, () => take(computer)));

  expect(taken.filter(({ body }) => body.session)).toHaveLength(1);
  expect(
    taken.flatMap(({ cookies }) => cookies).filter((c) => /^__Host-kartu=/.test(c)),
  ).toHaveLength(1);
  expect(sessions.all).toHaveLength(2);
  for (const [name, value] of waiting) computer.cookies.set(name, value);
  expect((await take(computer)).body).toMatchObject({ state: "done" });
  expect((await take(computer)).body).not.toHaveProperty("session");
});

test("another browser gets nothing, also with the secret of the picture and everything the page was told", async () => {
  const { browser, computer, phone, sessions, clock } = await computerAndPhone();
  const { id, secret } = await show(computer);
  await scan(phone, secret);
  await approve(phone, secret, await numberOn(computer), codeNow({ clock }));

  for (const value of [secret, id, secretId(secret), secretId(id)]) {
    const thief = browser();
    thief.cookies.set("__Host-kartu-qr", value);
    expect((await take(thief)).status).toBe(401);
  }
  const swapped = browser();
  await show(swapped);
  expect((await take(swapped)).body).toMatchObject({ state: "shown" });
  expect(sessions.all).toHaveLength(1);
  expect((await take(computer)).body.session).toBeDefined();
});

test("the tables hold neither secret, and no answer has the number before a phone has scanned", async () => {
  const { computer, phone, qrLogins } = await computerAndPhone();
  const created = await computer.post("/api/session/qr", { language: "id" });
  const before = await take(computer);
  const { secret } = await show(computer);
  const { body } = await scan(phone, secret);

  expect([created.body, before.body, body].flatMap(Object.keys)).not.toContain("number");
  const stored = JSON.stringify(qrLogins.all);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain(computer.cookies.get("__Host-kartu-qr"));
});

test("relay: a picture of the code without the number ends at the first guess, for good", async () => {
  const { computer, phone, sessions, clock } = await computerAndPhone();
  const { secret } = await show(computer);
  await scan(phone, secret);
  const number = await numberOn(computer);

  expect((await approve(phone, secret, wrong(number), codeNow({ clock }))).body).toMatchObject({
    status: 409,
    code: "qr-number-wrong",
  });
  expect((await approve(phone, secret, number, codeNow({ clock }))).body.code).toBe("qr-over");
  expect((await take(computer)).body).toMatchObject({ state: "number-wrong" });
  expect((await scan(phone, secret)).body).toMatchObject({ state: "number-wrong" });
  expect(sessions.all).toHaveLength(1);
});

test("two phones: the first that scans decides, and only for its own person", async () => {
  const api = await computerAndPhone();
  const { computer, phone, clock } = api;
  const other = api.browser();
  const { cookies, headers } = await signIn(api, budi);
  other.headers = headers;
  other.cookies.set("__Host-kartu", cookies.join().replace("__Host-kartu=", ""));
  const { secret } = await show(computer);
  await scan(phone, secret);
  const number = await numberOn(computer);

  expect((await scan(other, secret)).body).toMatchObject({ status: 409, code: "qr-scanned" });
  expect((await approve(other, secret, number, codeNow({ clock }))).body.code).toBe("qr-over");
  expect((await refuse(other, secret)).body.code).toBe("qr-over");
  expect((await approve(phone, secret, number, codeNow({ clock }))).status).toBe(204);
  expect((await take(computer)).body.session).toMatchObject({ person: siti.id });
});

test("fifty phones scan at once: one gets the computer, and one number is shown", async () => {
  const api = await computerAndPhone();
  const phones = [api.phone];
  while (phones.length < 4) phones.push(await signedInPhone(api));
  const { secret } = await show(api.computer);
  const scans = await Promise.all(
    Array.from({ length: 50 }, (_, i) => scan(phones[i % phones.length] ?? api.phone, secret)),
  );

  const winners = new Set(
    scans.flatMap(({ status }, i) => (status === 200 ? [i % phones.length] : [])),
  );
  expect(winners.size).toBe(1);
  expect(await numberOn(api.computer)).toBe(await numberOn(api.computer));
});

test("a session made by QR has no role, whoever it is", async () => {
  const { computer, phone, roles, clock } = await computerAndPhone();
  roles.set(siti.id, aGrant("petugas"));
  await approved({ computer, phone, clock });
  const { body } = await take(computer);

  expect((await phone.get("/api/session")).body.roles).toEqual(["holder", "petugas"]);
  expect(body.session).toMatchObject({ roles: ["holder"] });
  expect((await computer.get("/api/session")).body.roles).toEqual(["holder"]);
});

test("a request for another person's page approves nothing", async () => {
  const { computer, phone, sessions, clock } = await computerAndPhone();
  const { secret } = await show(computer);
  await scan(phone, secret);
  const number = await numberOn(computer);
  phone.headers = { "x-kartu-person": "emp_other" };

  expect((await approve(phone, secret, number, codeNow({ clock }))).body.code).toBe("other-person");
  expect((await take(computer)).body).toMatchObject({ state: "scanned" });
  expect(sessions.all).toHaveLength(1);
});
