import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { problem } from "#shared/http/problem-body.ts";
import { acceptEncodingFunction, pagesFunction } from "../../infra/edge/viewer-functions.ts";
import { demandRuntime2 } from "../../local/cloud/cloudfront/function-runtime.ts";
import { edgeFunction } from "../support/edge-function.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";

interface Answer {
  statusCode: number;
  headers: Record<string, { value: string }>;
}
interface ViewerEvent {
  request: { uri: string; querystring: Record<string, { value: string }> };
  response?: Answer;
}
interface PagesHandler {
  (event: Required<ViewerEvent>): Promise<Answer>;
  (event: ViewerEvent): Promise<{ uri: string } & Partial<Answer>>;
}
const pagesCode = pagesFunction(placeholderArtifacts().web);
const handler = edgeFunction<PagesHandler>(pagesCode);
const asked = (uri: string, query: string[] = []) => ({
  uri,
  querystring: Object.fromEntries(query.map((name) => [name, { value: "" }])),
});
const pathFor = async (uri: string, query: string[] = []) =>
  (await handler({ request: asked(uri, query) })).uri;
const statusFor = async (uri: string, statusCode = 200) =>
  (await handler({ request: asked(uri), response: { statusCode, headers: {} } })).statusCode;

test.each([
  ["/", "/index.html"],
  ["/kartu", "/kartu/index.html"],
  ["/kartu/", "/kartu/index.html"],
  ["/v", "/v/index.html"],
  ["/v/7q2m0000000000000000000000", "/v/index.html"],
  ["/V/7Q2M0000000000000000000000", "/v/index.html"],
  ["/v/7q2m0000000000000000000000/", "/v/index.html"],
  ["/assets/page-12345678.js", "/assets/page-12345678.js"],
  ["/kartu/index.html", "/kartu/index.html"],
  ["/assets/of-the-release-before-1a2B_-9z.js", "/assets/of-the-release-before-1a2B_-9z.js"],
  ["/assets/never-built.js", "/404.html"],
  ["/assets/", "/404.html"],
  ["/en/assets/page-12345678.js", "/en/404.html"],
  ["/robots.txt", "/robots.txt"],
  ["/.well-known/kartu-asn/kunci.json", "/.well-known/kartu-asn/kunci.json"],
  ["/.well-known/kartu-asn/other.json", "/404.html"],
  ["/.well-known/kartu-asn/status/0", "/.well-known/kartu-asn/status/0"],
  ["/.well-known/kartu-asn/status/105", "/.well-known/kartu-asn/status/105"],
  ["/pindai/setelan.json", "/pindai/setelan.json"],
  ["/pindai/qr-worker-1a2B_-9z.js", "/pindai/qr-worker-1a2B_-9z.js"],
  ["/en/pindai/qr-worker-1a2B3c4d.js", "/en/pindai/qr-worker-1a2B3c4d.js"],
  ["/pindai/other-1a2B3c4d.js", "/404.html"],
  ["/.well-known/kartu-asn/status/", "/404.html"],
  ["/.well-known/kartu-asn/status/1/2", "/404.html"],
  ["/nothing.txt", "/404.html"],
  ["/csp-hashes.json", "/404.html"],
  ["/nowhere", "/404.html"],
  ["/nowhere.html", "/404.html"],
  ["/v/one/two", "/404.html"],
  ["/en", "/en/index.html"],
  ["/en/v/7q2m0000000000000000000000", "/en/v/index.html"],
  ["/en/nowhere", "/en/404.html"],
  ["/engine", "/404.html"],
])("%s is the file %s", async (path, file) => {
  expect(await pathFor(path)).toBe(file);
});

test.each(["/pindai", "/en/pindai"])(
  "%s leads to its own folder, as far as its service worker reaches, for a year also without the network",
  async (uri) => {
    expect(await handler({ request: asked(uri, []) })).toMatchObject({
      statusCode: 301,
      headers: {
        location: { value: `${uri}/` },
        "cache-control": { value: "public, max-age=31536000" },
      },
    });
  },
);

test.each([
  ["/v/7q2m", "token=7q2m"],
  ["/V/7Q2M/", "token=7Q2M"],
  ["/en/v/7q2m", "token=7q2m&lang=en"],
  ["/v/a&lang=en#", "token=a%26lang%3Den%23"],
])("%s without a script is asked by the form with %s", async (uri, query) => {
  const answer = await handler({ request: asked(uri, ["polos"]) });

  expect(answer).toMatchObject({
    statusCode: 302,
    headers: {
      location: { value: `/api/verify/plain?${query}` },
      "cache-control": { value: "no-store" },
      "referrer-policy": { value: "no-referrer" },
    },
  });
});

test("no other page leads to that form", async () => {
  expect(await pathFor("/kartu", ["polos"])).toBe("/kartu/index.html");
  expect(await pathFor("/v", ["polos"])).toBe("/v/index.html");
  expect(await pathFor("/v/7q2m", ["other"])).toBe("/v/index.html");
});

test("the function is what CloudFront's runtime can run (A1)", () => {
  expect(() =>
    demandRuntime2("pretty-paths", pagesFunction(placeholderArtifacts().web)),
  ).not.toThrow();
});

/** CloudFront runs njs. It is not on npm, so this test runs only where it is installed. */
const njs = spawnSync("njs", ["-v"]).status === 0;

test.runIf(njs)("njs itself runs the function", () => {
  const store = "const cf = { kvs() { return { async exists() { return false; } }; } };";
  const call =
    'handler({ request: { uri: "/kartu", querystring: {} } }).then((request) => console.log(request.uri))';
  const code = `${pagesCode.replace('import cf from "cloudfront";', store)}\n${call}`;
  expect(spawnSync("njs", ["-"], { input: code, encoding: "utf8" }).stdout.trim()).toBe(
    "/kartu/index.html",
  );
});

test("a page that is not there answers 404, a page that is does not", async () => {
  expect(await statusFor("/nowhere")).toBe(404);
  expect(await statusFor("/404.html")).toBe(404);
  expect(await statusFor("/en/nowhere")).toBe(404);
  expect(await statusFor("/kartu")).toBe(200);
  expect(await statusFor("/v/7q2m0000000000000000000000")).toBe(200);
});

test("a browser that has the 404 page already is told so", async () => {
  expect(await statusFor("/nowhere", 304)).toBe(304);
});

describe("while the site is closed", () => {
  const closed = edgeFunction<PagesHandler>(pagesCode, () => true);

  test.each([
    ["/kartu", "/pemeliharaan/index.html"],
    ["/v/7q2m0000000000000000000000", "/pemeliharaan/index.html"],
    ["/nowhere", "/pemeliharaan/index.html"],
    ["/en/kartu", "/en/pemeliharaan/index.html"],
    ["/assets/page-12345678.js", "/assets/page-12345678.js"],
    ["/robots.txt", "/robots.txt"],
  ])("%s is the file %s", async (uri, file) => {
    expect((await closed({ request: asked(uri) })).uri).toBe(file);
  });

  test("a page is 503 for a while, and its files are not", async () => {
    const answer = await closed({
      request: asked("/pemeliharaan/index.html"),
      response: { statusCode: 200, headers: {} },
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toEqual({
      "retry-after": { value: "120" },
      "cache-control": { value: "no-store" },
    });
    const response = { statusCode: 200, headers: {} };
    expect(await closed({ request: asked("/robots.txt"), response })).toEqual(response);
  });

  test("the API answers a refusal with a code", async () => {
    type Closed = (event: object) => Promise<Answer & { body: string }>;
    const api = edgeFunction<Closed>(acceptEncodingFunction(), () => true);

    const { statusCode, headers, body } = await api({ request: { headers: {} } });
    expect(statusCode).toBe(503);
    expect(headers["retry-after"]).toEqual({ value: "120" });
    expect(problem.parse(JSON.parse(body))).toMatchObject({ code: "maintenance", status: 503 });
  });

  test("a store that cannot be read closes nothing", async () => {
    const unread = () => {
      throw new Error("unavailable");
    };
    const open = edgeFunction<PagesHandler>(pagesCode, unread);
    expect((await open({ request: asked("/kartu") })).uri).toBe("/kartu/index.html");
  });
});

test("the API hears which encodings the browser takes, and nobody can say so in the edge's name", async () => {
  type Headers = { headers: Record<string, { value: string }> };
  const tell = edgeFunction<(event: { request: Headers }) => Promise<Headers>>(
    acceptEncodingFunction(),
  );
  const forged = { "x-accept-encoding": { value: "br" } };
  expect(() => demandRuntime2("accept-encoding", acceptEncodingFunction())).not.toThrow();

  expect(
    (await tell({ request: { headers: { "accept-encoding": { value: "gzip, br" } } } })).headers,
  ).toMatchObject({ "x-accept-encoding": { value: "gzip, br" } });
  expect((await tell({ request: { headers: forged } })).headers).toEqual({
    "x-accept-encoding": { value: "identity" },
  });
});
