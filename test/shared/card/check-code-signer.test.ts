import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { CheckCodeSigner } from "#shared/card/check-code-signer.ts";
import { groupCheckCode } from "#shared/card/printed-numbers.ts";
import { outages } from "../../support/aws-failures.ts";

const client = new KMSClient();
const kms = mockClient(client);
const signer = new CheckCodeSigner(client, "check-key");
const card = { serial: "A20100000001", contentHash: "c1" };

test("a Kode Periksa is 40 bits of a MAC over the card's number and identity, in letters that nobody confuses", async () => {
  kms.on(GenerateMacCommand).resolves({ Mac: Buffer.from("00443214c7ffff", "hex") });

  const code = await signer.code(card);
  expect(code).toBe("01234567");
  expect(groupCheckCode(code)).toBe("0123-4567");
  expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input).toEqual({
    KeyId: "check-key",
    MacAlgorithm: "HMAC_SHA_256",
    Message: Buffer.from("check-code:A20100000001:c1"),
  });
});

test("none of its letters is I, L, O or U", async () => {
  const seen = new Set<string>();
  for (let byte = 0; byte < 256; byte++) {
    kms.on(GenerateMacCommand).resolves({ Mac: Buffer.alloc(32, byte) });
    for (const letter of await signer.code(card)) seen.add(letter);
  }

  expect([...seen].sort().join("")).toBe("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
});

test("without a MAC there is no code", async () => {
  kms.on(GenerateMacCommand).resolves({});

  await expect(signer.code(card)).rejects.toThrow("without a MAC");
});

test.each(outages)("%s is passed on", async (_, outage) => {
  kms.on(GenerateMacCommand).rejects(outage);

  await expect(signer.code(card)).rejects.toBe(outage);
});
