/** The holder changes the own e-mail address: both factors, a code at the new address, a day's wait. */
import { describe, expect, test } from "vitest";
import { accountIdOf, newEnrolmentPermit } from "#shared/session/account-state.ts";
import { contactChangeTableContract } from "../../support/contact-change-table-contract.ts";
import { ContactChangesInMemory } from "../../support/contact-changes-in-memory.ts";
import { change } from "../../support/employees-in-memory.ts";
import { ownAddressTableContract } from "../../support/own-address-table-contract.ts";
import { OwnAddressesInMemory } from "../../support/own-addresses-in-memory.ts";
import { proof, signedIn, to } from "./contact-under-test.ts";
import { budi, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

describe("the changes in memory", () =>
  contactChangeTableContract(async () => new ContactChangesInMemory()));

describe("what waits for an own address, in memory", () =>
  ownAddressTableContract(async () => {
    const { codes, contactChanges, sessions } = sessionApiUnderTest();
    const tables = { codes, contactChanges, sessions };
    return { ...tables, ownAddresses: new OwnAddressesInMemory(tables) };
  }));

describe("a new address", () => {
  test("takes effect a day after its code was typed; until then the old one counts", async () => {
    const { askFor, confirm, contact, carryOut, clock, employees, events, codeMails } =
      await signedIn();
    expect((await askFor(to)).status).toBe(204);
    expect(codeMails.map((mail) => mail.to)).toEqual([to]);
    expect(await contact()).toEqual({ email: siti.email, codeAt: to });
    const { body } = await confirm();
    const effectiveFrom = new Date(clock.now().getTime() + 86_400_000).toISOString();
    expect(body).toEqual({ email: siti.email, change: { to, effectiveFrom } });

    clock.advance({ hours: 24, seconds: -1 });
    expect(await carryOut()).toEqual({ done: 0, void: 0 });
    expect(await employees.find(siti.id)).toMatchObject({ email: siti.email });
    clock.advance({ seconds: 1 });
    expect(await carryOut()).toEqual({ done: 1, void: 0 });
    expect(await carryOut()).toEqual({ done: 0, void: 0 });
    expect(await employees.find(siti.id)).toMatchObject({ email: to });
    expect((await events()).slice(0, 2)).toEqual(["email-change-done", "email-change-asked"]);
  });

  test("gets codes of resets at once when it takes effect: its wait began with the notice", async () => {
    const { changeTo, carryOut, clock, employees } = await signedIn();
    await changeTo(to);
    const askedAt = clock.now().toISOString();
    clock.advance({ hours: 24 });
    await carryOut();

    expect((await employees.find(siti.id))?.emailChangedAt).toBe(askedAt);
    const [saved] = employees.saves;
    expect(saved?.entry).toMatchObject({
      actor: { role: "holder", id: siti.id },
      changes: [{ field: "email", from: siti.email, to }],
    });
  });

  test.each([
    ["password", "password-refused"],
    ["code", "code-refused"],
  ])("is not asked for with a wrong %s, and the session goes on", async (field, code) => {
    const { page, codeMails } = await signedIn();
    const answer = await page.post("/api/account/email", {
      email: to,
      ...proof,
      [field]: "000000",
    });

    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(codeMails).toEqual([]);
    expect((await page.get("/api/session")).status).toBe(200);
  });

  test.each([
    ["no address", "siti", "email-malformed"],
    ["one that SES takes for none", "siti..rahma@contoh.example", "email-malformed"],
    ["the present one", siti.email.toUpperCase(), "nothing-changed"],
  ])("%s is refused before the code of the authenticator is used up", async (_, email, code) => {
    const { askFor, changeTo } = await signedIn();

    expect((await askFor(email)).body.problems).toEqual([{ field: "email", code }]);
    await changeTo(to);
  });

  test("that is somebody else's is answered alike at every step, and nothing is mailed", async () => {
    const known = await signedIn();
    const other = await signedIn();
    const steps = async ({ askFor, page, contact }: typeof known, email: string) => [
      await askFor(email),
      await page.post("/api/account/email/confirm", { code: "00000000" }),
      Object.keys(await contact()),
    ];
    const free = await steps(known, to);
    const taken = await steps(other, budi.email);

    expect(taken).toEqual(free);
    expect(other.codeMails).toEqual([]);
  });

  test("another code is mailed after a minute, to the same address, without both factors", async () => {
    const { page, askFor, clock, codeMails, confirm } = await signedIn();
    expect((await page.post("/api/account/email/code")).body.code).toBe("mailed-code-expired");
    await askFor(to);
    expect((await page.post("/api/account/email/code")).status).toBe(429);
    clock.advance({ seconds: 60 });
    expect((await page.post("/api/account/email/code")).status).toBe(204);

    expect(codeMails.map((mail) => mail.to)).toEqual([to, to]);
    expect((await confirm()).status).toBe(200);
  });
});

test("both factors open half an hour, however often another code is asked for", async () => {
  const { page, askFor, clock, confirm, codeMails } = await signedIn();
  await askFor(to);
  for (let asked = 0; asked < 2; asked++) {
    clock.advance({ minutes: 14 });
    expect((await page.post("/api/account/email/code")).status).toBe(204);
  }
  clock.advance({ minutes: 2 });

  expect(codeMails).toHaveLength(3);
  expect((await confirm()).body.code).toBe("mailed-code-expired");
  expect((await page.post("/api/account/email/code")).body.code).toBe("mailed-code-expired");
});

describe("a change that waits", () => {
  test("is stopped by its holder, and told so", async () => {
    const { page, changeTo, carryOut, clock, events, employees, contact } = await signedIn();
    await changeTo(to);
    expect((await page.post("/api/account/email/cancel")).body).toEqual({ email: siti.email });
    expect((await page.post("/api/account/email/cancel")).status).toBe(404);
    expect((await events())[0]).toBe("email-change-cancelled");
    expect(await contact()).toEqual({ email: siti.email });
    clock.advance({ hours: 25 });

    expect(await carryOut()).toEqual({ done: 0, void: 0 });
    expect(employees.saves).toEqual([]);
  });

  test("is void after a reset of the password", async () => {
    const { changeTo, carryOut, clock, sessions, employees, events } = await signedIn();
    await changeTo(to);
    clock.advance({ hours: 1 });
    const permit = newEnrolmentPermit("browser", clock.now());
    await sessions.endAll(accountIdOf(siti.nip), permit, clock.now());
    clock.advance({ hours: 23 });

    expect(await carryOut()).toEqual({ done: 0, void: 1 });
    expect(employees.saves).toEqual([]);
    expect((await events())[0]).toBe("email-change-cancelled");
  });

  test("is void when an officer gave the record another address meanwhile", async () => {
    const { changeTo, carryOut, clock, employees } = await signedIn();
    await changeTo(to);
    clock.advance({ hours: 1 });
    const officers = "siti@kantor.example";
    await change(employees, siti, { email: officers }, clock);
    clock.advance({ hours: 23 });

    expect(await carryOut()).toEqual({ done: 0, void: 1 });
    expect(await employees.find(siti.id)).toMatchObject({ email: officers });
  });

  test("is void when somebody else has the address by then", async () => {
    const { changeTo, carryOut, clock, employees } = await signedIn();
    await changeTo(to);
    await change(employees, budi, { email: to }, clock);
    clock.advance({ hours: 24 });

    expect(await carryOut()).toEqual({ done: 0, void: 1 });
    expect(await employees.find(siti.id)).toMatchObject({ email: siti.email });
  });
});
