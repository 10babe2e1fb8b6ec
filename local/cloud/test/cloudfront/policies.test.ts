import { expect, test } from "vitest";
import { Addresses } from "../../addresses.ts";
import {
  cachePolicyConfig,
  forwarded,
  managedCachePolicies,
  managedOriginRequestPolicies,
  originRequestPolicyConfig,
} from "../../cloudfront/policies.ts";
import type { HttpRequest } from "../../http-api/http-message.ts";

const viewer: HttpRequest = {
  method: "GET",
  target: "/api/x?a=1&b=2",
  headers: {
    host: "kartu.example.go.id",
    cookie: "s=1; t=2",
    origin: "https://kartu.example.go.id",
    "user-agent": "Firefox",
    "cloudfront-viewer-address": "1.2.3.4:5",
  },
  body: Buffer.alloc(0),
  sourceIp: "1.2.3.4",
};

const disabled = managedCachePolicies["4135ea2d-6df8-44a3-9df3-4b5a84be39ad"];
const exceptHost = managedOriginRequestPolicies["b689b0a8-53d0-40ab-baf2-68738e2966ac"];

test("without an origin request policy an origin sees neither headers, cookies nor query", () => {
  const { target, headers } = forwarded(viewer, disabled ? [disabled] : [], {});

  expect([target, headers]).toEqual(["/api/x", { "user-agent": "Amazon CloudFront" }]);
});

test("a part of a file is asked of the origin, whatever the policies send", () => {
  const asked = { ...viewer, headers: { range: "bytes=0-1" } };
  const { headers } = forwarded(asked, disabled ? [disabled] : [], {});

  expect(headers).toEqual({ "user-agent": "Amazon CloudFront", range: "bytes=0-1" });
});

test("AllViewerExceptHostHeader passes all but the host and CloudFront's own headers", () => {
  const { target, headers } = forwarded(viewer, exceptHost ? [exceptHost] : [], {});

  expect(target).toBe(viewer.target);
  expect(headers).toEqual({
    cookie: "s=1; t=2",
    origin: "https://kartu.example.go.id",
    "user-agent": "Firefox",
  });
});

test("a list passes what it names", () => {
  const policy = originRequestPolicyConfig.parse({
    Name: "x",
    HeadersConfig: {
      HeaderBehavior: "whitelist",
      Headers: ["Origin", "CloudFront-Viewer-Address"],
    },
    CookiesConfig: { CookieBehavior: "allExcept", Cookies: ["t"] },
    QueryStringsConfig: { QueryStringBehavior: "whitelist", QueryStrings: ["b"] },
  });

  const { target, headers } = forwarded(viewer, [policy], {});

  expect(target).toBe("/api/x?b=2");
  expect(headers).toEqual({
    cookie: "s=1",
    origin: "https://kartu.example.go.id",
    "user-agent": "Amazon CloudFront",
    "cloudfront-viewer-address": "1.2.3.4:5",
  });
});

const addresses = new Addresses({
  siteUrl: "http://localhost:8080",
  endpoint: "http://127.0.0.1:4566",
  siteOrigins: ["https://kartu.example.go.id"],
});

test.each([
  ["https://kartu.example.go.id", "http://localhost:8080"],
  ["https://kartu.example.go.id/v/X", "http://localhost:8080/v/X"],
  ["https://kartu.example.go.id.evil.example", "https://kartu.example.go.id.evil.example"],
  ["https://kartuxexample.go.id", "https://kartuxexample.go.id"],
  ["https://photos.s3.ap-southeast-3.amazonaws.com/a", "http://127.0.0.1:4566/a"],
  ["https://photos.s3.amazonaws.com", "http://127.0.0.1:4566"],
])("%s is %s on this machine", (address, here) => {
  expect(addresses.translate(address)).toBe(here);
});

test.each(["Accept-Encoding", "Authorization"])(
  "an origin request policy that names %s is refused as AWS refuses it",
  (name) => {
    const whitelisting = (Headers: string[]) =>
      originRequestPolicyConfig.safeParse({
        Name: "x",
        HeadersConfig: { HeaderBehavior: "whitelist", Headers },
        CookiesConfig: { CookieBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "none" },
      });

    expect(whitelisting([`X-${name}`]).success).toBe(true);
    expect(whitelisting([name]).error?.issues[0]?.message).toBe(
      `The parameter Headers contains ${name} that is not allowed.`,
    );
  },
);

test("a cache policy that caches nothing and compresses is refused as AWS refuses it", () => {
  const policy = (MaxTTL: number, EnableAcceptEncodingGzip: boolean) =>
    cachePolicyConfig.safeParse({
      Name: "x",
      DefaultTTL: 0,
      MinTTL: 0,
      MaxTTL,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: "none" },
        CookiesConfig: { CookieBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "none" },
        EnableAcceptEncodingGzip,
      },
    });

  expect(policy(0, false).success).toBe(true);
  expect(policy(1, true).success).toBe(true);
  expect(policy(0, true).error?.issues[0]?.message).toBe(
    "The parameter EnableAcceptEncodingGzip is invalid for policy with caching disabled.",
  );
});
