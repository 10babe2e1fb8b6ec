/** The holder's own QR over the API, from the session to what a check says. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { issueCard } from "#shared/card/issue-card.ts";
import { logger } from "#shared/runtime/logger.ts";
import { verifyCard } from "../../support/verify-card.ts";
import { budi, holderApiUnderTest, siti } from "./holder-api-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

async function setUp(employees: Parameters<typeof holderApiUnderTest>[0] = {}) {
  const api = await holderApiUnderTest(employees);
  const { world } = api;
  const printed = () => world.drawn.map(({ content }) => content.qrText.split("/").at(-1) ?? "");
  const verify = async (token: string) => (await verifyCard(world, token)).result;
  const replace = (requestId: string = randomUUID()) =>
    api.post("/api/me/card/qr/replace", { body: { requestId } });
  return { ...api, printed, verify, replace };
}

test("a paused QR is suspended at the next check, its card looks as before, and resumed it is valid", async () => {
  const { world, get, post, printed, verify } = await setUp({ employees: [siti] });
  const [token = ""] = printed();
  const before = (await get("/api/me/card")).body;
  const pausedAt = world.clock.now().toISOString();

  expect(await get("/api/me/card/qr")).toMatchObject({ status: 200, body: { state: "active" } });
  const paused = await post("/api/me/card/qr/pause");
  expect(paused).toMatchObject({ status: 200, body: { state: "paused", pausedAt } });
  expect(await verify(token)).toBe("suspended");
  expect((await get("/api/me/card/qr")).body).toEqual({ state: "paused", pausedAt });
  expect((await get("/api/me/card")).body).toEqual({ ...before, qrPausedAt: pausedAt });
  await issueCard(world, siti.id);
  expect(printed()).toEqual([token]);

  expect((await post("/api/me/card/qr/resume")).body).toEqual({ state: "active" });
  expect(await verify(token)).toBe("valid");
  expect((await get("/api/me/card")).body).toEqual(before);
});

test("the page of a card that was paused gets a new answer, not «not modified»", async () => {
  const { get, post } = await setUp();
  const etag = (await get("/api/me/card")).headers.etag ?? "";
  await post("/api/me/card/qr/pause");

  expect((await get("/api/me/card", { headers: { "if-none-match": etag } })).status).toBe(200);
});

test("a replaced QR is superseded at the next check and for ever, and the new one valid once it is drawn", async () => {
  const { world, replace, printed, verify } = await setUp({ employees: [siti] });
  const [old = ""] = printed();
  const requestId = randomUUID();
  expect(await replace(requestId)).toMatchObject({ status: 200, body: { state: "active" } });
  expect(await replace(requestId)).toMatchObject({ status: 200, body: { state: "active" } });
  expect(await verify(old)).toBe("superseded");

  await issueCard(world, siti.id);
  const [, fresh = ""] = printed();
  expect([await verify(old), await verify(fresh)]).toEqual(["superseded", "valid"]);
  expect(printed()).toHaveLength(2);
});

test("after three replacements the next one is refused until tomorrow, and a pause is not", async () => {
  const { replace, post, world } = await setUp();
  for (let time = 1; time <= 3; time++) await replace();
  const refused = await replace();
  expect(refused).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
  expect(await world.employees.find(siti.id)).toMatchObject({ qrGeneration: 4 });
  expect((await post("/api/me/card/qr/pause")).status).toBe(200);
});

test("an opened NIP is told until it is over or closed, the log says who did it, and nobody else's opens", async () => {
  const { get, post, world, anonymous } = await setUp();
  const until = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const opened = { state: "active", nipOpenUntil: until };
  const path = "/api/me/card/nip/open";

  expect((await anonymous({ method: "POST", path })).status).toBe(401);
  expect((await post(path, { headers: { "x-kartu-person": budi.id } })).status).toBe(409);
  expect(await post(path)).toMatchObject({ status: 200, body: opened });
  expect((await get("/api/me/card/qr")).body).toEqual(opened);
  expect((await post("/api/me/card/nip/close")).body).toEqual({ state: "active" });
  expect((await get("/api/me/card/qr")).body).toEqual({ state: "active" });
  expect(await world.employees.find(budi.id)).toEqual(budi);
  const lines = vi.mocked(logger.info).mock.calls.filter(([said]) => said === "security.done");
  expect(lines.map(([, line]) => line)).toMatchObject([
    { actor: siti.id, outcome: "card-nip-opened" },
    { actor: siti.id, outcome: "card-nip-closed" },
  ]);
});

test("what is sent twice at once, as by a double press, is counted once and answered twice", async () => {
  const { replace, post, world } = await setUp();
  const statuses: number[] = [];
  for (let time = 1; time <= 3; time++) {
    const requestId = randomUUID();
    const answers = await Promise.all([replace(requestId), replace(requestId)]);
    statuses.push(...answers.map(({ status }) => status));
  }
  for (let time = 1; time <= 8; time++) {
    world.clock.advance({ seconds: 1 });
    await post("/api/me/card/qr/pause");
    const resume = () => post("/api/me/card/qr/resume");
    const answers = await Promise.all([resume(), resume()]);
    statuses.push(...answers.map(({ status }) => status));
  }

  expect(statuses).toEqual(Array.from({ length: 22 }, () => 200));
  expect((await replace()).status).toBe(429);
});

test("it is the own one: nobody else's changes", async () => {
  const { replace, post, world } = await setUp();
  await post("/api/me/card/qr/pause");
  await replace();

  expect(await world.employees.find(budi.id)).toEqual(budi);
});

test("who has left reads that there is none, and changes nothing", async () => {
  const { get, post, replace } = await setUp({ employees: [{ ...siti, kedudukanHukum: "99" }] });
  expect((await get("/api/me/card/qr")).body).toEqual({ state: "none" });
  for (const answer of [await post("/api/me/card/qr/pause"), await replace()])
    expect(answer).toMatchObject({ status: 409, body: { code: "no-qr" } });
});

test.each(["suspended", "ended"])("a pause does not hide that the card is %s", async (status) => {
  const kedudukanHukum = status === "ended" ? "99" : "04";
  const qrPausedAt = "2026-11-20T03:00:00.000Z";
  const { get } = await setUp({ employees: [{ ...siti, kedudukanHukum, qrPausedAt }] });
  const { body } = await get("/api/me/card");

  expect(body).toMatchObject({ status });
  expect(body).not.toHaveProperty("qrPausedAt");
});

test("a request that names nobody, comes from another site or has no id is refused", async () => {
  const { anonymous, post, world } = await setUp();
  const path = "/api/me/card/qr/pause";
  expect((await anonymous({ method: "POST", path })).status).toBe(401);
  const others = { "x-kartu-person": budi.id };
  expect((await post(path, { headers: others })).status).toBe(409);
  const crossSite = { "sec-fetch-site": "cross-site" };
  expect((await post(path, { headers: crossSite })).status).toBe(403);
  expect((await post("/api/me/card/qr/replace", { body: { requestId: "1" } })).status).toBe(422);
  expect(await world.employees.find(siti.id)).toEqual(siti);
});

test("the security log says that it was done, and by whom", async () => {
  const { post, replace } = await setUp();
  await post("/api/me/card/qr/pause");
  await post("/api/me/card/qr/resume");
  await replace();
  const lines = vi
    .mocked(logger.info)
    .mock.calls.filter(([message]) => message === "security.done");

  expect(lines.map(([, line]) => line)).toMatchObject([
    { actor: siti.id, outcome: "card-qr-paused" },
    { actor: siti.id, outcome: "card-qr-resumed" },
    { actor: siti.id, outcome: "card-qr-replaced" },
  ]);
});
