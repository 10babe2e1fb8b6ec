/** What the QR of a card says to who is offline, on the whole product: signed by KMS once, in every file of the card. */
import { KMSClient } from "@aws-sdk/client-kms";
import { expect } from "vitest";
import { SigningKey } from "#shared/card/signing-key.ts";
import { fromDigits } from "#shared/signed-qr/digits.ts";
import { openSigned } from "#shared/signed-qr/envelope.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { test } from "./support/world.ts";

test("both fronts carry one signature of the first key, whoever checks it with the public half and the clock alone", async ({
  world,
}) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Tandatangan" });
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
  const codes = [
    await decodeQr(await holder.face("front-landscape")),
    await decodeQr(await holder.face("front-portrait")),
  ];
  const digits = codes.map((code) => new URL(code ?? "").hash.slice(1));
  expect(digits[0]).toMatch(/^\d{300,}$/);
  expect(digits[1]).toBe(digits[0]);
  expect(tokenOfQr(codes[1])).toBe(tokenOfQr(codes[0]));

  const { cloud } = world;
  const { FIRST_SIGNING_KEY = "" } = cloud.services.functions.settings();
  const key = new SigningKey(new KMSClient(cloud.client), FIRST_SIGNING_KEY);
  const [from, until] = ["2020-01-01", "2090-01-01"];
  const listed = { kid: await key.kid(), ...(await key.publicKey()), alg: "ES256" as const };
  const opened = await openSigned(
    fromDigits(digits[0] ?? "") ?? new Uint8Array(),
    {
      version: 1,
      issued: cloud.clock.now().toISOString(),
      host: new URL(cloud.siteUrl).host,
      keys: [{ ...listed, from, until }],
      instansi: [],
    },
    cloud.clock.now(),
  );
  expect(opened).toMatchObject({
    ok: true,
    kid: listed.kid,
    payload: { nip: employee.nip, name: expect.stringContaining("Siti Tandatangan"), kind: "PNS" },
  });
});
