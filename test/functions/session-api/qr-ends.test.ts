/** When a login by QR is over: late, after the phone's own end, after too many tries. */
import { expect, test } from "vitest";
import { qrCodes } from "#shared/rate-limit/limits.ts";
import { freezeAccount } from "#shared/session/freeze-account.ts";
import type { Session } from "#shared/session/session.ts";
import { takeQrLogin } from "#shared/session/take-qr-login.ts";
import { change } from "../../support/employees-in-memory.ts";
import {
  approve,
  approved,
  codeNow,
  computerAndPhone,
  numberOn,
  scan,
  show,
  take,
  wrong,
} from "./qr-steps.ts";
import { reset, siti } from "./session-api-under-test.ts";

test("late: a code is scanned within a minute, approved within two more, taken within one more", async () => {
  const { computer, phone, clock, sessions } = await computerAndPhone();
  const first = await show(computer);
  clock.advance({ seconds: 60 });
  expect((await take(computer)).body).toMatchObject({ state: "late", secondsLeft: 0 });
  expect((await scan(phone, first.secret)).body.code).toBe("qr-over");

  const second = await show(computer);
  await scan(phone, second.secret);
  const number = await numberOn(computer);
  clock.advance({ seconds: 120 });
  expect((await approve(phone, second.secret, number, codeNow({ clock }))).body.code).toBe(
    "qr-over",
  );
  expect((await take(computer)).body).toMatchObject({ state: "late" });

  await approved({ computer, phone, clock });
  clock.advance({ seconds: 60 });
  expect((await take(computer)).body).toMatchObject({ state: "late" });
  expect(sessions.all).toHaveLength(1);
});

const holder = { role: "holder", id: siti.id } as const;
type Api = Awaited<ReturnType<typeof computerAndPhone>>;
const endings: Readonly<Record<string, (api: Api) => Promise<unknown>>> = {
  "its logout": ({ phone }) => phone.post("/api/session/logout"),
  "a reset": ({ browser }) => reset(browser(), siti),
  "a freeze": (api) => freezeAccount(api, { person: siti, by: holder }),
  "a change of the address that a login is got back by": ({ employees, clock }) =>
    change(employees, siti, { email: "siti.baru@contoh.example" }, clock),
};

test.each(Object.keys(endings))("a phone lets no computer in any more after %s", async (ending) => {
  const api = await computerAndPhone();
  await approved(api);
  await endings[ending]?.(api);

  const { body } = await take(api.computer);
  expect(body).toMatchObject({ state: "late" });
  expect(body).not.toHaveProperty("session");
  expect((await api.computer.get("/api/session")).status).toBe(401);
});

test("a freeze or reset at the very moment wins over the session", async () => {
  for (const end of ["a freeze", "a reset"]) {
    const api = await computerAndPhone();
    await approved(api);
    const [seen] = api.sessions.all;
    const [login] = api.qrLogins.all;
    await endings[end]?.(api);
    if (!seen || !login) throw new Error("Nothing was approved.");
    const sessions = {
      find: async () => seen,
      add: (session: Session, now: Date) => api.sessions.add(session, now),
    };

    expect(await takeQrLogin({ ...api, sessions }, login)).toBe("late");
    expect(api.sessions.all).toEqual([]);
  }
});

test("wrong numbers and codes count as wrong codes do: then the phone waits, whatever it types", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  const answers: unknown[] = [];
  for (let tries = 0; tries < 12; tries++) {
    const { secret } = await show(computer);
    await scan(phone, secret);
    const number = await numberOn(computer);
    const answer =
      tries % 2
        ? await approve(phone, secret, number, "000000")
        : await approve(phone, secret, wrong(number), codeNow({ clock }));
    answers.push(answer.body.code);
    clock.advance({ seconds: 59 });
  }
  const { secret } = await show(computer);
  await scan(phone, secret);

  expect(answers.filter((code) => code === "too-many-attempts").length).toBeGreaterThan(0);
  expect(
    (await approve(phone, secret, await numberOn(computer), codeNow({ clock }))).body.code,
  ).toBe("too-many-attempts");
});

test("one code of the authenticator lets one computer in", async () => {
  const { computer, phone, clock } = await computerAndPhone();
  const code = codeNow({ clock });
  await approved({ computer, phone, clock });
  const { secret } = await show(computer);
  await scan(phone, secret);
  const number = await numberOn(computer);

  expect((await approve(phone, secret, number, code)).body.code).toBe("code-refused");
  clock.advance({ seconds: 30 });
  expect((await approve(phone, secret, number, codeNow({ clock }))).status).toBe(204);
});

test("who has no kept key of an authenticator is told so, and lets nobody in", async () => {
  const { accountRecords, computer, phone, clock } = await computerAndPhone();
  await accountRecords.dropAuthenticator(siti, clock.now());
  const { secret } = await show(computer);
  await scan(phone, secret);

  expect(
    (await approve(phone, secret, await numberOn(computer), codeNow({ clock }))).body,
  ).toMatchObject({ status: 409, code: "authenticator-unkept" });
  expect((await take(computer)).body).toMatchObject({ state: "scanned" });
});

test("a network that asks for codes without end is held up, and others are not", async () => {
  const { browser, limits, clock } = await computerAndPhone();
  const ask = (address: string) => browser(address).post("/api/session/qr", { language: "id" });
  for (let asked = 1; asked < qrCodes.max; asked++)
    await limits.add(qrCodes, "198.51.100.0/24", clock.now());

  expect((await ask("198.51.100.9")).status).toBe(201);
  expect((await ask("198.51.100.10")).body.code).toBe("too-many-attempts");
  expect((await ask("203.0.113.9")).status).toBe(201);
});
