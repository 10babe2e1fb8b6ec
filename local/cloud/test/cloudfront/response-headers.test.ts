import { expect, test } from "vitest";
import {
  addResponseHeaders,
  responseHeadersPolicyConfig,
} from "../../cloudfront/response-headers.ts";

const cors = {
  AccessControlAllowCredentials: false,
  AccessControlAllowHeaders: { Items: ["*"] },
  AccessControlAllowMethods: { Items: ["GET", "HEAD"] },
  AccessControlAllowOrigins: { Items: ["*"] },
  OriginOverride: true,
};

/** @returns who may read an answer of a policy with this for CORS */
function allowed(isCors: boolean, CorsConfig?: object): string | undefined {
  const policy = responseHeadersPolicyConfig.parse({ Name: "headers", CorsConfig });
  const response = { status: 200, headers: {}, body: Buffer.from(""), cookies: [] };
  const { headers } = addResponseHeaders(response, policy, isCors, (_, value) => value);
  return headers["access-control-allow-origin"];
}

test("what every site may read says so to who asks from another one, and to nobody else", () => {
  expect(allowed(true, cors)).toBe("*");
  expect(allowed(false, cors)).toBe(undefined);
  expect(allowed(true)).toBe(undefined);
});

test.each([
  { AccessControlAllowCredentials: true },
  { AccessControlAllowOrigins: { Items: ["https://other.example"] } },
])("what is not emulated is refused: %j", (other) => {
  expect(() => allowed(true, { ...cors, ...other })).toThrow();
});
