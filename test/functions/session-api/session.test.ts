import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { aNip } from "../../support/builders.ts";
import { change } from "../../support/employees-in-memory.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

test("a session that is used lives on, at most twelve hours", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();

  const statuses: number[] = [];
  for (let i = 0; i < 72; i++) {
    clock.advance({ minutes: 10 });
    statuses.push((await page.get("/api/session")).status);
  }

  expect(statuses).toEqual([...Array(71).fill(200), 401]);
});

test("a session ends after fifteen minutes without use", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  clock.advance({ minutes: 15 });

  expect(await page.get("/api/session")).toMatchObject({
    status: 401,
    body: { code: "session-ended" },
  });
});

test("a page that only looks how the session is does not prolong it", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  clock.advance({ minutes: 14 });
  const looked = await page.get("/api/session", { look: "1" });
  clock.advance({ minutes: 1 });

  expect(looked).toMatchObject({ status: 200, body: { idleEndsAt: "2026-11-21T03:15:00.000Z" } });
  expect((await page.get("/api/session", { look: "1" })).status).toBe(401);
});

test("a page of guests that asks whether somebody is signed in is not refused when nobody is", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  const asked = async () => await page.get("/api/session", { look: "guest" });

  expect((await asked()).status).toBe(204);
  await page.signIn();
  clock.advance({ minutes: 14 });
  expect(await asked()).toMatchObject({
    ...{ status: 200, body: { person: siti.id, idleEndsAt: "2026-11-21T03:15:00.000Z" } },
  });
  clock.advance({ minutes: 1 });
  expect((await asked()).status).toBe(204);
  expect((await page.get("/api/session")).status).toBe(401);
});

test("signing out has the browser forget what our pages kept, and every cookie but the device's", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  await page.post("/api/session/login", { nip: siti.nip, password });
  const { headers } = await page.post("/api/session/logout");

  expect(headers["clear-site-data"]).toBe('"storage"');
  expect([...page.cookies.keys()]).toEqual(["__Host-kartu-device"]);
});

test("being used is written down at most once a minute", async () => {
  const { browser, clock, sessions } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  for (let i = 0; i < 6; i++) {
    clock.advance({ seconds: 20 });
    await page.get("/api/session");
  }

  expect(sessions.touches).toBe(2);
});

test("using a session calls nobody but our tables", async () => {
  const { browser, users } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  const calls = users.calls;
  await page.get("/api/session");
  for (const path of ["history", "sessions"])
    expect((await page.get(`/api/account/${path}`)).status).toBe(200);
  expect((await page.post("/api/account/sessions/end-others")).status).toBe(204);

  expect(users.calls).toBe(calls);
});

test("signing out ends the session, for whoever copied the cookie too, and asks Cognito for nothing", async () => {
  const { browser, users } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  const thief = browser();
  thief.cookies.set("__Host-kartu", page.cookies.get("__Host-kartu") ?? "");

  const calls = users.calls;
  const { status } = await page.post("/api/session/logout");

  expect(status).toBe(204);
  expect(users.calls).toBe(calls);
  expect([...page.cookies.keys()]).toEqual(["__Host-kartu-device"]);
  expect((await thief.get("/api/session")).status).toBe(401);
  expect(users.revoked).toEqual(["refresh-of-emp_siti"]);
});

test("signing out without a session is fine", async () => {
  const { browser } = sessionApiUnderTest();

  expect((await browser().post("/api/session/logout")).status).toBe(204);
});

test.each<[Partial<Employee>, number]>([
  [{ kedudukanHukum: "99" }, 401],
  [{ email: "siti@baru.example" }, 401],
  [{ nip: aNip("198502122010012012") }, 401],
  [{ phone: "0812 0000 0000", jabatan: "Analis Kebijakan Ahli Muda" }, 200],
])("a session after the record got %j: %i at once", async (fields, status) => {
  const { browser, clock, employees } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  clock.advance({ seconds: 1 });
  await change(employees, siti, fields, clock);

  expect((await page.get("/api/session")).status).toBe(status);
});

test("a login under way when the e-mail changes becomes no session", async () => {
  const { browser, clock, employees } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });
  clock.advance({ seconds: 1 });
  await change(employees, siti, { email: "siti@baru.example" }, clock);

  expect(await page.post("/api/session/code", { code: rightCode })).toMatchObject({
    status: 401,
    body: { code: "step-expired" },
  });
});
