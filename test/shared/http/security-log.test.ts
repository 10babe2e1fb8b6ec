import { expect, test, vi } from "vitest";
import { apiEdge } from "#shared/http/api-edge.ts";
import { anyone, route } from "#shared/http/route.ts";
import { Forbidden } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { callApi, edgeOptions } from "../../support/call-api.ts";

test("without the log's key the request is answered all the same, and its line has no hashes", async () => {
  const info = vi.spyOn(logger, "info").mockReturnValue();
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const hmacKey = { derive: () => Promise.reject(new Error("KMS is away")) };
  const refused = route({
    method: "GET",
    path: "/api/theirs",
    summary: "Somebody else's",
    access: anyone,
    answers: { 204: "nothing" },
    handle: async () => {
      throw new Forbidden();
    },
  });
  const { status } = await callApi(apiEdge([refused], { ...edgeOptions, hmacKey }), {
    path: "/api/theirs",
  });
  const [, fields] = info.mock.calls.find(([name]) => name === "security.refused") ?? [];

  expect(status).toBe(403);
  expect(fields).toMatchObject({ route: "/api/theirs", outcome: "forbidden" });
  expect(fields).not.toHaveProperty("network");
  expect(warn).toHaveBeenCalledWith(
    "security.key-missing",
    expect.objectContaining({ error: "Error" }),
  );
});
