/** Held by `tsc -p web`: there an expected error that is none is an error. What runs here only shows that the list is the real one. */
import { expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { EmployeeAnswer, HistoryAnswer } from "#shared/employee/record-answers.ts";
import type { recordChangeRequest } from "#shared/employee/record-requests.ts";
import { everyRoute } from "../../../functions/every-route.ts";
import type { AnswerOf, BodyOf, PathOf, RouteName } from "../../../web/src/api/api-routes.ts";
import { fileAddress, call as guestCall } from "../../../web/src/api/client.ts";
import { call, callIfChanged } from "../../../web/src/api/member-client.ts";

const record = "PATCH /api/officer/employees/{id}" satisfies RouteName;

test("a route's input and answer are those that it states", () => {
  expectTypeOf<AnswerOf<"GET /api/me/card">>().toEqualTypeOf<CardAnswer>();
  expectTypeOf<AnswerOf<typeof record>>().toEqualTypeOf<EmployeeAnswer>();
  expectTypeOf<
    AnswerOf<"GET /api/officer/employees/{id}/history">
  >().toEqualTypeOf<HistoryAnswer>();
  expectTypeOf<AnswerOf<"POST /api/session/logout">>().toEqualTypeOf<undefined>();
  expectTypeOf<BodyOf<"POST /api/accounts/{id}/record-change">>().toEqualTypeOf<
    z.input<typeof recordChangeRequest>
  >();
  expectTypeOf<
    PathOf<"GET /api/me/photos/{photoId}/preview/{face}">
  >().toEqualTypeOf<`/api/me/photos/${string}/preview/${string}`>();

  expect(everyRoute.map(({ method, path }) => `${method} ${path}`)).toContain(record);
});

test("what no route states does not compile", () => {
  const params = { id: "emp_1" };
  const body = { revision: 1, requestId: "r", reason: "SK 12/2026", changes: {} };
  const refused = [
    // @ts-expect-error There is no such path.
    () => call("GET /api/me/cards"),
    // @ts-expect-error The path is not asked with this method.
    () => call("POST /api/me/card"),
    // @ts-expect-error The path has a segment to be filled.
    () => call(record, { body }),
    // @ts-expect-error The segment has another name.
    () => call(record, { params: { employeeId: "emp_1" }, body }),
    // @ts-expect-error A change has a body.
    () => call(record, { params }),
    // @ts-expect-error The body lacks the revision.
    () => call(record, { params, body: { requestId: "r", reason: "SK", changes: {} } }),
    // @ts-expect-error The record has no such field.
    () => call(record, { params, body: { ...body, changes: { shoeSize: "42" } } }),
    // @ts-expect-error The query has no such value.
    () => call("GET /api/officer/employees/{id}/history", { params, query: { kind: "writes" } }),
    // @ts-expect-error The route takes no query.
    () => call("GET /api/me/notifications", { query: { page: "2" } }),
    // @ts-expect-error A POST that changes nothing says so, else it would not be tried again.
    () => call("POST /api/officer/employees/search", { body: { q: "siti" } }),
    // @ts-expect-error A change does not pass for a reading.
    () => call(record, { params, body, readsOnly: true }),
    // @ts-expect-error Behind a login a change says for whom its page is: the guests' client does not.
    () => guestCall("POST /api/me/photos"),
    // @ts-expect-error An image is not read as JSON.
    () => call("GET /api/me/card/faces/{face}", { params: { face: "front-portrait" } }),
    // @ts-expect-error The card has no such face.
    () => fileAddress("GET /api/me/card/faces/{face}", { params: { face: "side" } }),
    // @ts-expect-error Answers without an ETag are never told to be unchanged.
    () => callIfChanged("GET /api/me/notifications", undefined),
    // @ts-expect-error The answer has no such field.
    async () => (await call("GET /api/session")).nip,
  ];

  expect(new Set(refused).size).toBe(16);
});
