import { afterEach, expect, test, vi } from "vitest";
import { page, Refusal } from "../../../web/src/api/client.ts";
import { call, callIfChanged } from "../../../web/src/api/member-client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  delete page.person;
});

const search = "POST /api/officer/employees/search";

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
  await call("GET /api/me/notifications");
  await call("POST /api/me/photos");

  expect(requests[1]?.headers).toMatchObject({ "x-kartu": "1", "x-kartu-person": "emp_siti" });
});

test("a change before anything was read asks first who is signed in", async () => {
  const requests = answeringFor("emp_siti", "emp_siti");
  await call("POST /api/me/photos");

  expect(requests.map(({ path }) => path)).toEqual(["/api/session", "/api/me/photos"]);
  expect(requests[1]?.headers).toMatchObject({ "x-kartu-person": "emp_siti" });
});

test.each([
  ["a reading", () => call("GET /api/me/notifications")],
  ["a reading of what changed", () => callIfChanged("GET /api/me/card", '"v1"')],
  ["a search", () => call(search, { body: {}, readsOnly: true })],
  [
    "a change",
    () => call("POST /api/me/photos/{photoId}/confirm", { params: { photoId: "pho_1" } }),
  ],
])("%s that is answered for somebody else is refused", async (_, ask) => {
  answeringFor("emp_siti", "emp_made");
  await call("GET /api/session");

  const refusal = await ask().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ problem: { code: "other-person", status: 409 } });
});

test("what an officer searches for stands in no address", async () => {
  const requests = answeringFor("emp_budi", "emp_budi");
  await call(search, {
    body: { q: "198502122010012004", status: "active", cursor: "MHNpdGk" },
    readsOnly: true,
  });

  expect(requests.map(({ path }) => path)).toEqual(["/api/officer/employees/search"]);
  expect(requests[0]?.body).toBe('{"q":"198502122010012004","status":"active","cursor":"MHNpdGk"}');
});

test("a search is tried again when its connection is lost: it changes nothing", async () => {
  const requests = answeringFor("emp_budi");
  await call("GET /api/session");
  const answer = globalThis.fetch;
  let lost = 0;
  vi.stubGlobal("fetch", (...asked: Parameters<typeof fetch>) =>
    lost++ === 0 ? Promise.reject(new TypeError("lost")) : answer(...asked),
  );
  await call(search, { body: { q: "siti" }, readsOnly: true });

  expect(requests).toHaveLength(2);
});

test("a card that did not change is told apart from a new one", async () => {
  const sent: RequestInit[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(init);
    return new Response(null, { status: 304 });
  });

  expect(await callIfChanged("GET /api/me/card", '"v1"')).toBeUndefined();
  expect(sent[0]?.headers).toEqual({ "if-none-match": '"v1"' });
});
