import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { totpCode } from "../../local/cloud/cognito/totp.ts";
import { demoPeople } from "../../local/demo/people.ts";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { MortalCloud } from "./support/mortal-cloud.ts";

/** Milliseconds between an answer and the kill, so that each stage of the work is interrupted once. */
const moments = [0, 40, 100, 180, 300];
const patience = { timeout: 20_000, interval: 50 };

describe("kill -9 loses nothing that was answered", () => {
  let cloud: MortalCloud;
  let holder: HttpHolder;
  let photo: Buffer;
  let employeeId: string;

  beforeAll(async () => {
    cloud = await MortalCloud.start();
    const [siti] = demoPeople();
    const { nip } = siti?.employee ?? { nip: "nobody" };
    const token = cloud.report.softwareTokens.find(({ username }) => username === nip);
    employeeId = "emp_demo01";
    holder = new HttpHolder(cloud.siteUrl);
    await holder.signIn(nip, totpCode(token?.secret ?? "", Date.now()));
    photo = (await samplePhotos()).find(({ breaks }) => !breaks)?.bytes ?? Buffer.alloc(0);
    await vi.waitUntil(cardIsDrawn, patience);
  });
  afterAll(() => cloud.remove());

  const cardIsDrawn = async () => (await holder.readCard()).state === "drawn";

  test.each(moments)(
    "an upload is validated, and %d ms after «Gunakan foto ini» a kill only delays the card",
    async (moment) => {
      const before = await holder.readCard();

      const photoId = await holder.upload(photo);
      await sleep(moment);
      await cloud.killAndRestart();
      const photoState = async () => (await holder.readPhoto(photoId)).state;
      await expect.poll(photoState, patience).toBe("accepted");

      await holder.confirm(photoId);
      await sleep(moment);
      await cloud.killAndRestart();
      expect(await photoState()).toBe("confirmed");
      await vi.waitUntil(cardIsDrawn, patience);
      const after = await holder.readCard();
      expect(after.version).not.toBe(before.version);
      expect(after.text.serial).toBe(before.text.serial);
    },
  );

  test("every card has one token, and the history tells every change once", async () => {
    const { client, settings } = cloud.report;
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
    const cards = await db.send(
      new ScanCommand({
        TableName: settings.CARD_TABLE,
        FilterExpression: "begins_with(id, :token) AND employeeId = :employeeId",
        ExpressionAttributeValues: { ":token": "token#", ":employeeId": employeeId },
      }),
    );
    const history = await db.send(
      new QueryCommand({
        TableName: settings.AUDIT_TABLE,
        KeyConditionExpression: "subjectId = :employeeId",
        ExpressionAttributeValues: { ":employeeId": employeeId },
      }),
    );
    const found = (cards.Items ?? []).map(({ contentHash }) => contentHash);
    const drawn = [...new Set(found)];
    const entries = history.Items ?? [];
    const confirmed = entries.filter(({ action }) => action === "photo-confirmed");

    // The one that the demo begins with, and one a confirmed photo; each is found by its QR and by its two numbers.
    expect(drawn).toHaveLength(1 + moments.length);
    expect(found).toHaveLength(2 * drawn.length);
    expect(confirmed).toHaveLength(1 + moments.length);
    expect(entries.map(({ revision }) => revision)).toEqual(entries.map((_, i) => i + 1));
  });

  test("the card that is left verifies as valid", async () => {
    const answer = await holder.verify();

    expect(await answer.json()).toMatchObject({ result: "valid" });
  });
});
