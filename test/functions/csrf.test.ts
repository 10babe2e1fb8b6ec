/** A foreign page changes nothing: each route that changes something, with each request that a foreign page can send. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { noContent } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { logger } from "#shared/runtime/logger.ts";
import { everyRoute } from "../../functions/every-route.ts";
import { callApi, handlerOptions, siteUrl } from "../support/call-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const changing = everyRoute.filter(({ method }) => method !== "GET");

/** What a form, an image, a link or a script of another site can send with the holder's cookies, and some that lie. */
const forged = {
  "a form of another site": {
    ...{ "x-kartu": undefined, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    "content-type": "text/plain",
  },
  "a script of another site without our header": { "x-kartu": undefined },
  "a page of a neighbouring host": {
    origin: "https://lain.example.go.id",
    "sec-fetch-site": "same-site",
  },
  "a sandboxed frame": { origin: "null", "sec-fetch-site": "cross-site" },
  "no origin": { origin: undefined },
  "an origin that begins like ours": { origin: `${siteUrl}.evil.example` },
  "our origin without TLS": { origin: siteUrl.replace("https", "http") },
  "our origin, and a browser that says otherwise": { "sec-fetch-site": "cross-site" },
  "an address that was typed": { "sec-fetch-site": "none" },
  "our header with another value": { "x-kartu": "0" },
} as const;

/** What keeps a route for forms of pages without a script from being asked by our scripts alone. */
const needsHeader: readonly string[] = [
  "a script of another site without our header",
  "our header with another value",
];

describe.each(changing)("$method $path", ({ method, path, ...route }) => {
  const respond = vi.fn(async () => noContent());
  const handler = apiHandler([{ method, path, ...route, respond }], handlerOptions);
  const call = (headers = {}) => {
    const cookies = [
      "__Host-kartu=session",
      "__Host-kartu-login=login",
      "__Host-kartu-reset=reset",
    ];
    return callApi(handler, { method, path: path.replaceAll(/\{\w+\}/g, "x"), cookies, headers });
  };

  const takesForms = "plain" in route;
  const possible = Object.entries(forged).filter(
    ([name]) => !takesForms || !needsHeader.includes(name),
  );
  test.each(possible)("refuses %s", async (_, headers) => {
    const answer = await call(headers);
    expect(answer).toMatchObject({ status: 403, cookies: [] });
    if (!takesForms) expect(answer.body).toMatchObject({ code: "cross-site-request" });
    expect(respond).not.toHaveBeenCalled();
  });
});

test("only the check of a card, and its report, take forms of pages without a script: they change nothing of whoever asks", () => {
  const plain = changing.filter((route) => "plain" in route);
  expect(plain.map(({ path, access }) => [path, access.who])).toEqual([
    ["/api/verify/plain", ["anyone"]],
    ["/api/verify/plain/report", ["anyone"]],
  ]);
});

test("there are routes that change something, and our own page reaches them", async () => {
  expect(changing.length).toBeGreaterThan(15);
  for (const { method, path, ...route } of changing) {
    const respond = vi.fn(async () => noContent());
    const handler = apiHandler([{ method, path, ...route, respond }], {
      ...handlerOptions,
      checkAnswers: false,
    });
    await callApi(handler, { method, path: path.replaceAll(/\{\w+\}/g, "x") });
    expect(respond, path).toHaveBeenCalledOnce();
  }
});
