/** Requests to routes before a login that no page of ours sends: none of them is a failure of ours. */
import { beforeEach, expect, test, vi } from "vitest";
import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { makeLink } from "#shared/session/mailed-link.ts";
import { sealMark } from "#shared/verification/report-mark.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { verifyRoutes } from "../../functions/verify-api/routes.ts";
import { type ApiRequest, callApi, handlerOptions, hmacKey } from "../support/call-api.ts";
import { aCampaign } from "../support/campaign-table-contract.ts";
import { CaptchasInMemory } from "../support/captchas-in-memory.ts";
import { DocumentsInMemory } from "../support/documents-in-memory.ts";
import { PhotoObjectsInMemory } from "../support/photo-objects-in-memory.ts";
import { solve } from "../support/solve-captcha.ts";
import { mailedCode, rightCode } from "../support/users-in-memory.ts";
import {
  Browser,
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api/session-api-under-test.ts";
import { spoiledPerRoute, spoilsInParts } from "./spoiled.ts";

const captchaIn = (html: string) => /name="captcha" value="([^"]*)"/.exec(html)?.[1] ?? "";
const seed = Number(process.env.TEST_SEED ?? 20261127) % 2 ** 31;
const deviceName = "HP Pribadi";
const secret = "0".repeat(22);
const mailedCode8 = "12345678";

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
});

type Api = ReturnType<typeof sessionApiUnderTest>;

async function aRunning(campaigns: Api["campaigns"], now: Date) {
  const endsAt = new Date(now.getTime() + 86_400_000).toISOString();
  await campaigns.open({ ...aCampaign, startsAt: now.toISOString(), endsAt }, [budi.id]);
  return aCampaign.id;
}

/** Brings a browser to where the route is asked. @returns the body that is right there */
type Way = (page: Browser, api: Api) => Promise<object>;

const logIn = async (page: Browser) => {
  await page.post("/api/session/login", { nip: siti.nip, password });
};
const askForReset = async (page: Browser) => {
  const captcha = solve((await page.get("/api/session/captcha")).body);
  await page.post("/api/session/reset", { nip: budi.nip, captcha });
};
const mailedLink = async ({ links, clock }: Api) => {
  const link = {
    purpose: "freeze",
    employeeId: siti.id,
    about: clock.now().toISOString(),
  } as const;
  return { secret: await makeLink(links, link, clock.now()) };
};

const ways: Readonly<Record<string, Way>> = {
  "POST /api/session/logout": async () => ({}),
  "POST /api/session/login": async () => ({ nip: siti.nip, password }),
  "POST /api/session/code": async (page) => {
    await logIn(page);
    return { code: rightCode };
  },
  "POST /api/session/recovery-code": async (page) => {
    await logIn(page);
    return { recoveryCode: "AAAA-AAAA-AAAA" };
  },
  "POST /api/session/qr": async () => ({ language: "id" }),
  "POST /api/session/qr/take": async (page) => {
    await page.post("/api/session/qr", { language: "id" });
    return {};
  },
  "GET /api/session/enrolment": async (page) => {
    await reset(page, budi);
    return {};
  },
  "POST /api/session/enrolment/mail": async (page) => {
    await reset(page, budi);
    return {};
  },
  "POST /api/session/enrolment/mailed-code": async (page) => {
    await reset(page, budi);
    return { mailedCode: "12345678" };
  },
  "POST /api/session/enrolment": async (page) => {
    await reset(page, budi);
    await page.get("/api/session/enrolment");
    // A right one would be answered with ten slow hashes each time.
    return { code: "000000", deviceName };
  },
  "GET /api/session/captcha": async () => ({}),
  "POST /api/session/reset": async (page) => ({
    nip: budi.nip,
    captcha: solve((await page.get("/api/session/captcha")).body),
  }),
  "POST /api/session/reset/email": async (page) => {
    await askForReset(page);
    return { email: budi.email };
  },
  "POST /api/session/reset/password": async (page) => {
    await askForReset(page);
    await page.post("/api/session/reset/email", { email: budi.email });
    return { code: mailedCode, newPassword };
  },
  "POST /api/account/link/look": async (_, api) => mailedLink(api),
  "POST /api/account/link": async (_, api) => ({ ...(await mailedLink(api)), freezes: true }),
  "GET /api/session/campaigns": async () => ({}),
  "GET /api/session/campaigns/captcha": async () => ({}),
  "POST /api/session/campaigns/forms": async (page, { campaigns, clock }) => ({
    ...{
      campaign: await aRunning(campaigns, clock.now()),
      nip: budi.nip,
      email: budi.email,
      phone: "0812 3456 7890",
    },
    captcha: solve((await page.get("/api/session/campaigns/captcha")).body),
  }),
  "POST /api/session/campaigns/forms/confirm": async () => ({
    form: `frm_${secret}`,
    code: mailedCode8,
  }),
  "GET /api/verify/captcha": async () => ({}),
  "GET /api/verify/captcha/audio": async (page) => {
    const { image } = captchaChallenge.parse((await page.get("/api/verify/captcha")).body);
    return { token: image?.token };
  },
  "POST /api/verify": async (page) => ({
    token: `${secret}0000`,
    captcha: solve((await page.get("/api/verify/captcha")).body),
  }),
  "GET /api/verify/plain": async () => ({}),
  "POST /api/verify/plain": async (page) => {
    const { text } = await page.get("/api/verify/plain");
    page.headers = aForm;
    return { token: `${secret}0000`, captcha: captchaIn(text), text: "ABCDE" };
  },
  "GET /api/verify/plain/report": async () => ({}),
  "POST /api/verify/plain/report": async (page, { clock }) => {
    page.headers = aForm;
    return { mark: await markOf(clock.now()), cause: "altered" };
  },
  "POST /api/verify/report": async (_, { clock }) => ({
    mark: await markOf(clock.now()),
  }),
};

/** Of a card that was just checked. */
function markOf(now: Date): Promise<string> {
  return sealMark({ hmacKey }, { employeeId: siti.id, photoId: "pho_siti" }, now);
}

/** What a browser sends without a script. */
const aForm = { "content-type": "application/x-www-form-urlencoded" };

/** A browser before any login, on the API that has this route. */
function browserOn(route: string, api: Api): Browser {
  if (!route.includes("/api/verify")) return api.browser();
  const { employees, clock, limits } = api;
  const handler = apiHandler(
    verifyRoutes({
      ...{ employees, clock, limits, hmacKey, workIterations: 1, site: "kartu.example.go.id" },
      cards: { findToken: async () => undefined },
      photos: new PhotoObjectsInMemory(clock),
      captchas: new CaptchasInMemory(),
      documents: new DocumentsInMemory(),
    }),
    handlerOptions,
  );
  return new Browser((request) => callApi(handler, request));
}

/** Of anything: what was parsed from JSON may have a "toString" that is none. */
const textOf = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** A form's fields are texts. */
const formOf = (body: unknown) =>
  typeof body === "object" && body !== null
    ? new URLSearchParams(
        Object.entries(body).map(([name, value]): [string, string] => [name, textOf(value)]),
      ).toString()
    : textOf(body);

async function send(page: Browser, { method, path, body, query = {} }: ApiRequest) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  // A reading has no body: what it asks for stands in its query.
  const own = method === "GET" ? Object.entries(Object(body)) : [];
  const told = own.filter((each): each is [string, string] => typeof each[1] === "string");
  const asked: Record<string, string> = Object.fromEntries([...told, ...given]);
  return method === "GET"
    ? await page.get(path, asked)
    : await page.post(path, page.headers === aForm ? formOf(body) : body, asked);
}

const routes = everyRoute
  .filter(({ access }) => !access.isPersonal)
  .map(({ method, path }) => `${method} ${path}`);

test("every route before a login is among them, and its own request is one that it knows", async () => {
  expect(routes.toSorted()).toEqual(Object.keys(ways).toSorted());
  for (const route of routes) {
    const api = sessionApiUnderTest();
    const page = browserOn(route, api);
    const [method = "", path = ""] = route.split(" ");
    const body = await ways[route]?.(page, api);
    const { status, text, body: problem } = await send(page, { method, path, body });

    // Refused are codes that are nobody's, or come before they are mailed; never the form of the body.
    expect([200, 201, 204, 302, 401, 422], `${route}: ${text}`).toContain(status);
    expect(problem.code).not.toBe("invalid-input");
  }
});

test.each(routes)(
  `%s takes or refuses whatever it is sent (seed ${seed})`,
  { timeout: 20_000 + spoiledPerRoute * 100 },
  async (route) => {
    const [method = "", path = ""] = route.split(" ");
    for (const [i, spoil] of spoilsInParts(seed).flat().entries()) {
      const api = sessionApiUnderTest();
      const page = browserOn(route, api);
      const body = await ways[route]?.(page, api);
      const answer = await send(page, spoil({ method, path, body }));

      expect(answer.status, `${route}, number ${i}: ${answer.text}`).toBeLessThan(500);
    }
  },
);
