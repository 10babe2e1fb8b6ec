import { expect, test, vi } from "vitest";
import { apiHandler } from "#shared/http/api-handler.ts";
import { anyone, route } from "#shared/http/route.ts";
import { Forbidden } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

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
  const { status } = await callApi(apiHandler([refused], { ...handlerOptions, hmacKey }), {
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
