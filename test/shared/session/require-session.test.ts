import { expect, test } from "vitest";
import { requireRole, requireSession } from "#shared/session/require-session.ts";
import { secretId } from "#shared/session/secret.ts";
import { anApiEvent } from "../../support/call-api.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aSession } from "../../support/session-table-contract.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";

async function signedIn() {
  const sessions = new SessionsInMemory();
  const id = secretId("secret");
  await sessions.add(aSession({ id, roles: ["holder", "officer"] }));
  const event = (cookie: string) => anApiEvent({ path: "/api/me/card", cookies: [cookie] });
  return { id, event, collaborators: { sessions, clock: new FakeClock() } };
}

test("the cookie says who is asking", async () => {
  const { collaborators, event, id } = await signedIn();

  expect(await requireSession(collaborators, event("__Host-kartu=secret"))).toEqual({
    sessionId: id,
    employeeId: "emp_siti",
    instansiId: "ins_contoh",
    roles: ["holder", "officer"],
  });
});

test.each(["", "__Host-kartu=", "__Host-kartu=other", "kartu=secret", "__Host-kartu-step=secret"])(
  "the cookie %j is nobody's",
  async (cookie) => {
    const { collaborators, event } = await signedIn();

    await expect(requireSession(collaborators, event(cookie))).rejects.toMatchObject({
      status: 401,
      code: "session-ended",
    });
  },
);

test("the id that the server keeps is not the cookie", async () => {
  const { collaborators, event, id } = await signedIn();

  await expect(requireSession(collaborators, event(`__Host-kartu=${id}`))).rejects.toThrow();
});

test("a role that the principal has not got is forbidden", () => {
  const officer = { roles: ["holder", "officer"] as const };

  expect(() => requireRole(officer, "officer")).not.toThrow();
  expect(() => requireRole(officer, "operator")).toThrow("forbidden");
});
