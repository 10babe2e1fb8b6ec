/** What a stolen key signed is never drawn again (decision 0077). */
import { beforeEach, expect, test, vi } from "vitest";
import { drawFile } from "#shared/card/draw-file.ts";
import { logger } from "#shared/runtime/logger.ts";
import { fromDigits } from "#shared/signed-qr/digits.ts";
import { openSigned } from "#shared/signed-qr/envelope.ts";
import { aPayloadSigner } from "../../support/payload-signer.ts";
import { signing, siti } from "../../support/signing-world.ts";

beforeEach(() => {
  vi.spyOn(logger, "warn").mockReset().mockReturnValue();
});

test("what a revoked key signed is never drawn again: it is signed anew by the other key, in its place", async () => {
  const { world, signer, issue, digits, opened, pointer } = await signing();
  await issue();
  const token = (await pointer())?.contentHash;
  const stolen = await signer.kid();
  expect(await pointer()).toMatchObject({ signedBy: stolen });
  await world.revokedKeys.add(stolen);
  const second = await aPayloadSigner();
  world.signer = second;
  expect(await issue()).toBe("drawn");

  const [before, after] = digits();
  expect(after).not.toBe(before);
  const bytes = fromDigits(after ?? "") ?? new Uint8Array();
  const list = { ...second.list, keys: [...second.list.keys, ...signer.list.keys] };
  expect(await openSigned(bytes, list, world.clock.now())).toMatchObject({
    ok: true,
    kid: await second.kid(),
    payload: { status: 0, instansi: 0 },
  });
  expect(await pointer()).toMatchObject({ contentHash: token, signedBy: await second.kid() });
  expect((await opened()).ok).toBe(false);
});

test("while no key signs in its stead, a card of a revoked key is drawn without a signature", async () => {
  const { world, signer, issue, digits, pointer } = await signing();
  await issue();
  await world.revokedKeys.add(await signer.kid());
  expect(await issue()).toBe("drawn");
  await drawFile(world, { employeeId: siti.id, file: { shape: "portrait", sheet: "a4" } });

  expect(digits().slice(1)).toEqual([undefined, undefined]);
  expect(signer.signed).toBe(1);
  expect(await pointer()).not.toHaveProperty("signedBy");
  expect(logger.warn).toHaveBeenCalledWith("card.not-signed", expect.anything());
});
