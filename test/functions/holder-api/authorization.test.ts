import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { anUpload, holderApiUnderTest } from "./holder-api-under-test.ts";

const routes = [
  ["GET", "/api/me/card"],
  ["GET", "/api/me/card/faces/front-landscape"],
  ["POST", "/api/me/photos"],
  ["GET", "/api/me/photos/pho_1"],
  ["GET", "/api/me/photos/pho_1/preview/front-landscape"],
  ["POST", "/api/me/photos/pho_1/confirm"],
  ["GET", "/api/me/notifications"],
] as const;

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each(routes)(
  "%s %s without a session is 401, and tells nothing else",
  async (method, path) => {
    const { anonymous } = await holderApiUnderTest({ uploads: [anUpload()] });
    const query = { v: "1" };

    for (const cookies of [[], ["__Host-kartu=made-up"], ["__Host-kartu-login=made-up"]]) {
      const { status, body } = await anonymous({ method, path, query, cookies });
      expect(status).toBe(401);
      expect(Object.keys(body).sort()).toEqual(["code", "reference", "status", "type"]);
      expect(body.code).toBe("session-ended");
    }
  },
);

test.each(routes)("%s %s after the session's end is 401", async (method, path) => {
  const { get, world } = await holderApiUnderTest({ uploads: [anUpload()] });
  world.clock.advance({ minutes: 15 });

  expect((await get(path, { method, query: { v: "1" } })).status).toBe(401);
});

test.each(routes.filter(([method]) => method === "POST"))(
  "%s %s from another page changes nothing",
  async (_, path) => {
    const { post, world, photos } = await holderApiUnderTest({ uploads: [anUpload()] });
    const forged = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };

    expect(await post(path, { headers: forged })).toMatchObject({
      status: 403,
      body: { code: "cross-site-request" },
    });
    expect(world.employees.saves).toEqual([]);
    expect(photos.all).toHaveLength(1);
  },
);

const id = fc.oneof(
  fc.constantFrom("pho_1", "pho_", "emp_siti", "constructor", "__proto__", "..", "%2e%2e", ""),
  fc.string(),
);

test("no path and no query makes a route fail, or shows what is not the holder's", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const { get } = await holderApiUnderTest({ uploads: [anUpload({ employeeId: "emp_budi" })] });
  const query = fc.dictionary(
    fc.oneof(fc.constantFrom("v", "download", "__proto__"), fc.string()),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("GET", "POST", "PUT", "DELETE"),
      fc.constantFrom("card/faces/", "photos/", "photos/pho_1/preview/"),
      id,
      fc.constantFrom("", "/confirm", "/preview/front-portrait", "/more"),
      query,
      async (method, path, name, rest, given) => {
        const { status } = await get(`/api/me/${path}${name}${rest}`, {
          method,
          query: given,
        });

        expect([200, 302, 404, 405, 422]).toContain(status);
        expect({}).not.toHaveProperty("download");
      },
    ),
    { numRuns: 500 },
  );
  expect(logger.error).not.toHaveBeenCalled();
});
