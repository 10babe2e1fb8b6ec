import { expect, test, vi } from "vitest";
import * as z from "zod";
import { ok } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { edgeHeader } from "#shared/http/edge.ts";
import { anyone, route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

const cardRoute = route({
  access: anyone,
  summary: "Of this test",
  method: "GET",
  path: "/api/cards",
  answers: { 200: z.strictObject({}) },
  handle: async () => ok({}),
});

test("the security log has the network that a call around CloudFront came from, not the one it claims", async () => {
  const said = vi.spyOn(logger, "info").mockReturnValue();
  const networkOf = async (address: string, claimed?: string) => {
    said.mockClear();
    const headers = { [edgeHeader]: undefined, "cloudfront-viewer-address": claimed };
    await callApi(apiHandler([cardRoute], handlerOptions), {
      path: "/api/cards",
      address,
      headers,
    });
    const [, line] = said.mock.calls.find(([name]) => name === "security.refused") ?? [];
    return z.object({ network: z.string() }).parse(line).network;
  };
  const own = await networkOf("203.0.113.9");

  expect(await networkOf("203.0.113.9", "198.51.100.1:443")).toBe(own);
  expect(await networkOf("198.51.100.1")).not.toBe(own);
});

test("a request that came through CloudFront is answered", async () => {
  vi.spyOn(logger, "info").mockReturnValue();
  const { status } = await callApi(apiHandler([cardRoute], handlerOptions), { path: "/api/cards" });

  expect(status).toBe(200);
});

test.each([undefined, "", "a guess"])(
  "a request that did not come through CloudFront (%j) reaches no route, whatever it asks; the log has no header of it",
  async (value) => {
    const said = vi.spyOn(logger, "info").mockReturnValue();
    const respond = vi.fn();
    const guarded = apiHandler([{ ...cardRoute, respond }], handlerOptions);
    for (const path of ["/api/cards", "/api/nothing"]) {
      const headers = { [edgeHeader]: value, origin: "https://elsewhere.example" };
      for (const method of ["GET", "POST"]) {
        const { status, body } = await callApi(guarded, { method, path, headers });
        expect({ status, code: body.code }).toEqual({ status: 403, code: "site-bypassed" });
      }
    }

    expect(respond).not.toHaveBeenCalled();
    expect(said).toHaveBeenCalledWith(
      "security.refused",
      expect.objectContaining({ outcome: "site-bypassed" }),
    );
    expect(JSON.stringify(said.mock.calls)).not.toContain("a guess");
  },
);
