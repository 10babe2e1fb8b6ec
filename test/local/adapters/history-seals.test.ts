/** Seals of the history that somebody hid, wrote over or changed: each is named (decision 0046). */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { beforeEach, expect, test } from "vitest";
import {
  historyCloudForThisFile,
  type SealedHistory,
  sealedLives,
} from "../../support/sealed-history.ts";

const of = historyCloudForThisFile();
let history: SealedHistory;

beforeEach(async () => {
  history = await sealedLives(of.here);
});

const firstFault = async () => (await history.verify()).faults[0];

const [first, second] = ["2026-11-21T04:00:00.000Z", "2026-11-21T05:00:00.000Z"] as const;
const place = (to: string) => ({
  Bucket: history.names.SealBucket,
  Key: `seals/${to.replaceAll(":", "-")}.jsonl`,
});

async function rewrite(to: string, change: (text: string) => string): Promise<void> {
  const { Body } = await of.here.s3.send(new GetObjectCommand(place(to)));
  const text = (await Body?.transformToString()) ?? "";
  await of.here.s3.send(new PutObjectCommand({ ...place(to), Body: change(text) }));
}

test("a seal cannot be deleted before its time", async () => {
  const { Bucket, Key } = place(first);
  const { Versions = [] } = await of.here.s3.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: Key }),
  );
  const VersionId = Versions[0]?.VersionId;
  await expect(
    of.here.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId })),
  ).rejects.toMatchObject({ name: "AccessDenied" });
});

test("a seal that was hidden is named, and the next one misses it", async () => {
  await of.here.s3.send(new DeleteObjectCommand(place(first)));

  expect((await history.verify()).faults.slice(0, 2)).toEqual([
    { code: "seal-touched", seal: first },
    { code: "seal-missing", seal: second },
  ]);
});

test("a seal that was the last one is named when it was hidden", async () => {
  await of.here.s3.send(new DeleteObjectCommand(place(second)));

  expect(await firstFault()).toEqual({ code: "seal-touched", seal: second });
});

test.each([
  ["another root", (text: string) => text.replace(/root\\":\\"..../, 'root\\":\\"AAAA')],
  ["another signature", (text: string) => text.replace(/"signature":"...../, '"signature":"AAAAA')],
  ["fewer entries", (text: string) => text.split("\n").slice(0, -1).join("\n")],
  ["nothing in it", () => ""],
])("a seal with %s is named", async (_, change) => {
  await rewrite(first, change);

  const { faults } = await history.verify();
  expect(faults).toContainEqual({ code: "seal-touched", seal: first });
  // One without our signature is none, so it is the next one that misses it.
  const codes = faults.map(({ code, seal }) => `${code} ${seal}`);
  expect([`seal-forged ${first}`, `seal-missing ${second}`]).toContain(codes[1]);
});

test("a seal that is late is named", async () => {
  history.clock.advance({ hours: 3 });

  expect((await history.verify()).faults).toEqual([{ code: "sealing-late", seal: second }]);
});
