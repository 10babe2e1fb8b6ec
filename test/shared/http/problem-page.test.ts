import { expect, test } from "vitest";
import { apiHandler } from "#shared/http/api-handler.ts";
import { anyone, route } from "#shared/http/route.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

const pdf = route({
  method: "GET",
  path: "/api/me/card/pdf",
  summary: "A file",
  access: anyone,
  answers: { 302: "nothing" },
  handle: async () => {
    throw new Unauthenticated();
  },
});
const open = (site: string | undefined, path = "/api/me/card/pdf") =>
  callApi(apiHandler([pdf], handlerOptions), {
    path,
    query: { shape: "landscape", sheet: 'a4"><b>' },
    headers: { "sec-fetch-site": site },
  });

test.each(["cross-site", "same-site", "none"])(
  "an address opened by itself (%s) is answered with a page that leads back to it",
  async (site) => {
    const { status, headers, text } = await open(site);

    expect(status).toBe(401);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(text).toContain('href="/api/me/card/pdf?shape=landscape&amp;sheet=a4');
    expect(text).toMatch(/Kode rujukan: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(text).not.toContain("<b>");
  },
);

test.each(["same-origin", undefined])("a script (%s) is answered with a problem", async (site) => {
  const { status, headers, body } = await open(site);

  expect([status, headers["content-type"]]).toEqual([401, "application/problem+json"]);
  expect(body.code).toBe("session-ended");
});

test("the page leads nowhere else, whatever the path begins with", async () => {
  const { text } = await open("cross-site", "//elsewhere.example/api");

  expect(text).not.toContain('href="//');
});
