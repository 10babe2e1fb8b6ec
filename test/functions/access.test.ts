/** Access: every route behind a login is called by every kind of person. */
import { beforeEach, expect, test, vi } from "vitest";
import { grantedRoles } from "#shared/access/role.ts";
import { logger } from "#shared/runtime/logger.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { aRequest } from "../support/call-api.ts";
import { type Asker, askers } from "./askers.ts";
import { subject } from "./route-requests.ts";
import { routeNames, routesUnderTest } from "./routes-under-test.ts";
import { tablesInMemory } from "./tables-under-test.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const editors: readonly Asker[] = [
  "petugas",
  "petugas of another agency",
  "petugas of this unit",
  "petugas of another unit",
  "petugas of another unit who audits all",
];
const ofAgencies: readonly Asker[] = ["petugas", "petugas of another agency"];
const readers: readonly Asker[] = [...editors, "penyetuju", "auditor", "auditor of another unit"];

/** Who is admitted. Whose data the person gets is tested with the route. */
function mayAsk(route: string, asker: Asker): boolean {
  if (asker === "nobody") return false;
  // Whoever acts in a post signs its letters and consents to trainings, with a role or without (0109, 0116).
  if (
    /^(GET \/api\/session|\w+ \/api\/(me|account|requests\/(mine|leave|deciding)|evidence\/(mine|deciding))\b)|\/(letters-to-sign|own-letters|training-consents|own-attendance|own-presence-key)/.test(
      route,
    )
  )
    return true;
  if (route.includes("/api/operator/")) return asker === "operator";
  if (/accounts\/approvals\/.*\/(approve|refuse)$/.test(route)) return asker === "penyetuju";
  if (/\/api\/accounts\/approvals|^POST \/api\/requests\/(?!campaigns|ledgers)/.test(route))
    return [...editors, "penyetuju"].includes(asker);
  // A gate is of who enters attendance.
  if (/^GET \/api\/officer\/agency(?!.*\/gate-keys$)/.test(route))
    return [...editors, "penyetuju"].includes(asker);
  if (route === "GET /api/accounts/{id}") return readers.includes(asker);
  const isOfUnit = /unit/.test(asker) && asker !== "petugas of another unit who audits all";
  if (route.includes("/unit-tree")) return readers.includes(asker) && !isOfUnit;
  // Who audits all enters records of one unit.
  if (route.includes("/unit-changes")) return editors.includes(asker) && !/unit/.test(asker);
  // A file has the people of a whole agency, and so has a count.
  if (
    /^POST \/api\/officer\/(imports|agency\/announcements(\/preview)?$)|\/quality\/passes/.test(
      route,
    )
  )
    return ofAgencies.includes(asker);
  if (route.includes("/api/officer/imports")) return [...ofAgencies, "penyetuju"].includes(asker);
  const isReading =
    /^GET \/api\/(evidence|officer\/(employees|people|photos|accounts|home|quality)|requests)|^GET \/api\/accounts\/(\{id\}\/)?(decrees|transfers?$|joined|bulk-changes|matters)|\/employees\/search$/.test(
      route,
    );
  return (isReading ? readers : editors).includes(asker);
}

const routes = routeNames();
const readingRoutes = everyRoute
  .filter(({ access, method, readsOnly }) => method === "GET" || (access.cookie && readsOnly))
  .map(({ method, path }) => `${method} ${path}`);

test("there are routes to ask", () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(new Set(routes).size).toBe(routes.length);
});

test.each(routes)("%s lets in who may ask, and nobody else", async (route) => {
  const { ask } = await routesUnderTest(tablesInMemory());
  const letIn: Record<string, boolean> = {};
  for (const asker of askers) {
    const { status } = await ask(asker, route);
    expect(status, `${asker}: ${route}`).toBeLessThan(500);
    if (asker === "nobody") expect(status).toBe(401);
    letIn[asker] = status !== 401 && status !== 403;
  }

  expect(letIn).toEqual(Object.fromEntries(askers.map((asker) => [asker, mayAsk(route, asker)])));
});

const ofARecord = routes.filter((route) =>
  /(employees|accounts|evidence|people)\/\{id\}/.test(route),
);
const strangers: readonly Asker[] = [
  "petugas of another agency",
  "petugas of another unit",
  "auditor of another unit",
];

test.each(ofARecord)(
  "%s for a record of another agency or unit is like for nobody's",
  async (route) => {
    const tables = tablesInMemory();
    const { ask } = await routesUnderTest(tables);

    for (const asker of strangers.filter((each) => mayAsk(route, each)))
      expect(await ask(asker, route), asker).toMatchObject({
        status: 404,
        body: { code: "not-found" },
      });
    expect(await tables.employees.find(subject.id)).toEqual(subject);
  },
);

// Nobody's card is drawn here, and no photo was sent.
test.each(ofARecord.filter((route) => !/\/(faces|photos)\//.test(route)))(
  "%s is a petugas's of the record's unit to ask",
  async (route) => {
    const { ask } = await routesUnderTest(tablesInMemory());

    // An account that is not frozen is not unfrozen, and so on: 409.
    expect([200, 201, 204, 409]).toContain((await ask("petugas of this unit", route)).status);
  },
);

test.each(ofARecord.filter((route) => !route.startsWith("GET ")))(
  "%s is not opened by reading the whole agency",
  async (route) => {
    const tables = tablesInMemory();
    const { ask } = await routesUnderTest(tables);
    const asker = "petugas of another unit who audits all";

    expect((await ask(asker, "GET /api/officer/employees/{id}")).status).toBe(200);
    expect((await ask(asker, route)).status).toBe(404);
    expect(await tables.employees.find(subject.id)).toEqual(subject);
  },
);

test.each(routes.filter((route) => !readingRoutes.includes(route)))(
  "%s changes nothing when its page is for somebody else, or does not say for whom",
  async (route) => {
    const tables = tablesInMemory();
    const { ask } = await routesUnderTest(tables);
    const asker = /\/api\/(me|account)\//.test(route) ? "holder" : "petugas";
    for (const person of [undefined, "", "emp_subject", "EMP_0"])
      expect(await ask(asker, route, { "x-kartu-person": person })).toMatchObject({
        status: 409,
        body: { code: "other-person" },
      });

    expect(tables.employees.saves).toEqual([]);
    expect(tables.photos.all).toEqual([]);
    expect(tables.prints.all).toEqual([]);
    expect(tables.exports.all).toEqual([]);
    expect(tables.approvals.all).toEqual([]);
    expect((await ask(asker, route)).body.code).not.toBe("other-person");
  },
);

test("a search or a look at what would be sent, which changes nothing, need not say for whom its page is", async () => {
  const { ask } = await routesUnderTest(tablesInMemory());
  const searches = {
    "POST /api/officer/agency/announcements/circular/preview": "petugas",
    "POST /api/officer/agency/announcements/preview": "petugas",
    "POST /api/officer/employees/search": "petugas",
    "POST /api/operator/role-holders/search": "operator",
  } as const;
  expect(readingRoutes.filter((route) => !route.startsWith("GET ")).toSorted()).toEqual(
    Object.keys(searches),
  );
  for (const [search, asker] of Object.entries(searches))
    for (const person of [undefined, "emp_subject"])
      expect(await ask(asker, search, { "x-kartu-person": person })).toMatchObject({
        status: 200,
        headers: { "x-kartu-person": expect.stringMatching(/^emp_\d+$/) },
      });
});

test.each(routes)("%s says for whom it answered, also when it says no", async (route) => {
  const { ask } = await routesUnderTest(tablesInMemory());

  for (const asker of ["holder", "operator"] as const)
    expect((await ask(asker, route)).headers["x-kartu-person"]).toMatch(/^emp_\d+$/);
  expect((await ask("nobody", route)).headers).not.toHaveProperty("x-kartu-person");
});

test.each<[Asker, string | undefined]>([
  ["petugas", undefined],
  ["penyetuju", "role"],
  ["auditor", "role"],
  ["petugas of this unit", undefined],
  ["petugas of another unit who audits all", "role"],
])("a %s is told whether the record can be changed: %s", async (asker, locked) => {
  const { ask } = await routesUnderTest(tablesInMemory());

  expect((await ask(asker, "GET /api/officer/employees/{id}")).body.locked).toBe(locked);
});

test.each(everyRoute.filter(({ access }) => access.cookie))(
  "$method $path refuses who brings no cookie before anything is read",
  async ({ method, path, respond }) => {
    // The routes have no tables, so a request that got further would end with a TypeError.
    const refused = respond(aRequest({ method, path }), {});

    await expect(refused).rejects.toMatchObject({ status: 401 });
  },
);

test("only what opens a way in, leaves or freezes it, the form of a campaign, and the check of a card with its report are open to anyone", () => {
  const open = everyRoute.filter(({ access }) => !access.cookie);

  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /api/session/logout",
    "POST /api/session/login",
    "POST /api/session/qr",
    "GET /api/session/captcha",
    "POST /api/session/reset",
    "GET /api/session/campaigns",
    "GET /api/session/campaigns/captcha",
    "POST /api/session/campaigns/forms",
    "POST /api/session/campaigns/forms/confirm",
    "POST /api/account/link/look",
    "POST /api/account/link",
    "GET /api/verify/captcha",
    "GET /api/verify/captcha/audio",
    "POST /api/verify",
    "POST /api/verify/report",
    "GET /api/verify/plain",
    "POST /api/verify/plain",
    "GET /api/verify/plain/report",
    "POST /api/verify/plain/report",
  ]);
});

test.each(routes)("%s states who may ask it", (route) => {
  const stated = everyRoute.find(({ method, path }) => `${method} ${path}` === route)?.access.who;
  const mayHolder = mayAsk(route, "holder");
  const roles = grantedRoles.filter((role) => mayAsk(route, role));

  expect(stated).toEqual(mayHolder ? ["holder"] : roles);
});
