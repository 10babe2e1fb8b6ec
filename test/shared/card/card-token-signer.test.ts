import { GenerateMacCommand, KMSClient } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { parseToken } from "#shared/card/card-token.ts";
import { CardTokenSigner } from "#shared/card/card-token-signer.ts";
import { outages } from "../../support/aws-failures.ts";

const client = new KMSClient();
const kms = mockClient(client);
const signer = new CardTokenSigner(client, "token-key");

test("a token is the first half of a MAC over the card's identity and nothing else", async () => {
  kms.on(GenerateMacCommand).resolves({ Mac: Buffer.alloc(32, 0xff) });

  const token = await signer.token("c1");
  expect(token).toBe("zzzzzzzzzzzzzzzzzzzzzzzzzw");
  expect(parseToken(token)).toBe(token);
  expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input).toEqual({
    KeyId: "token-key",
    MacAlgorithm: "HMAC_SHA_256",
    Message: Buffer.from("card-token:c1"),
  });
});

test("the key that seals tokens is a whole MAC over what is no card's identity", async () => {
  kms.on(GenerateMacCommand).resolves({ Mac: Buffer.alloc(32, 1) });

  expect(await signer.sealKey()).toEqual(Buffer.alloc(32, 1));
  const { Message } = kms.commandCalls(GenerateMacCommand).at(-1)?.args[0].input ?? {};
  expect(Message).toEqual(Buffer.from("card-token-seal:1"));
});

test("without a MAC there is no token", async () => {
  kms.on(GenerateMacCommand).resolves({});

  await expect(signer.token("c1")).rejects.toThrow("without a MAC");
});

test.each(outages)("%s is passed on", async (_, outage) => {
  kms.on(GenerateMacCommand).rejects(outage);

  await expect(signer.token("c1")).rejects.toBe(outage);
});
