/** The holder changes the own telephone number: both factors, a day's wait. */
import { describe, expect, test } from "vitest";
import { accountIdOf, newEnrolmentPermit } from "#shared/session/account-state.ts";
import { change } from "../../support/employees-in-memory.ts";
import { proof, signedIn, to } from "./contact-under-test.ts";
import { siti } from "./session-api-under-test.ts";

describe("a new telephone number", () => {
  const number = "0813 1111 2222";

  test("takes effect a day after both factors asked for it; until then the old one counts", async () => {
    const { page, clock, carryOut, employees, events, contact } = await signedIn();
    const { phone } = siti;
    const { body } = await page.post("/api/account/phone", { phone: number, ...proof });
    const effectiveFrom = new Date(clock.now().getTime() + 86_400_000).toISOString();
    const waits = { email: siti.email, phone, phoneChange: { to: number, effectiveFrom } };
    expect(body).toEqual(waits);
    expect(await contact()).toEqual(waits);

    clock.advance({ hours: 24, seconds: -1 });
    expect(await carryOut()).toEqual({ done: 0, void: 0 });
    clock.advance({ seconds: 1 });
    expect(await carryOut()).toEqual({ done: 1, void: 0 });
    const actor = { role: "holder", id: siti.id };
    const changes = [{ field: "phone", from: phone, to: number }];
    expect(employees.saves.map(({ entry }) => entry)).toMatchObject([{ actor, changes }]);
    expect((await events()).slice(0, 2)).toEqual(["phone-changed", "phone-change-asked"]);
  });

  test.each([
    ["no number", "nomor", "phone-malformed"],
    ["one with more characters than a record has", "0813 - 1111 - 2222 - 3", "too-long"],
    ["no digits", "-", "phone-malformed"],
    ["the present one", "0812-3456-7890", "nothing-changed"],
  ])("%s is refused before the code of the authenticator is used up", async (_, phone, code) => {
    const { page, employees, clock } = await signedIn();
    await change(employees, siti, { phone: "0812 3456 7890" }, clock);
    const ask = (to: string) => page.post("/api/account/phone", { phone: to, ...proof });

    expect((await ask(phone)).body.problems).toMatchObject([{ field: "phone", code }]);
    expect((await ask(number)).status).toBe(200);
  });

  test.each([
    ["password", "password-refused"],
    ["code", "code-refused"],
  ])("is not noted with a wrong %s", async (field, code) => {
    const { page, contact } = await signedIn();
    const wrong = { phone: number, ...proof, [field]: "000000" };

    expect((await page.post("/api/account/phone", wrong)).body.code).toBe(code);
    expect(await contact()).not.toHaveProperty("phoneChange");
  });

  test("waits beside a new address, takes effect with it, and each is stopped alone", async () => {
    const { page, api, changeTo, clock, carryOut, employees, contact } = await signedIn();
    await changeTo(to);
    api.users.nextCode();
    clock.advance({ seconds: 30 });
    await page.post("/api/account/phone", { phone: number, ...proof });
    expect(await contact()).toMatchObject({ change: { to }, phoneChange: { to: number } });
    clock.advance({ hours: 24 });
    await carryOut();
    await carryOut();

    expect(await employees.find(siti.id)).toMatchObject({ email: to, phone: number });
  });

  test("is stopped by its holder, and told so", async () => {
    const { page, clock, carryOut, events, contact } = await signedIn();
    await page.post("/api/account/phone", { phone: number, ...proof });
    expect((await page.post("/api/account/phone/cancel")).status).toBe(200);
    expect((await page.post("/api/account/phone/cancel")).status).toBe(404);
    expect((await events())[0]).toBe("phone-change-cancelled");
    expect(await contact()).not.toHaveProperty("phoneChange");
    clock.advance({ hours: 25 });

    expect(await carryOut()).toEqual({ done: 0, void: 0 });
  });

  test.each([
    ["a reset", "endAll"],
    ["an officer's change of it", "record"],
  ])("is void after %s", async (_, by) => {
    const { page, clock, carryOut, events, sessions, employees } = await signedIn();
    await page.post("/api/account/phone", { phone: number, ...proof });
    clock.advance({ hours: 1 });
    const permit = newEnrolmentPermit("browser", clock.now());
    if (by === "endAll") await sessions.endAll(accountIdOf(siti.nip), permit, clock.now());
    else await change(employees, siti, { phone: "0811 9999 0000" }, clock);
    const { phone } = (await employees.find(siti.id)) ?? {};
    clock.advance({ hours: 23 });

    expect(await carryOut()).toEqual({ done: 0, void: 1 });
    expect((await employees.find(siti.id))?.phone).toBe(phone);
    expect((await events())[0]).toBe("phone-change-cancelled");
  });
});
