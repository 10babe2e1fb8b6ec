import { createServer } from "node:http";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { issueWork } from "#shared/captcha/work-challenge.ts";
import { specimenToken } from "#shared/card/card-token.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import { runCanary } from "../../../functions/canary/handle.ts";
import { hmacKey } from "../../support/call-api.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
});

interface Answer {
  readonly status?: number;
  readonly body: string;
}

const answerOf = (result: VerifyAnswer["result"]): Answer => ({
  body: JSON.stringify({ result, checkedAt: "2026-11-26T00:00:00.000Z", site: "kartu.example" }),
});

/** A site on this machine that answers as ours does, but for what is said. It fails `failures` times first. */
async function siteWith(
  differences: Record<string, Answer> = {},
  { failures = 0 } = {},
): Promise<{ siteUrl: string; asked: string[]; sent: unknown[] }> {
  const binding = { purpose: "verify", network: "192.0.2.0/24" } as const;
  const work = await issueWork({ hmacKey, clock: new FakeClock(), workIterations: 1 }, binding, 20);
  const page = { body: "<title>Kartu ASN Virtual</title>" };
  const answers: Record<string, Answer> = {
    "GET /": page,
    [`GET /v/${specimenToken}`]: page,
    "GET /api/verify/captcha": { body: JSON.stringify({ work }) },
    "POST /api/verify": answerOf("specimen"),
    ...differences,
  };
  const asked: string[] = [];
  const sent: unknown[] = [];
  const server = createServer(async (request, response) => {
    const asks = `${request.method} ${request.url}`;
    const chunks = await Array.fromAsync(request);
    if (request.method === "POST") sent.push(JSON.parse(Buffer.concat(chunks).toString()));
    asked.push(asks);
    const { status = 200, body } = answers[asks] ?? { status: 404, body: "" };
    response.writeHead(asked.length <= failures ? 503 : status).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return { siteUrl: `http://127.0.0.1:${address.port}`, asked, sent };
}

const visit = async (siteUrl: string) => await runCanary({ siteUrl })({ job: "visit" }, aContext);

test("the canary opens both pages, does the work of a captcha and checks a specimen", async () => {
  const { siteUrl, asked, sent } = await siteWith();

  await visit(siteUrl);

  expect(asked).toEqual([
    "GET /",
    `GET /v/${specimenToken}`,
    "GET /api/verify/captcha",
    "POST /api/verify",
  ]);
  expect(sent).toEqual([
    {
      token: specimenToken,
      captcha: { token: expect.any(String), number: expect.any(Number) },
    },
  ]);
  expect(logger.info).toHaveBeenCalledWith("job.visit", { milliseconds: expect.any(Number) });
});

test("a single failure is no outage: the visit is made once more", async () => {
  const { siteUrl } = await siteWith({}, { failures: 1 });

  await visit(siteUrl);

  expect(vi.mocked(logger.warn).mock.calls).toEqual([
    ["canary.failed", { step: "page", why: "503" }],
  ]);
});

test.each<[string, Record<string, Answer>, string]>([
  ["no page", { "GET /": { status: 503, body: "" } }, "page: 503"],
  ["somebody else's page", { "GET /": { body: "<title>For sale</title>" } }, "page: another page"],
  [
    "no verification page",
    { [`GET /v/${specimenToken}`]: { status: 404, body: "" } },
    "verification page: 404",
  ],
  ["a broken captcha", { "GET /api/verify/captcha": { body: "{}" } }, "captcha: another answer"],
  ["no check", { "POST /api/verify": { status: 500, body: "" } }, "check: 500"],
  ["a wrong check", { "POST /api/verify": answerOf("unknown") }, "check: unknown"],
])("a site with %s fails the run, and the step is named", async (_, differences, message) => {
  const { siteUrl } = await siteWith(differences);
  await expect(visit(siteUrl)).rejects.toThrow(message);
});

test("a name that nobody answers at fails the run", async () => {
  await expect(visit("http://127.0.0.1:9")).rejects.toThrow(/^page: /);
});

test("another job is none of the canary's", async () => {
  const handle = runCanary({ siteUrl: "http://127.0.0.1:9" });
  await expect((async () => await handle({ job: "sweep" }, aContext))()).rejects.toThrow();
});
