import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  type KMSClient,
  ScheduleKeyDeletionCommand,
  SignCommand,
  TagResourceCommand,
} from "@aws-sdk/client-kms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import { encrypt, type KmsUnderTest, newKey, startKms, text } from "./kms-under-test.ts";

const dayMillis = 86_400_000;
const asked: string[] = [];
let conditions: unknown;
let under: KmsUnderTest;
let kms: KMSClient;

async function start(directory?: string): Promise<void> {
  under = await startKms({
    ...(directory ? { directory } : {}),
    authorize: (_, action, resource, keys) => {
      asked.push(`${action} on ${resource}`);
      conditions = keys;
      if (resource.endsWith("forbidden")) throw new AwsError("AccessDenied", "No.");
    },
  });
  kms = under.kms;
}

beforeAll(() => start());
afterAll(() => under.cloud.stop());

test("a new key is symmetric, enabled and for encryption", async () => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: "session" }));

  expect(KeyMetadata).toMatchObject({
    Arn: `arn:aws:kms:ap-southeast-3:000000000000:key/${KeyMetadata?.KeyId}`,
    KeySpec: "SYMMETRIC_DEFAULT",
    KeyUsage: "ENCRYPT_DECRYPT",
    KeyState: "Enabled",
    Enabled: true,
    Description: "session",
    EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    CreationDate: expect.any(Date),
  });
});

test("a usage that does not fit the spec is refused", async () => {
  const wrong = new CreateKeyCommand({ KeySpec: "ECC_NIST_P256" });
  await expect(kms.send(wrong)).rejects.toThrow(/not compatible with KeySpec/);
});

test("id, ARN, alias and alias ARN all name a key", async () => {
  const id = await newKey(kms);
  await kms.send(new CreateAliasCommand({ AliasName: "alias/kartu/session", TargetKeyId: id }));
  const arn = "arn:aws:kms:ap-southeast-3:000000000000:";

  for (const KeyId of [id, `${arn}key/${id}`, "alias/kartu/session", `${arn}alias/kartu/session`]) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata?.KeyId).toBe(id);
  }
  await expect(
    kms.send(new CreateAliasCommand({ AliasName: "alias/kartu/session", TargetKeyId: id })),
  ).rejects.toHaveProperty("name", "AlreadyExistsException");
});

test("an unknown key or alias is not found", async () => {
  for (const KeyId of ["1234", "alias/nobody", "arn:aws:kms:eu-west-1:111111111111:key/1234"])
    await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toHaveProperty(
      "name",
      "NotFoundException",
    );
});

test("a disabled key refuses until it is enabled again", async () => {
  const KeyId = await newKey(kms);
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(encrypt(kms, KeyId)).rejects.toHaveProperty("name", "DisabledException");

  await kms.send(new EnableKeyCommand({ KeyId }));
  expect(await encrypt(kms, KeyId)).not.toHaveLength(0);
});

test("a key pending deletion refuses, can be saved, and is gone when its days are over", async () => {
  const KeyId = await newKey(kms);
  const end = new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 });
  const { DeletionDate } = await kms.send(end);
  expect(DeletionDate?.getTime()).toBeCloseTo(under.cloud.clock.millis() + 7 * dayMillis, -5);
  await expect(encrypt(kms, KeyId)).rejects.toHaveProperty("name", "KMSInvalidStateException");

  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata?.KeyState).toBe("Disabled");

  await kms.send(end);
  under.cloud.clock.advance(7 * dayMillis + 1000);
  await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toHaveProperty(
    "name",
    "NotFoundException",
  );
});

test("a call is authorised on the key's ARN with its encryption context, also by alias", async () => {
  const arn = under.service.ensureKey("fixed");
  under.service.ensureAlias("alias/fixed", "fixed");
  asked.length = 0;
  await encrypt(kms, "alias/fixed", { purpose: "card" });

  expect(asked).toEqual([`kms:Encrypt on ${arn}`]);
  expect(conditions).toMatchObject({
    "kms:EncryptionContext:purpose": "card",
    "kms:EncryptionContextKeys": ["purpose"],
    "kms:RequestAlias": "alias/fixed",
  });
});

test("a call that is not allowed is an AccessDeniedException", async () => {
  const KeyId = "forbidden";
  under.service.ensureKey(KeyId, "ECC_NIST_P256");
  await expect(
    kms.send(new SignCommand({ KeyId, Message: text, SigningAlgorithm: "ECDSA_SHA_256" })),
  ).rejects.toHaveProperty("name", "AccessDeniedException");
});

test("an operation or a member it does not know fails with its name", async () => {
  const quiet = await newKey(kms);
  await expect(
    kms.send(new TagResourceCommand({ KeyId: quiet, Tags: [{ TagKey: "a", TagValue: "b" }] })),
  ).rejects.toThrow("kms:TagResource");
  await expect(
    kms.send(new EncryptCommand({ KeyId: quiet, Plaintext: text, DryRun: true })),
  ).rejects.toThrow("DryRun");
});

test("an ensured key keeps its id and its material, and another kind is an error", () => {
  const arn = under.service.ensureKey("ensured", "HMAC_256");
  expect(under.service.ensureKey("ensured", "HMAC_256")).toBe(arn);
  expect(() => under.service.ensureKey("ensured", "ECC_NIST_P256")).toThrow(/is HMAC_256/);
});

test("keys and aliases survive a restart", async () => {
  const CiphertextBlob = await encrypt(kms, under.service.ensureKey("durable"));
  under.service.ensureAlias("alias/durable", "durable");
  await under.cloud.stop({ keep: true });
  await start(under.cloud.directory);

  const { Plaintext } = await kms.send(
    new DecryptCommand({ CiphertextBlob, KeyId: "alias/durable" }),
  );
  expect(Buffer.from(Plaintext ?? [])).toEqual(text);
});
