/** What some paths of the site may do that its other pages may not: the camera, and compiling WebAssembly. */
import { expect, test } from "vitest";
import { memberOf, objectsOf, ofType, refersTo, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources({});
const [distribution] = ofType(resources, "AWS::CloudFront::Distribution");
const config = (name: string) => memberOf(distribution?.Properties.DistributionConfig, name);
const pageHeaders = ofType(resources, "AWS::CloudFront::ResponseHeadersPolicy").find(({ id }) =>
  id.startsWith("pageheaders"),
)?.Properties.ResponseHeadersPolicyConfig;

test("only the page that scans cards and that of a gate may ask for the camera, and have the policy of all pages else", () => {
  const policies = ofType(resources, "AWS::CloudFront::ResponseHeadersPolicy");
  const mayFilm = policies.filter((policy) => JSON.stringify(policy).includes("camera=(self)"));
  const paths = objectsOf(config("CacheBehaviors"))
    .filter((each) => mayFilm.some(({ id }) => id === refersTo(each.ResponseHeadersPolicyId)))
    .map(({ PathPattern }) => PathPattern);
  const csp = (headers: Parameters<typeof memberOf>[0]) =>
    memberOf(headers, "SecurityHeadersConfig", "ContentSecurityPolicy");

  expect(mayFilm).toHaveLength(1);
  const gates = ["/petugas/gerbang*", "/en/petugas/gerbang*"];
  expect(paths).toEqual(["/pindai*", "/en/pindai*", ...gates]);
  expect(JSON.stringify(pageHeaders)).toContain("camera=()");
  expect(csp(mayFilm[0]?.Properties.ResponseHeadersPolicyConfig)).toEqual(csp(pageHeaders));
});

test("only the scripts of the two workers may compile WebAssembly, and they may ask nothing but the site, and load no script", () => {
  const behaviors = objectsOf(config("CacheBehaviors"));
  const worker = behaviors.find(({ PathPattern }) => PathPattern === "/assets/studio-worker-*.js");
  const reader = behaviors.find(({ PathPattern }) => PathPattern === "/en/pindai/qr-worker-*.js");
  expect(reader?.ResponseHeadersPolicyId).toEqual(worker?.ResponseHeadersPolicyId);
  // The first that fits counts («PathPattern», CloudFront's CacheBehavior): the reader's lies below the page that films.
  const paths = behaviors.map(({ PathPattern }) => PathPattern);
  expect(paths.indexOf("/en/pindai/qr-worker-*.js")).toBeLessThan(paths.indexOf("/pindai*"));
  const policies = ofType(resources, "AWS::CloudFront::ResponseHeadersPolicy");
  const mayCompile = policies.filter((policy) => JSON.stringify(policy).includes("wasm-unsafe"));
  expect(mayCompile.map(({ id }) => id)).toEqual([refersTo(worker?.ResponseHeadersPolicyId)]);
  expect(memberOf(config("DefaultCacheBehavior"), "ResponseHeadersPolicyId")).not.toEqual(
    worker?.ResponseHeadersPolicyId,
  );
  const csp = JSON.stringify(mayCompile);
  expect(csp).toContain("default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self';");
  expect(csp).not.toMatch(/'unsafe-|https:|blob:|data:|\*/);
});

test("the script of the studio's worker is a page's file in all else", () => {
  const worker = objectsOf(config("CacheBehaviors")).find(
    ({ PathPattern }) => PathPattern === "/assets/studio-worker-*.js",
  );
  const { PathPattern, ResponseHeadersPolicyId, ...rest } = worker ?? {};
  expect(config("DefaultCacheBehavior")).toMatchObject(rest);
  expect(rest).toMatchObject({ Compress: true });
});
