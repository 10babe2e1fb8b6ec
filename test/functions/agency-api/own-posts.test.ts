/** That nobody gives themselves a say by the posts that they enter. */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { ofUnit, penyetuju, petugas } from "./agency-api-under-test.ts";
import { path, reason, second, world } from "./posts-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const listed = z.object({ items: z.array(z.looseObject({})) });

test("nobody puts themselves into a post, or changes one that names them; a colleague of the same agency does", async () => {
  const { call, add, roles } = await world();
  roles.set(second.id, aGrant("petugas"));
  const own = { details: { title: "Lurah", holder: petugas.id }, reason };

  expect(await call(petugas, "POST", path, own)).toMatchObject({
    status: 403,
    body: { code: "own-record" },
  });
  const { body: post } = await call(second, "POST", path, own);
  expect((await call(petugas, "GET", path)).body.items).toEqual([{ ...post, isOwn: true }]);
  const vacant = await add({ title: "Camat" });
  const standIn = { revision: 1, reason, from: "2026-12-01", until: "2026-12-05" };
  for (const [at, body] of [
    [`${path}/${vacant.id}/stand-ins`, { ...standIn, person: petugas.id }],
    [`${path}/${post.id}/stand-ins`, { ...standIn, person: second.id }],
  ] as const)
    expect((await call(petugas, "POST", at, body)).body.code).toBe("own-record");
  const freed = { revision: 1, details: { title: "Lurah" }, reason };
  expect((await call(petugas, "PATCH", `${path}/${post.id}`, freed)).body.code).toBe("own-record");
  expect((await call(second, "PATCH", `${path}/${post.id}`, freed)).status).toBe(200);
  expect((await call(penyetuju, "PATCH", `${path}/${post.id}`, freed)).status).toBe(403);
});

test("nobody frees, fills or moves a post below one that names them, by which they would decide there", async () => {
  const { call, add, roles } = await world();
  roles.set(second.id, aGrant("petugas"));
  const by = async (who: Employee, method: "POST" | "PATCH", at: string, body: object) =>
    (await call(who, method, at, { reason, ...body })).body;
  await by(second, "POST", path, { details: { title: "Camat", holder: petugas.id } });
  const sekcam = { title: "Sekcam", holder: ofUnit.id, above: "Camat" };
  const low = await add({ title: "Kasi", holder: ofUnit.id });
  const below = await by(second, "POST", path, { details: sekcam });
  const plh = { person: penyetuju.id, from: "2026-12-01", until: "2026-12-05" };
  const acts = [
    ["POST", path, { details: { title: "Staf", above: "Camat" } }],
    ["POST", path, { details: { title: "Staf", above: "Sekcam" } }],
    ["PATCH", `${path}/${low.id}`, { revision: 1, details: { title: "Kasi", above: "Sekcam" } }],
    ["PATCH", `${path}/${below.id}`, { revision: 1, details: { ...sekcam, holder: undefined } }],
    ["POST", `${path}/${below.id}/stand-ins`, { revision: 1, ...plh }],
  ] as const;

  for (const [method, at, body] of acts)
    expect((await by(petugas, method, at, body)).code).toBe("own-record");
  // Freed of the post above, it is theirs to change.
  expect(
    await by(petugas, "PATCH", `${path}/${below.id}`, {
      revision: 1,
      details: { title: "Sekcam" },
    }),
  ).toMatchObject({ revision: 2 });
});

test("whose days as a stand-in are over changes the post as anybody does", async () => {
  const { call, add, clock, roles } = await world();
  roles.set(second.id, aGrant("petugas"));
  const post = await add({ title: "Camat", holder: ofUnit.id });
  const days = { from: "2026-11-20", until: "2026-11-21" };
  await call(second, "POST", `${path}/${post.id}/stand-ins`, {
    ...{ ...days, person: petugas.id, revision: 1, reason },
  });
  const change = async () =>
    (
      await call(petugas, "PATCH", `${path}/${post.id}`, {
        ...{ revision: 2, reason, details: { title: "Camat Contoh", holder: ofUnit.id } },
      })
    ).body;
  const listedFirst = async () =>
    listed.parse((await call(petugas, "GET", path)).body).items[0] ?? {};

  expect(await listedFirst()).toMatchObject({ isOwn: true });
  expect((await change()).code).toBe("own-record");
  clock.advance({ days: 1 });
  expect(await listedFirst()).not.toHaveProperty("isOwn");
  expect(await change()).toMatchObject({ revision: 3 });
});
