import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { aChange, aQrReplacement, recordsApiUnderTest } from "./records-api-under-test.ts";

const employee = "/api/officer/employees";
const routes = [
  { method: "POST", path: `${employee}/search`, body: { q: "siti" } },
  { method: "GET", path: `${employee}/emp_siti` },
  { method: "GET", path: `${employee}/emp_siti/history` },
  { method: "PATCH", path: `${employee}/emp_siti`, body: aChange() },
  { method: "POST", path: `${employee}/emp_siti/qr`, body: aQrReplacement() },
];

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

test.each(routes)("$method $path without a session is 401", async ({ path, ...request }) => {
  const { anonymous, employees } = await recordsApiUnderTest();

  expect(await anonymous(path, request)).toMatchObject({
    status: 401,
    body: { code: "session-ended" },
  });
  expect(employees.saves).toEqual([]);
});

test.each(routes)(
  "$method $path is not a holder's or an operator's to ask",
  async ({ path, ...request }) => {
    const { holder, operator, employees } = await recordsApiUnderTest();

    for (const browser of [holder, operator])
      expect(await browser(path, request)).toMatchObject({
        status: 403,
        body: { code: "forbidden" },
      });
    expect(employees.saves).toEqual([]);
  },
);

test.each(routes)("$method $path is an officer's", async ({ path, ...request }) => {
  const { officer } = await recordsApiUnderTest();

  expect((await officer(path, request)).status).toBe(200);
});

test.each(routes.slice(1))(
  "$method $path for another instansi's employee is like for nobody",
  async ({ path, ...request }) => {
    const { officer, employees } = await recordsApiUnderTest();
    for (const id of ["emp_stranger", "emp_nobody", "nip#199001012015031002", "stranger"]) {
      const answer = await officer(path.replace("emp_siti", id), request);
      expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
    }
    expect(employees.saves).toEqual([]);
  },
);

test.each(routes.filter(({ method }) => method !== "GET"))(
  "$method $path from another page changes nothing",
  async ({ path, ...request }) => {
    const { officer, employees } = await recordsApiUnderTest();
    const headers = { origin: "https://evil.example" };

    expect(await officer(path, { ...request, headers })).toMatchObject({
      status: 403,
      body: { code: "cross-site-request" },
    });
    expect(employees.saves).toEqual([]);
  },
);

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("III/b", "99", "constructor", "__proto__", "budi@contoh.example", "2027-01-01"),
);
/** Bodies that are nearly right, and bodies that are completely wrong. */
const anyBody = fc.oneof(
  fc
    .record(
      {
        revision: fc.oneof(fc.constant(1), fc.anything()),
        requestId: fc.oneof(fc.uuid(), text),
        reason: text,
        changes: fc.oneof(
          fc.dictionary(fc.constantFrom("name", "jabatan", "email", "phone", "__proto__"), text),
          fc.anything(),
        ),
      },
      { requiredKeys: [] },
    )
    .map((body) => ({ ...aChange(), ...body })),
  fc.object(),
  fc.string(),
  fc.constant('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
  fc.constant('{"changes":{"__proto__":{"isAdmin":true}},"revision":1}'),
);

test("no body and no search makes a route fail or touches what all objects share", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      anyBody,
      text,
      async ({ method, path }, body, q) => {
        const { officer } = await recordsApiUnderTest();
        const search = q.length % 2 === 0 ? { q } : { q, cursor: q };
        const sent = {
          ...(method === "GET" ? { query: { kind: q, cursor: q } } : { body }),
          ...(path.endsWith("/search") && { body: search }),
        };
        const { status } = await officer(path, { method, ...sent });

        expect(status).toBeLessThan(500);
        expect({}).not.toHaveProperty("isAdmin");
      },
    ),
    { numRuns: 500 },
  );
  expect(logger.error).not.toHaveBeenCalled();
});

test("a role that is refused is in the security log, with who asked for what", async () => {
  const { holder } = await recordsApiUnderTest();
  await holder(`${employee}/emp_siti`, {});

  expect(logger.info).toHaveBeenCalledWith(
    "security.refused",
    expect.objectContaining({
      actor: "emp_siti",
      network: expect.stringMatching(/^[0-9a-f]{24}$/),
      route: `${employee}/{id}`,
      outcome: "forbidden",
    }),
  );
});
