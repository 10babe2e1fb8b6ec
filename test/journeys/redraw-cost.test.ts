/** A redraw in the running product: what docs/cost.md reckons for a card of a new template. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import * as z from "zod";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { Counter } from "../../bench/cost/counter.ts";
import { drawn, moved } from "../../bench/cost/model.ts";
import { startDemoCloud } from "../../local/start/demo-cloud.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { nextCodeOf } from "../support/next-code.ts";
import { productOfAll } from "./support/product.ts";

const nip = "196801012005032901";
const pointer = z.looseObject({ id: z.string().startsWith("card#"), templateVersion: z.string() });

test("a redraw asks for no key: it reads one photo, stores one front, moves one pointer, and the token stays", async () => {
  const directory = mkdtempSync(join(tmpdir(), "kartu-redraw-"));
  const counter = new Counter();
  const { onCall, onLogLine } = counter;
  const assembly = await productOfAll();
  const log = () => undefined;
  const cloud = await startDemoCloud({ directory, assembly, onCall, onLogLine, log });
  try {
    await cloud.waitUntilIdle({ timeoutSeconds: 120 });
    const holder = new HttpHolder(cloud.siteUrl);
    await holder.signIn(nip, nextCodeOf(cloud, nip));
    const token = async () => tokenOfQr(await decodeQr(await holder.face("front-landscape")));
    const before = await token();
    const { version } = await holder.readCard();
    await holder.send("GET", `/api/me/card/faces/front-landscape?v=${version}`);
    await cloud.waitUntilIdle({ timeoutSeconds: 60 });
    const { CARD_TABLE = "", REDRAW_QUEUE = "" } = cloud.services.functions.settings();
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    // Only this holder has looked at a card.
    const viewed = { TableName: CARD_TABLE, FilterExpression: "attribute_exists(viewed)" };
    const [shown, ...others] = (await db.send(new ScanCommand(viewed))).Items ?? [];
    const { id, templateVersion } = pointer.parse(shown);
    const queue = new RedrawQueue(new SQSClient(cloud.client), REDRAW_QUEUE);
    await counter.look(cloud);
    const redraw = async (from: string) => {
      await db.send(
        new UpdateCommand({
          ...{ TableName: CARD_TABLE, Key: { id }, ReturnValues: "ALL_NEW" },
          UpdateExpression: "SET templateVersion = :from, files = :none",
          ExpressionAttributeValues: { ":from": from, ":none": [] },
        }),
      );
      counter.take();
      await queue.send(`emp_${id.slice("card#emp_".length)}`);
      await cloud.waitUntilIdle({ timeoutSeconds: 60 });
      return counter.take();
    };
    // The process asks for the key of the hour, and looks whether the agency's back is there, once it may be.
    await redraw("t0-00000000");
    await redraw("t0-00000001");

    expect(others).toEqual([]);
    expect(await redraw("t0-00000002")).toMatchObject({
      ...{ kmsRequests: 0, kmsSignatures: 0, recordedWrites: 0, mails: 0, ...drawn },
      writeUnits: moved.writeUnits,
      // Record, pointer and agency; the demo's cards are signed: what is kept, and what is revoked.
      readUnits: 5,
    });
    expect((await holder.readCard()).version).toContain(templateVersion);
    expect(await token()).toBe(before);
  } finally {
    await cloud.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}, 240_000);
