import { afterEach, expect, test, vi } from "vitest";
import { call, fileAddress, NoAnswer, Refusal } from "../../../web/src/api/client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const login = { nip: "198502122010012004", password: "Demo-Kartu-2026!" };

/** The network, answering in turn; an Error is a broken connection. */
function answering(...answers: (Response | Error)[]) {
  const requests: { path: string; init: RequestInit }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    requests.push({ path, init });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error("no more answers");
    return answer;
  });
  return requests;
}

test("what changes something carries our header and JSON", async () => {
  const requests = answering(Response.json({ next: "code" }));

  expect(await call("POST /api/session/login", { body: login })).toEqual({ next: "code" });
  expect(requests[0]?.init.headers).toEqual({
    "x-kartu": "1",
    "content-type": "application/json",
  });
});

test("a reading is tried again when the connection breaks", async () => {
  const requests = answering(new TypeError("broken"), Response.json({ ok: true }));

  expect(await call("GET /api/session")).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test("a change is never repeated by itself", async () => {
  const requests = answering(new TypeError("broken"));

  await expect(call("POST /api/session/logout")).rejects.toThrow(NoAnswer);
  expect(requests).toHaveLength(1);
});

test("a problem document becomes a refusal with its code", async () => {
  answering(Response.json({ code: "code-refused", reference: "A-B" }, { status: 401 }));

  await expect(call("POST /api/session/code", { body: { code: "123456" } })).rejects.toMatchObject({
    problem: { code: "code-refused", reference: "A-B", status: 401 },
  });
});

test("a gateway's error page is no problem document", async () => {
  answering(new Response("<html>", { status: 502 }));

  const failed = await call("GET /api/session").catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(Refusal);
  expect(failed).toMatchObject({ problem: { code: "unavailable", status: 502 } });
});

test("a busy service is asked again after the time it asked for", async () => {
  vi.useFakeTimers();
  const busy = () => Response.json({ code: "busy", retryAfterSeconds: 5 }, { status: 503 });
  const requests = answering(busy(), Response.json({ ok: true }));
  const reading = call("GET /api/session");

  await vi.advanceTimersByTimeAsync(4_900);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(2);
  expect(await reading).toEqual({ ok: true });
  vi.useRealTimers();
});

test("a busy service that asks for a long wait is not waited for in silence", async () => {
  const requests = answering(
    Response.json({ code: "busy", retryAfterSeconds: 60 }, { status: 503 }),
  );

  await expect(call("GET /api/session")).rejects.toMatchObject({ problem: { code: "busy" } });
  expect(requests).toHaveLength(1);
});

test.each([
  [429, "Too Many Requests"],
  // The function behind it has no room.
  [503, "Service Unavailable"],
])("a gateway that answers %d is busy, not broken", async (status, message) => {
  answering(Response.json({ message }, { status }));

  await expect(call("POST /api/session/login", { body: login })).rejects.toMatchObject({
    problem: { code: "busy", status },
  });
});

test("a file's address holds what its route asks for, and nothing that is undefined", () => {
  const face = "front-portrait";

  expect([
    fileAddress("GET /api/me/card/faces/{face}", { params: { face }, query: { v: "a b&c" } }),
    fileAddress("GET /api/officer/prints/{printId}/pdf", { params: { printId: "prt_/?#" } }),
    fileAddress("GET /api/operator/template/faces/{face}", {
      params: { face },
      query: { card: "one-word", agency: undefined },
    }),
  ]).toEqual([
    "/api/me/card/faces/front-portrait?v=a+b%26c",
    "/api/officer/prints/prt_%2F%3F%23/pdf",
    "/api/operator/template/faces/front-portrait?card=one-word",
  ]);
});
