/** A call of AWS that hangs fails while its function still lives. */
import { createServer } from "node:http";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, expect, test, vi } from "vitest";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";

afterEach(() => vi.unstubAllEnvs());

test("a table that takes the call and never answers is an error after that time", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
  const place = silent.address();
  if (!place || typeof place === "string") throw new Error("The server has no port.");
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", `http://127.0.0.1:${place.port}`);
  vi.stubEnv("AWS_MAX_ATTEMPTS", "1");
  vi.stubEnv("AWS_REGION", "ap-southeast-3");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
  const asked = Date.now();
  const call = documentClient().send(new GetCommand({ TableName: "t", Key: { id: "x" } }));

  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
  expect(Date.now() - asked).toBeGreaterThanOrEqual(patience.requestHandler.requestTimeout - 50);
  silent.closeAllConnections();
  silent.close();
}, 20_000);
