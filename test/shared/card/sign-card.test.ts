/** The signed part of a card's QR: made once for each content, in all its files, and never the reason that there is no card. */
import { beforeEach, expect, test, vi } from "vitest";
import { cardFiles } from "#shared/card/card-file.ts";
import { drawFile } from "#shared/card/draw-file.ts";
import { isToBeSigned } from "#shared/card/sign-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { anEmployee } from "../../support/builders.ts";
import { signing, siti } from "../../support/signing-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "warn").mockReset().mockReturnValue();
});

test("a card says in its QR what can be checked offline, and nothing else", async () => {
  const { issue, opened, signer, pointer } = await signing();
  expect(await issue()).toBe("drawn");

  expect(await opened()).toEqual({
    ok: true,
    kid: await signer.kid(),
    payload: {
      name: "Siti Rahma, S.Kom.",
      isShortened: false,
      nip: siti.nip,
      instansi: 0,
      kind: "PNS",
      tmt: siti.tmt,
      serial: "A20100000001",
      issued: "2026-11-21",
      expires: "2028-11-21",
      status: 0,
    },
  });
  expect(await pointer()).toMatchObject({
    signature: expect.stringMatching(/^[0-9a-f]{12}$/),
    signedUntil: "2028-11-21",
  });
});

test("it is signed once: every file, every look and every later drawing has the same bytes", async () => {
  const { world, issue, digits, signer } = await signing();
  await issue();
  for (const file of cardFiles) await drawFile(world, { employeeId: siti.id, file });
  world.templateVersion = "t2";
  await issue();
  await drawFile(world, { employeeId: siti.id, file: { face: "front-landscape", format: "png" } });

  expect(digits().length).toBeGreaterThanOrEqual(10);
  expect(new Set(digits()).size).toBe(1);
  expect(signer.signed).toBe(1);
});

test("of those who draw it first at the same moment all draw one signature", async () => {
  const { world, issue, digits, pointer } = await signing();
  await Promise.all([issue(), issue(), issue()]);

  const kept = [...world.signatures.kept.values()];
  expect(kept).toHaveLength(1);
  expect(new Set(digits()).size).toBe(1);
  expect((await pointer())?.signature).toBeDefined();
  await issue();
  expect(new Set(digits()).size).toBe(1);
});

test("when KMS refuses the card is drawn without, and signed when it is drawn next", async () => {
  const { world, issue, digits, signer, pointer } = await signing();
  signer.isDown = true;
  expect(await issue()).toBe("drawn");
  expect(digits()).toEqual([undefined]);
  expect(await pointer()).not.toHaveProperty("signature");
  expect(logger.warn).toHaveBeenCalledExactlyOnceWith("card.not-signed", {
    employeeId: siti.id,
    error: "Error",
    at: expect.any(String),
    cause: undefined,
    awsRequestId: undefined,
  });
  await drawFile(world, { employeeId: siti.id, file: { shape: "portrait", sheet: "a4" } });
  expect(digits()).toEqual([undefined, undefined]);

  signer.isDown = false;
  expect(await issue()).toBe("drawn");
  expect(digits().at(-1)).toMatch(/^\d+$/);
  expect(await pointer()).toMatchObject({ files: ["front-portrait.webp", "back-portrait.webp"] });
});

test("a file that is asked for when KMS works again brings the whole card up to date", async () => {
  const { world, issue, digits, signer, pointer } = await signing();
  signer.isDown = true;
  await issue();
  signer.isDown = false;
  await drawFile(world, { employeeId: siti.id, file: { shape: "portrait", sheet: "a4" } });

  const [unsigned, front, a4] = digits();
  expect([unsigned, front]).toEqual([undefined, a4]);
  expect((await pointer())?.files).toContain("portrait-a4.pdf");
});

test("a changed record has a new signature and a new place; one that changes back has its old ones", async () => {
  const { change, issue, digits, opened, signer } = await signing();
  await issue();
  await change({ golongan: "III/b" });
  await issue();
  expect(await opened()).toMatchObject({ ok: true, payload: { status: 1, instansi: 0 } });
  await change({ golongan: "III/a" });
  await issue();
  await change({ qrGeneration: 2 });
  await issue();

  expect(signer.signed).toBe(3);
  expect(new Set(digits()).size).toBe(3);
  expect(await opened()).toMatchObject({ ok: true, payload: { status: 2 } });
});

test("sixty days before its end it is made anew, in its place, and not a day earlier", async () => {
  const { world, issue, digits, opened, signer } = await signing();
  await issue();
  world.clock.advance({ days: 670 });
  await issue();
  expect(signer.signed).toBe(1);

  world.clock.advance({ days: 1 });
  expect(await issue()).toBe("drawn");
  expect(new Set(digits()).size).toBe(2);
  expect(await opened()).toMatchObject({
    ok: true,
    payload: { status: 0, issued: "2028-09-22", expires: "2030-09-22" },
  });
});

test("while KMS refuses, one that ends soon is kept as long as it holds, and no longer", async () => {
  const { world, issue, digits, signer, pointer } = await signing();
  await issue();
  signer.isDown = true;
  world.clock.advance({ days: 731 });
  expect(await issue()).toBe("unchanged");
  world.clock.advance({ days: 1 });
  expect(await issue()).toBe("drawn");

  expect(digits().at(-1)).toBeUndefined();
  expect(await pointer()).not.toHaveProperty("signature");
});

test("where cards are not signed nothing is asked and nothing is kept", async () => {
  const { world, issue, digits } = await signing();
  world.signer = undefined;
  await issue();

  expect(digits()).toEqual([undefined]);
  expect(world.signatures.kept.size).toBe(0);
});

test("a record of another text than the signed one does not carry that signature", async () => {
  const { world, issue, digits, signer } = await signing();
  await issue();
  const [[hash, kept] = []] = world.signatures.kept;
  if (!hash || !kept) throw new Error("nothing was kept");
  world.signatures.kept.set(hash, { ...kept, expires: "2028-11-20" });
  await issue();

  expect(signer.signed).toBe(2);
  expect(new Set(digits()).size).toBe(2);
});

test.each<[string, Partial<Employee>, string]>([
  ["two years", {}, "2028-11-21"],
  ["its contract", { kind: "PPPK", contractEnd: "2027-12-31" }, "2027-12-31"],
  ["two years before a long contract", { kind: "PPPK", contractEnd: "2029-12-31" }, "2028-11-21"],
  ["its holder's retirement", { bup: "58", birthDate: "1969-03-14" }, "2027-03-31"],
  ["two years before a late one", { bup: "65", birthDate: "1969-03-14" }, "2028-11-21"],
])("a signature holds until %s", async (_, what, expires) => {
  const { world, issue } = await signing(anEmployee(what));
  await issue();

  const [kept] = world.signatures.kept.values();
  expect(kept).toMatchObject({ issued: "2026-11-21", expires });
  // What the contract or the work ends is not made anew before.
  expect(kept?.renewOn).toBe(expires === "2028-11-21" ? "2028-09-22" : undefined);
});

test.each<[string, Partial<Employee>, string | undefined, boolean]>([
  ["none", {}, undefined, true],
  ["one that holds for long", {}, "2028-11-21", false],
  ["one that ends in 61 days", {}, "2027-01-21", false],
  ["one that ends in 60 days", {}, "2027-01-20", true],
  ["one that ends with the contract", { contractEnd: "2026-12-31" }, "2026-12-31", false],
  ["one that outlives the contract", { contractEnd: "2026-12-31" }, "2027-12-31", true],
  ["none, after retirement", { bup: "58", birthDate: "1967-03-14" }, undefined, false],
])("a card with %s", (_, what, until, expected) => {
  expect(isToBeSigned(anEmployee(what), until, "2026-11-21")).toBe(expected);
});
