/** Nomor Seri and Kode Periksa in place of the QR: those of cards that were drawn, and guesses. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { CardToken } from "#shared/card/card.ts";
import { numbersHash } from "#shared/card/card-token.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { revise } from "#shared/employee/revision.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { lookUpCard } from "#shared/verification/verify-card.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardWorld } from "../../support/card-world.ts";

const siti = anEmployee();

test("the numbers that are printed find the card, and a replaced QR replaces its code", async () => {
  const world = new CardWorld(siti);
  await issueCard(world, siti.id);
  const { serial = "", checkCode = "" } = world.drawn.at(-1)?.content.issue ?? {};
  expect(await lookUpCard(world, { serial, checkCode })).toMatchObject({ result: "valid" });

  const by = { at: world.clock.now(), actor: { role: "system" }, action: "changed" } as const;
  const replaced = revise(siti, { qrGeneration: 2 }, by);
  if (replaced) await world.employees.save(replaced);
  await issueCard(world, siti.id);
  const next = world.drawn.at(-1)?.content.issue?.checkCode ?? "";
  expect(next).not.toBe(checkCode);
  expect(await lookUpCard(world, { serial, checkCode })).toMatchObject({ result: "superseded" });
  expect(await lookUpCard(world, { serial, checkCode: next })).toMatchObject({ result: "valid" });
});

test("100,000 guesses on 1,000 numbers that somebody knows find no card", async () => {
  const codeOf = (text: string) =>
    base32(createHash("sha256").update(text).digest().subarray(0, 5)).toUpperCase();
  const serials = Array.from({ length: 1_000 }, (_, n) => `A2010${String(n).padStart(7, "0")}`);
  const tokens = new Map<string, CardToken>(
    serials.map((serial) => [
      numbersHash({ serial, checkCode: codeOf(`card ${serial}`) }),
      { serial, employeeId: siti.id, contentHash: "c", issuedOn: "2026-01-02" },
    ]),
  );
  const world = {
    cards: { findToken: async (hash: string) => tokens.get(hash) },
    employees: { find: async () => siti },
    clock: { now: () => new Date("2026-11-21T03:00:00.000Z") },
  };
  const [first = ""] = serials;
  const known = await lookUpCard(world, { serial: first, checkCode: codeOf(`card ${first}`) });
  expect(known.result).not.toBe("unknown");

  let found = 0;
  for (let n = 0; n < 100_000; n++) {
    const guess = { serial: serials[n % serials.length] ?? "", checkCode: codeOf(`guess ${n}`) };
    if ((await lookUpCard(world, guess)).result !== "unknown") found++;
  }
  expect(found).toBe(0);
});
