/** The whole product while every event may come late, twice and, from queues, out of order. The result is as if each had come once. */
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { NotificationCode } from "#shared/notification/notification-codes.ts";
import { mailTexts } from "#shared/notification/notification-texts.ts";
import { summaryText } from "#shared/notification/summary-text.ts";
import { Faults } from "../../local/cloud/events/faults.ts";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { type DemoCloud, startDemoCloud } from "../../local/start/demo-cloud.ts";
import { LeakWatch } from "../journeys/support/leak-watch.ts";
import { Newcomers } from "../journeys/support/newcomers.ts";
import { productOfAll } from "../journeys/support/product.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { nextCodeOf } from "../support/next-code.ts";
import { peopleInStories } from "../support/people-in-stories.ts";

/** As `npm test -- --seed N` sets it: the faults of a run can be had again. */
const seed = process.env.TEST_SEED ?? String(randomInt(1_000_000));
const faults = Faults.fromSeed(seed);
const directory = mkdtempSync(join(tmpdir(), "kartu-faults-"));
const leakWatch = new LeakWatch();
let cloud: DemoCloud;
let sari: SeededPerson;
let holder: HttpHolder;

beforeAll(async () => {
  process.stdout.write(`Faults are drawn by seed ${seed}: TEST_SEED=${seed} repeats them.\n`);
  const assembly = await productOfAll();
  cloud = await startDemoCloud({
    ...{ directory, assembly, faults, inAll: peopleInStories, log: () => undefined },
    onLogLine: ({ text }) => leakWatch.take(text),
  });
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });
  sari = await new Newcomers(cloud).register({ like: "Siti Contohwati", name: "Sari Gandawati" });
  leakWatch.meet(sari.employee);
  holder = new HttpHolder(cloud.siteUrl);
  await holder.signIn(sari.employee.nip, nextCodeOf(cloud, sari.employee.nip));
});
afterAll(async () => {
  await cloud.stop();
  rmSync(directory, { recursive: true, force: true });
});

test("photos become cards, each of which replaces the one before and verifies", async () => {
  const photo = (await samplePhotos()).find(({ breaks }) => !breaks)?.bytes ?? Buffer.alloc(0);
  const versions = [(await holder.readCard()).version];
  for (let round = 0; round < 4; round++) {
    const photoId = await holder.upload(photo);
    await cloud.waitUntilIdle();
    expect((await holder.readPhoto(photoId)).state).toBe("accepted");
    await holder.confirm(photoId);
    await cloud.waitUntilIdle();
    const card = await holder.readCard();
    expect(card.state).toBe("drawn");
    versions.push(card.version);
  }

  expect(new Set(versions).size).toBe(versions.length);
  expect(await (await holder.verify()).json()).toMatchObject({ result: "valid" });
});

test("the history tells every change once, and so do the mails", async () => {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const history = new AuditTable(db, cloud.services.functions.settings().AUDIT_TABLE ?? "");
  const { items } = await history.history({ subjectId: sari.id, limit: 100 });
  const confirmed = items.filter(({ action }) => action === "photo-confirmed");
  const mails = cloud.mails().filter(({ to }) => to.includes(sari.employee.email));
  const ofSubject = (code: NotificationCode) =>
    mails.filter(({ subject }) => subject === mailTexts[code].subject);

  // The portrait of the beginning, and one a round.
  expect(confirmed).toHaveLength(5);
  expect(items.map(({ revision }) => revision)).toEqual(items.map((_, i) => items.length - i));
  // Three a day (decision 0090), and of her login, which was the first in this browser.
  expect(ofSubject("photo-confirmed")).toHaveLength(3);
  expect(ofSubject("signed-in-new-device")).toHaveLength(1);
  expect(mails).toHaveLength(4);

  cloud.clock.advance(86_400_000);
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });
  const later = cloud.mails().filter(({ to }) => to.includes(sari.employee.email));
  expect(later).toHaveLength(mails.length + 1);
  const summary = later.find(({ subject }) => subject === summaryText.subject);
  const told = mailTexts["photo-confirmed"].lines[0] ?? "";
  // Of notices of one kind the summary has one.
  expect(summary?.text?.split(told)).toHaveLength(2);
});

test("nothing was set aside, though events were delivered twice", () => {
  expect(cloud.deadLetters()).toEqual({});
  expect(faults.duplicates).toBeGreaterThan(0);
});

test("nothing personal was logged, also not of what failed", () => {
  expect(() => leakWatch.refuseLeaks(cloud)).not.toThrow();
});
