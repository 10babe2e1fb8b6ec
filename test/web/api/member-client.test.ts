import { afterEach, expect, test, vi } from "vitest";
import { page, Refusal } from "../../../web/src/api/client.ts";
import { get, getIfChanged, send } from "../../../web/src/api/member-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  delete page.person;
});

/** The network, answering for these people in turn. */
function answeringFor(...people: string[]) {
  const requests: { path: string; headers: Record<string, string> }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: { headers?: Record<string, string> }) => {
    requests.push({ path, headers: init.headers ?? {} });
    return Response.json({}, { headers: { "x-kartu-person": people.shift() ?? "" } });
  });
  return requests;
}

test("a page is for whoever its first answer was for, and its changes say so", async () => {
  const requests = answeringFor("emp_siti", "emp_siti");
  await get("/api/me/card");
  await send("POST", "/api/me/photos");

  expect(requests[1]?.headers).toMatchObject({ "x-kartu": "1", "x-kartu-person": "emp_siti" });
});

test("a change before anything was read asks first who is signed in", async () => {
  const requests = answeringFor("emp_siti", "emp_siti");
  await send("POST", "/api/me/photos");

  expect(requests.map(({ path }) => path)).toEqual(["/api/session", "/api/me/photos"]);
  expect(requests[1]?.headers).toMatchObject({ "x-kartu-person": "emp_siti" });
});

test.each([
  ["a reading", () => get("/api/me/card")],
  ["a reading of what changed", () => getIfChanged("/api/me/card", '"v1"')],
  ["a change", () => send("POST", "/api/me/photos/pho_1/confirm")],
])("%s that is answered for somebody else is refused", async (_, ask) => {
  answeringFor("emp_siti", "emp_made");
  await get("/api/session");

  const refusal = await ask().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ problem: { code: "other-person", status: 409 } });
});
