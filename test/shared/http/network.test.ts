import { expect, test } from "vitest";
import { aRequest } from "../../support/call-api.ts";

test.each([
  ["198.51.100.10:46532", "198.51.100.0/24"],
  ["2001:db8:85a3:12ff:1:8a2e:370:7334:46532", "2001:db8:85a3:1200::/56"],
  ["[2001:db8::1]:46532", "2001:db8:0:0::/56"],
  ["2001:db8::1:46532", "2001:db8:0:0::/56"],
  ["::ffff:198.51.100.10:443", "198.51.100.0/24"],
  ["a lie", "unknown"],
])("CloudFront's %s counts as %s", (address, prefix) => {
  const { network } = aRequest({ path: "/", headers: { "cloudfront-viewer-address": address } });

  expect(network).toBe(prefix);
});

test("without CloudFront the peer of API Gateway counts", () => {
  expect(aRequest({ path: "/", address: "203.0.113.7" }).network).toBe("203.0.113.0/24");
});
