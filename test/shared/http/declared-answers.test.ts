/** Where answers are checked, they are what their route declares. */
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { type Answer, created, image, noContent, ok } from "#shared/http/answers.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { anyone, route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";

const open = { access: anyone, summary: "Of this test" } as const;

const shape = z.strictObject({ name: z.string(), nip: z.string().exactOptional() });
const answering = (answer: () => Answer, checkAnswers: boolean) =>
  apiHandler([{ ...routeOf(), respond: async () => answer() }], {
    ...handlerOptions,
    checkAnswers,
  });
const routeOf = () =>
  route({
    ...open,
    method: "GET",
    path: "/api/told",
    answers: { 200: shape, 204: "nothing" },
    handle: async () => noContent(),
  });

test.each<[string, () => Answer, readonly string[]]>([
  [
    "has a field that is not stated",
    () => ok({ name: "S", email: "s@x" }),
    ["body: unrecognized_keys"],
  ],
  ["lacks one that is", () => ok({}), ["name: invalid_type"]],
  ["has another status", () => created({ name: "S" }), ["status"]],
  ["is bytes", () => image("image/webp", Buffer.from("x")), ["body"]],
  ["has a body where there is none", () => ({ ...noContent(), body: { name: "S" } }), ["body"]],
])("an answer that %s is a failure of ours where answers are checked", async (_, answer, at) => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const path = "/api/told";

  expect((await callApi(answering(answer, true), { path })).status).toBe(500);
  const [, line] = error.mock.calls.find(([name]) => name === "answer.undeclared") ?? [];
  expect(line).toMatchObject({ method: "GET", route: path, at });
  expect(JSON.stringify(line)).not.toContain("s@x");
  expect((await callApi(answering(answer, false), { path })).status).toBe(answer().status);
});

test("a field that is undefined is not sent, so it is none too many", async () => {
  const api = answering(() => ok({ name: "S", email: undefined }), true);

  expect(await callApi(api, { path: "/api/told" })).toMatchObject({
    status: 200,
    body: { name: "S" },
  });
});
