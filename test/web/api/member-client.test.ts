import { afterEach, expect, test, vi } from "vitest";
import { page, Refusal } from "../../../web/src/api/client.ts";
import { get, getIfChanged, search, send } from "../../../web/src/api/member-client.ts";
import { listEmployees } from "../../../web/src/api/records-api.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  delete page.person;
});

interface Init extends RequestInit {
  readonly headers?: Record<string, string>;
}

/** The network, answering for these people in turn. */
function answeringFor(...people: string[]) {
  const requests: { path: string; headers: Record<string, string>; body?: BodyInit | null }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: Init) => {
    requests.push({ path, headers: init.headers ?? {}, body: init.body ?? null });
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
  ["a search", () => search("/api/officer/employees/search", {})],
  ["a change", () => send("POST", "/api/me/photos/pho_1/confirm")],
])("%s that is answered for somebody else is refused", async (_, ask) => {
  answeringFor("emp_siti", "emp_made");
  await get("/api/session");

  const refusal = await ask().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ problem: { code: "other-person", status: 409 } });
});

test("what an officer searches for stands in no address", async () => {
  const requests = answeringFor("emp_budi", "emp_budi");
  await listEmployees({ q: "198502122010012004", status: "active", cursor: "MHNpdGk" });

  expect(requests.map(({ path }) => path)).toEqual(["/api/officer/employees/search"]);
  expect(requests[0]?.body).toBe('{"q":"198502122010012004","status":"active","cursor":"MHNpdGk"}');
});

test("a search is tried again when its connection is lost: it changes nothing", async () => {
  const requests = answeringFor("emp_budi");
  await get("/api/session");
  const answer = globalThis.fetch;
  let lost = 0;
  vi.stubGlobal("fetch", (...asked: Parameters<typeof fetch>) =>
    lost++ === 0 ? Promise.reject(new TypeError("lost")) : answer(...asked),
  );
  await search("/api/officer/employees/search", { q: "siti" });

  expect(requests).toHaveLength(2);
});
