import { afterEach, expect, test, vi } from "vitest";
import { get, getIfChanged, NoAnswer, Refusal, send } from "../../../web/src/api/client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

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

  expect(await send("POST", "/api/session/login", { nip: "1" })).toEqual({ next: "code" });
  expect(requests[0]?.init.headers).toEqual({
    "x-kartu": "1",
    "content-type": "application/json",
  });
});

test("a reading is tried again when the connection breaks", async () => {
  const requests = answering(new TypeError("broken"), Response.json({ ok: true }));

  expect(await get("/api/session")).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test("a change is never repeated by itself", async () => {
  const requests = answering(new TypeError("broken"));

  await expect(send("POST", "/api/session/logout")).rejects.toThrow(NoAnswer);
  expect(requests).toHaveLength(1);
});

test("a card that did not change is told apart from a new one", async () => {
  const requests = answering(new Response(null, { status: 304 }));

  expect(await getIfChanged("/api/me/card", '"v1"')).toBeUndefined();
  expect(requests[0]?.init.headers).toEqual({ "if-none-match": '"v1"' });
});

test("a problem document becomes a refusal with its code", async () => {
  answering(Response.json({ code: "code-refused", reference: "A-B" }, { status: 401 }));

  await expect(send("POST", "/api/session/code", {})).rejects.toMatchObject({
    problem: { code: "code-refused", reference: "A-B", status: 401 },
  });
});

test("a gateway's error page is no problem document", async () => {
  answering(new Response("<html>", { status: 502 }));

  const failed = await get("/api/session").catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(Refusal);
  expect(failed).toMatchObject({ problem: { code: "unavailable", status: 502 } });
});

test("a busy service is asked again after the time it asked for", async () => {
  vi.useFakeTimers();
  const busy = () => Response.json({ code: "busy", retryAfterSeconds: 5 }, { status: 503 });
  const requests = answering(busy(), Response.json({ ok: true }));
  const reading = get("/api/session");

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

  await expect(get("/api/session")).rejects.toMatchObject({ problem: { code: "busy" } });
  expect(requests).toHaveLength(1);
});

test("a gateway that throttles is busy, not broken", async () => {
  answering(Response.json({ message: "Too Many Requests" }, { status: 429 }));

  await expect(send("POST", "/api/session/login", {})).rejects.toMatchObject({
    problem: { code: "busy", status: 429 },
  });
});
