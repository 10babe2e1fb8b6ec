import { expect, test } from "vitest";
import { bySpecificity, parseRouteKey } from "../../http-api/route-key.ts";

test.each([
  ["GET", "/api/me", "GET /api/me"],
  ["POST", "/api/me", "ANY /api/me"],
  ["GET", "/api/other", "GET /api/{id}"],
  ["GET", "/api/me/photo", "ANY /api/me/{proxy+}"],
  ["GET", "/api/you/photo", "ANY /api/{proxy+}"],
  ["GET", "/", "$default"],
])("%s %s goes to the most specific route", (method, path, expected) => {
  const keys = [
    "$default",
    "ANY /api/{proxy+}",
    "ANY /api/me/{proxy+}",
    "GET /api/{id}",
    "ANY /api/me",
    "GET /api/me",
  ];
  const routes = keys.map(parseRouteKey).sort(bySpecificity);

  expect(routes.find((route) => route.match(method, path))?.key).toBe(expected);
});
