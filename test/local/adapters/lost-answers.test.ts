/** Writes whose answers are lost on the way, so that the SDK repeats them: the repetition meets what it wrote itself. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const now = new Date("2026-11-21T03:00:00.000Z");
const look = { now, until: new Date(now.getTime() + 120_000) };

/** @param name of a call. Of each such call the first answer is lost. */
function losing(name: string) {
  const client = new DynamoDBClient({ ...cloud.client, maxAttempts: 3 });
  let attempts = 0;
  // Inside of the SDK's own repetitions.
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args).catch((error: Error) => error);
        if (commandName === name && attempts++ === 0)
          throw Object.assign(new Error("The answer was lost."), { name: "TimeoutError" });
        if (answer instanceof Error) throw answer;
        return answer;
      },
    { step: "deserialize", priority: "high" },
  );
  return { db: DynamoDBDocumentClient.from(client), attempts: () => attempts };
}

test("a look at an upload begins once although its answer was lost, and nobody else's does", async () => {
  const name = await cloud.newTable("photo-table");
  const { db, attempts } = losing("UpdateItemCommand");
  const [photos, others] = [new PhotoTable(db, name), new PhotoTable(cloud.db, name)];
  await others.expect({ id: "pho_1", employeeId: "emp_siti", requestedAt: now.toISOString() });

  expect(await photos.begin("pho_1", look)).toBe(1);
  expect(attempts()).toBe(2);
  expect(await others.begin("pho_1", look)).toBeUndefined();
  expect(await others.find("pho_1")).toMatchObject({ begun: 1 });
});

test("a captcha opens its check although the answer of its use was lost, once and for nobody else", async () => {
  const name = await cloud.newTable("captcha-table");
  const { db, attempts } = losing("PutItemCommand");
  const [captchas, others] = [new CaptchaTable(db, name), new CaptchaTable(cloud.db, name)];
  const challenge = { id: "cap_1", endsAt: 1_795_000_000 };

  expect(await captchas.use(challenge)).toBe(true);
  expect(attempts()).toBe(2);
  expect(await others.use(challenge)).toBe(false);
  expect(await captchas.use(challenge)).toBe(false);
});
