import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  TooManyRequestsException,
} from "@aws-sdk/client-cognito-identity-provider";
import { EncryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test, vi } from "vitest";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import { logger } from "#shared/runtime/logger.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import {
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

const told = { message: "Too many requests", $metadata: {} };

test("when Cognito throttles us, a login is answered with «busy» and a time to come back", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const client = new CognitoIdentityProviderClient({});
  mockClient(client)
    .on(DescribeUserPoolClientCommand)
    .resolves({ UserPoolClient: { ClientSecret: "secret" } })
    .on(AdminInitiateAuthCommand)
    .rejects(new TooManyRequestsException(told));
  const users = new UserDirectory(client, new AppClientKey(client, "pool", "client"));
  const page = sessionApiUnderTest({ users }).browser();

  const answer = await page.post("/api/session/login", { nip: siti.nip, password });

  expect(answer).toMatchObject({
    status: 503,
    headers: { "retry-after": "5" },
    body: { code: "busy", retryAfterSeconds: 5 },
  });
});

test("when KMS throttles us, who wants an authenticator's key is answered so too", async () => {
  vi.spyOn(logger, "error").mockReturnValue();
  const client = new KMSClient({});
  const throttled = Object.assign(new Error(), { name: "ThrottlingException" });
  mockClient(client).on(EncryptCommand).rejects(throttled);
  const sessionKey = new SealingKey(client, "key", "owner");
  const { browser, clock } = sessionApiUnderTest({ sessionKey });
  const page = browser();
  await reset(page, budi);
  clock.advance({ seconds: 1 });
  await page.post("/api/session/login", { nip: budi.nip, password: newPassword });
  const answer = await page.get("/api/session/enrolment");

  expect(answer).toMatchObject({ status: 503, body: { code: "busy" } });
});
