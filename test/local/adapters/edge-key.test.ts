/** The value by which the API knows CloudFront, read through the real client, while it is changed as operations.md says. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  GetSecretValueCommand,
  InternalServiceError,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EdgeKey } from "#shared/http/edge-key.ts";
import {
  createSecretsManager,
  type SecretsManager,
} from "../../../local/cloud/secretsmanager/secretsmanager-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { FakeClock } from "../../support/fake-clock.ts";

let cloud: ServicesUnderTest;
let service: SecretsManager;
let made = 0;

beforeAll(async () => {
  cloud = await startServices((context) => {
    service = createSecretsManager(context);
    return [service];
  });
});
afterAll(() => cloud.stop());

function newEdgeKey() {
  made += 1;
  const arn = service.ensureSecret(`edge-${made}`, () => "the first value");
  return { ...edgeKeyOf(arn), arn };
}

/** As a process that has just started. */
function edgeKeyOf(arn: string) {
  const clock = new FakeClock();
  const reads: string[] = [];
  let failure: Error | undefined;
  const client = new SecretsManagerClient(cloud.client);
  client.middlewareStack.add((next) => async (args) => {
    reads.push(String(Object(args.input).VersionStage));
    if (failure) throw failure;
    return await next(args);
  });
  const fail = (error: Error | undefined) => {
    failure = error;
  };
  return { edge: new EdgeKey(client, arn, clock), clock, reads, fail };
}

/**
 * @param deployed the version in cdk.json
 * @returns the version that it printed, and all that it printed
 */
async function kunciGanti(
  arn: string,
  deployed?: string,
): Promise<{ version: string; printed: string }> {
  const outputs = join(cloud.directory, "cdk-outputs.json");
  writeFileSync(outputs, JSON.stringify({ "Kartu-Service": { EdgeKey: arn } }));
  const settings = join(cloud.directory, "cdk.json");
  writeFileSync(settings, JSON.stringify({ context: { edgeKeyVersion: deployed } }));
  const { endpoint, region, credentials } = cloud.client;
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const places = ["--outputs", outputs, "--settings", settings];
  const args = [join("ops", "kartu.ts"), "kunci", "ganti", ...places];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const [, version = ""] = /edgeKeyVersion: (\S+)/.exec(stdout) ?? [];
  return { version, printed: stdout };
}

test("CloudFront's value is let in after one look at the secret; no value and a wrong one are not", async () => {
  const { edge, reads } = newEdgeKey();

  expect(await edge.sent(undefined)).toBe(false);
  expect(await edge.sent("")).toBe(false);
  expect(reads).toEqual([]);
  expect(await edge.sent("the first value")).toBe(true);
  expect(await edge.sent("the first value")).toBe(true);
  expect(await edge.sent("the first valu")).toBe(false);
  expect(reads.sort()).toEqual(["AWSCURRENT", "AWSPREVIOUS"]);
});

test("while it changes, the new and the old value hold; after the next change the oldest does not", async () => {
  const { edge, clock, arn } = newEdgeKey();
  const versionOf = async (VersionId: string) => {
    const client = new SecretsManagerClient(cloud.client);
    const get = new GetSecretValueCommand({ SecretId: arn, VersionId });
    return (await client.send(get)).SecretString;
  };
  expect(await edge.sent("the first value")).toBe(true);
  const { version, printed } = await kunciGanti(arn);
  const second = await versionOf(version);
  expect(second).toMatch(/^[0-9a-f]{48}$/);
  expect(printed).not.toContain(second);

  expect(await edge.sent("the first value")).toBe(true);
  clock.advance({ minutes: 1 });
  expect(await edge.sent(second)).toBe(true);
  expect(await edge.sent("the first value")).toBe(true);

  const { version: last } = await kunciGanti(arn, version);
  clock.advance({ minutes: 1 });
  expect(await edge.sent(await versionOf(last))).toBe(true);
  expect(await edge.sent(second)).toBe(true);
  expect(await edge.sent("the first value")).toBe(false);
});

test("a second change waits until the first is in cdk.json, because CloudFront's value would be neither of the two", async () => {
  const { edge, arn } = newEdgeKey();
  const { version } = await kunciGanti(arn);

  for (const deployed of [undefined, "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"])
    await expect(kunciGanti(arn, deployed)).rejects.toThrow(
      `Tulis edgeKeyVersion: ${version} di sana dan terapkan dulu`,
    );
  expect(await edge.sent("the first value")).toBe(true);
  await kunciGanti(arn, version);
  // A process that knows the first value already would keep it until CloudFront sends another one.
  const { edge: started } = edgeKeyOf(arn);
  expect(await started.sent("the first value")).toBe(false);
});

test("a process that starts between the change and the deployment knows both", async () => {
  const { edge, arn } = newEdgeKey();
  await kunciGanti(arn);

  expect(await edge.sent("the first value")).toBe(true);
});

test("wrong values make it look at the secret once a minute at most", async () => {
  const { edge, clock, reads } = newEdgeKey();
  for (let i = 0; i < 20; i++) expect(await edge.sent(`guess ${i}`)).toBe(false);
  expect(reads).toHaveLength(2);
  clock.advance({ minutes: 1 });
  for (let i = 0; i < 20; i++) expect(await edge.sent(`guess ${i}`)).toBe(false);
  expect(reads).toHaveLength(4);
});

test("when the secret cannot be read, nobody is let in, and the next request asks again", async () => {
  const { edge, fail } = newEdgeKey();
  const outage = new InternalServiceError({ message: "down", $metadata: {} });
  fail(outage);
  await expect(edge.sent("the first value")).rejects.toBe(outage);
  fail(undefined);

  expect(await edge.sent("the first value")).toBe(true);
});
