import { spawnSync } from "node:child_process";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { acceptEncodingFunction, pagesFunction } from "../../infra/edge/viewer-functions.ts";
import { demandRuntime2 } from "../../local/cloud/cloudfront/function-runtime.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";

interface Answer {
  statusCode: number;
}
interface ViewerEvent {
  request: { uri: string };
  response?: Answer;
}
const handler: {
  (event: Required<ViewerEvent>): Answer;
  (event: ViewerEvent): { uri: string };
} = runInContext(`${pagesFunction(placeholderArtifacts().web)}; handler`, createContext({}));
const pathFor = (uri: string) => handler({ request: { uri } }).uri;
const statusFor = (uri: string, statusCode = 200) =>
  handler({ request: { uri }, response: { statusCode } }).statusCode;

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
  ["/nothing.txt", "/404.html"],
  ["/csp-hashes.json", "/404.html"],
  ["/nowhere", "/404.html"],
  ["/nowhere.html", "/404.html"],
  ["/v/one/two", "/404.html"],
  ["/en", "/en/index.html"],
  ["/en/v/7q2m0000000000000000000000", "/en/v/index.html"],
  ["/en/nowhere", "/en/404.html"],
  ["/engine", "/404.html"],
])("%s is the file %s", (path, file) => {
  expect(pathFor(path)).toBe(file);
});

test("the function is what CloudFront's runtime can run (A1)", () => {
  expect(() =>
    demandRuntime2("pretty-paths", pagesFunction(placeholderArtifacts().web)),
  ).not.toThrow();
});

/** CloudFront runs njs. It is not on npm, so this test runs only where it is installed. */
const njs = spawnSync("njs", ["-v"]).status === 0;

test.runIf(njs)("njs itself runs the function", () => {
  const call = 'console.log(handler({ request: { uri: "/kartu" } }).uri)';
  const code = `${pagesFunction(placeholderArtifacts().web)}\n${call}`;
  expect(spawnSync("njs", ["-"], { input: code, encoding: "utf8" }).stdout.trim()).toBe(
    "/kartu/index.html",
  );
});

test("a page that is not there answers 404, a page that is does not", () => {
  expect(statusFor("/nowhere")).toBe(404);
  expect(statusFor("/404.html")).toBe(404);
  expect(statusFor("/en/nowhere")).toBe(404);
  expect(statusFor("/kartu")).toBe(200);
  expect(statusFor("/v/7q2m0000000000000000000000")).toBe(200);
});

test("a browser that has the 404 page already is told so", () => {
  expect(statusFor("/nowhere", 304)).toBe(304);
});

test("the API hears which encodings the browser takes, and nobody can say so in the edge's name", () => {
  type Headers = { headers: Record<string, { value: string }> };
  const tell: (event: { request: Headers }) => Headers = runInContext(
    `${acceptEncodingFunction()}; handler`,
    createContext({}),
  );
  const forged = { "x-accept-encoding": { value: "br" } };
  expect(() => demandRuntime2("accept-encoding", acceptEncodingFunction())).not.toThrow();

  expect(
    tell({ request: { headers: { "accept-encoding": { value: "gzip, br" } } } }).headers,
  ).toMatchObject({ "x-accept-encoding": { value: "gzip, br" } });
  expect(tell({ request: { headers: forged } }).headers).toEqual({
    "x-accept-encoding": { value: "identity" },
  });
});
