/** What a printed card's QR says after the record changed: the story of one card, drawn and checked by the real use cases. */
import { expect, test } from "vitest";
import { frontOnScreen } from "#shared/card/card-file.ts";
import { drawingOf } from "#shared/card/drawn-card.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";
import { verifyCard } from "../../support/verify-card.ts";

const siti = anEmployee();
const promoted = { golongan: "III/b" };
const demoted = { golongan: "III/a" };

async function issuedFor(employee: Employee) {
  const world = new CardWorld(employee);
  /** @returns the token in the QR that is printed last */
  const issue = async () => {
    await issueCard(world, employee.id);
    return world.drawn.at(-1)?.content.qrText.split("/").at(-1) ?? "";
  };
  const change = async (what: Partial<Employee>) => {
    const before = (await world.employees.find(employee.id)) ?? employee;
    const at = world.clock.now();
    const next = revise(before, what, { at, actor: { role: "system" }, action: "changed" });
    if (next) await world.employees.save(next);
  };
  const verify = async (token: string) => (await verifyCard(world, token)).result;
  return { world, issue, change, verify };
}

test("a printed card is superseded from the moment the record changes, before the new one is drawn", async () => {
  const { issue, change, verify } = await issuedFor(siti);
  const first = await issue();
  expect(await verify(first)).toBe("valid");

  await change(promoted);
  expect(await verify(first)).toBe("superseded");
  const second = await issue();
  expect(second).not.toBe(first);
  expect([await verify(first), await verify(second)]).toEqual(["superseded", "valid"]);
});

test("a change that is taken back makes the first printed card valid again, and the second superseded", async () => {
  const { world, issue, change, verify } = await issuedFor(siti);
  const first = await issue();
  await change(promoted);
  const second = await issue();
  await change(demoted);

  expect([await verify(first), await verify(second)]).toEqual(["valid", "superseded"]);
  await issueCard(world, siti.id);
  expect([await verify(first), await verify(second)]).toEqual(["valid", "superseded"]);
  expect(world.drawn).toHaveLength(2);
});

test("a QR that was replaced never verifies again, also when the record is as it was", async () => {
  const { issue, change, verify } = await issuedFor(siti);
  const first = await issue();
  await change({ qrGeneration: 2 });
  const second = await issue();
  await change(promoted);
  await issue();
  await change(demoted);

  expect(second).not.toBe(first);
  expect([await verify(first), await verify(second)]).toEqual(["superseded", "valid"]);
});

test("both drawings stay where they were stored", async () => {
  const { world, issue, change } = await issuedFor(siti);
  await issue();
  await change(promoted);
  await issue();

  for (const employee of [siti, { ...siti, ...promoted }]) {
    const drawing = drawingOf(employee, "t1", world.siteUrl);
    expect(await world.drawings.has(drawing, frontOnScreen("portrait"))).toBe(true);
  }
});

test("a card printed in an older template stays valid: the token is of the content", async () => {
  const { world, issue, verify } = await issuedFor(siti);
  const first = await issue();
  world.templateVersion = "t2";

  expect(await issue()).toBe(first);
  expect(await verify(first)).toBe("valid");
});

test("a card that ended is neither valid nor superseded", async () => {
  const { issue, change, verify } = await issuedFor(siti);
  const first = await issue();
  await change(promoted);
  await change({ kedudukanHukum: "99" });

  expect(await verify(first)).toBe("ended");
});
