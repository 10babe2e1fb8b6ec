import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import {
  createSecretsManager,
  type SecretsManager,
} from "../../secretsmanager/secretsmanager-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

let cloud: ServicesUnderTest;
let service: SecretsManager;
let secrets: SecretsManagerClient;
let denied: string[] = [];

async function start(directory?: string): Promise<void> {
  cloud = await startServices(
    (context) => {
      service = createSecretsManager(context);
      return [service];
    },
    {
      ...(directory && { directory }),
      authorize: (_, action, resource) => {
        if (denied.includes(action)) throw new AwsError("AccessDenied", `${action} on ${resource}`);
      },
    },
  );
  secrets = new SecretsManagerClient(cloud.client);
}

beforeEach(async () => {
  denied = [];
  await start();
});
afterEach(() => cloud.stop());

const get = (SecretId: string, version: { VersionStage?: string; VersionId?: string } = {}) =>
  secrets.send(new GetSecretValueCommand({ SecretId, ...version }));
const put = (SecretId: string, SecretString: string) =>
  secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));

test("a secret is made once, and found by name and by ARN, also after a restart", async () => {
  const arn = service.ensureSecret("key", () => "first");
  expect(service.ensureSecret("key", () => "second")).toBe(arn);
  expect(arn).toMatch(/^arn:aws:secretsmanager:ap-southeast-3:000000000000:secret:key-\w{6}$/);
  await cloud.stop({ keep: true });
  await start(cloud.directory);

  for (const id of ["key", arn])
    expect(await get(id)).toMatchObject({ ARN: arn, SecretString: "first" });
});

test("its description names the two versions and no value", async () => {
  const arn = service.ensureSecret("key", () => "first");
  const { VersionId: one = "" } = await get(arn);
  const { VersionId: two = "" } = await put(arn, "second");

  const { VersionIdsToStages, ...rest } = await secrets.send(
    new DescribeSecretCommand({ SecretId: arn }),
  );
  expect(VersionIdsToStages).toEqual({ [two]: ["AWSCURRENT"], [one]: ["AWSPREVIOUS"] });
  expect(JSON.stringify(rest)).not.toMatch(/first|second/);
  denied = ["secretsmanager:DescribeSecret"];
  await expect(secrets.send(new DescribeSecretCommand({ SecretId: arn }))).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
});

test("a new value is the current one, the one before the previous one, and older ones are gone", async () => {
  const arn = service.ensureSecret("key", () => "first");
  await expect(get(arn, { VersionStage: "AWSPREVIOUS" })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
  await put(arn, "second");
  const { VersionId = "" } = await put(arn, "third");

  expect(await get(arn)).toMatchObject({ SecretString: "third", VersionStages: ["AWSCURRENT"] });
  expect((await get(arn, { VersionStage: "AWSPREVIOUS" })).SecretString).toBe("second");
  expect((await get(arn, { VersionId })).SecretString).toBe("third");
  expect(service.valueOf(arn, { stage: "", versionId: VersionId })).toBe("third");
  expect(service.valueOf(arn, { stage: "", versionId: "" })).toBe("third");
});

test("what is not there, not allowed or not known is refused by its name", async () => {
  await expect(get("none")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const arn = service.ensureSecret("key", () => "first");
  denied = ["secretsmanager:GetSecretValue"];
  await expect(get(arn)).rejects.toMatchObject({ name: "AccessDeniedException" });
  denied = ["secretsmanager:PutSecretValue"];
  await expect(put(arn, "second")).rejects.toMatchObject({ name: "AccessDeniedException" });
  expect((await get(arn)).SecretString).toBe("first");
});
