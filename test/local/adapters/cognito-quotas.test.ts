/** What Cognito's quotas do to many processes and many resets at once, and that nobody's reset is lost (decision 0027). */
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import type { Reachable } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { logger } from "#shared/runtime/logger.ts";
import { Pace } from "#shared/runtime/pace.ts";
import { mailCodes } from "../../../functions/account-recovery/handle.ts";
import { createCognito } from "../../../local/cloud/cognito/cognito-service.ts";
import { createSes, type Ses } from "../../../local/cloud/ses/ses-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { PacedQueue } from "./paced-queue.ts";

let cloud: ServicesUnderTest;
let pool: { readonly UserPoolId: string; readonly ClientId: string };
const started: Ses[] = [];

beforeAll(async () => {
  cloud = await startServices((context) => {
    const ses = createSes(context);
    started.push(ses);
    const deliver = ({
      from,
      to,
      subject,
      body,
    }: Record<"from" | "to" | "subject" | "body", string>) =>
      void ses.deliver({
        ...{ from, to: [to], subject, text: body },
        ...{ cc: [], bcc: [], replyTo: [], headers: {}, tags: {} },
      });
    return [createCognito(context, { deliver }), createSqs(context), ses];
  });
  pool = await newPool();
});
afterAll(() => cloud.stop());
beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});

async function newPool() {
  const cognito = new CognitoIdentityProviderClient(cloud.client);
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: "employees",
      AutoVerifiedAttributes: ["email"],
      Schema: [{ Name: "employee_id", AttributeDataType: "String", Mutable: false }],
    }),
  );
  const UserPoolId = UserPool?.Id ?? "";
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: "site", GenerateSecret: true }),
  );
  return { UserPoolId, ClientId: UserPoolClient?.ClientId ?? "" };
}

/** A process that has just begun, with the SDK as a function has it. @param clock of the process */
function coldProcess(clock: Clock = cloud.clock) {
  const cognito = new CognitoIdentityProviderClient({ ...cloud.client, maxAttempts: 3 });
  const reads: number[] = [];
  cognito.middlewareStack.add(
    (next) => (args) => {
      reads.push(clock.now().getTime());
      return next(args);
    },
    { step: "finalizeRequest", priority: "low" },
  );
  const key = new AppClientKey(cognito, pool.UserPoolId, pool.ClientId, clock);
  return { key, reads, cognito };
}

test("sixty new processes ask for the secret at most once a second each, and all have it soon", async () => {
  // Of its own: on a busy machine sixty requests leave late by up to a second, and the time between them would say nothing.
  const clock = new FakeClock();
  const processes = Array.from({ length: 60 }, () => coldProcess(clock));
  const refusals = new Set<unknown>();
  let seconds = 0;
  let without = processes;
  for (; without.length > 0 && seconds < 60; seconds += 0.5) {
    const asked = await Promise.allSettled(without.map(({ key }) => key.hashOf("siti")));
    for (const each of asked) if (each.status === "rejected") refusals.add(each.reason.code);
    without = without.filter((_, i) => asked[i]?.status === "rejected");
    cloud.clock.advance(500);
    clock.advance({ seconds: 0.5 });
  }

  expect(without).toHaveLength(0);
  expect([...refusals]).toEqual(["busy"]);
  expect(seconds).toBeLessThan(30);
  for (const { reads } of processes)
    for (const [i, at] of reads.slice(1).entries())
      expect(at - (reads[i] ?? 0)).toBeGreaterThanOrEqual(1000);
});

test("a process reads the secret once, also when sixty logins ask at the same time", async () => {
  cloud.clock.advance(1000);
  const { key, reads } = coldProcess();
  await Promise.all(Array.from({ length: 60 }, (_, i) => key.hashOf(`user-${i}`)));

  expect(reads).toHaveLength(1);
});

test("of two hundred first resets at once all get a user and a mail, and none is set aside", async () => {
  const people = Array.from({ length: 200 }, (_, i) => person(i));
  const challenges = new AuthChallengesInMemory();
  const queue = await PacedQueue.create(cloud, { receives: 8, visibilitySeconds: 90 });
  for (const { id, nip, email } of people) {
    const startedAt = cloud.clock.now().toISOString();
    const endsAt = new Date(cloud.clock.millis() + 3_600_000).toISOString();
    await challenges.add({
      ...{ id, kind: "reset", state: "checked", nip, startedAt, endsAt, attempts: 0 },
    });
    await challenges.ask(id, email, cloud.clock.now());
    await queue.send({ challengeId: id });
  }
  const { key, cognito } = coldProcess();
  const worker = () => {
    const pace = new Pace(queue.time);
    const handle = mailCodes({
      challenges,
      resets: new ResetDirectory(cognito, key),
      newUsers: new AccountDirectory(cognito, pool.UserPoolId),
      accountRecords: new AccountRecordsInMemory(),
      employees: new EmployeesInMemory(...people),
      limits: new LimitsInMemory(),
      clock: cloud.clock,
      newEmailWaitHours: 24,
      turn: async () => await pace.turn(4.5 / 2),
      delays: queue,
      // No other codes are asked for here.
      codes: new MailedCodesInMemory(),
      forms: new CampaignsInMemory(),
      mailer: { deliver: async () => "sent" },
      hmacKey,
    });
    return (Records: Parameters<typeof handle>[0]["Records"]) => handle({ Records }, aContext);
  };
  const before = started[0]?.mails().length ?? 0;
  const seconds = await queue.drain([worker(), worker()], { batchSize: 5 });

  const mails = started[0]?.mails() ?? [];
  expect(await queue.deadLetters()).toBe(0);
  expect(new Set(mails.map(({ to }) => to.join()))).toEqual(
    new Set(people.map(({ email }) => email)),
  );
  expect(mails.length - before).toBe(200);
  // At 4.5 a second.
  expect(seconds).toBeGreaterThan(40);
  expect(seconds).toBeLessThan(240);
});

function person(i: number): Reachable {
  const number = String(i + 1).padStart(3, "0");
  return anEmployee({
    id: `emp_${number}`,
    nip: aNip(`198502122010012${number}`),
    email: `orang${number}@contoh.example`,
  });
}
