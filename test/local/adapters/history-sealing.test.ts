/** What the hourly job seals, also after runs that failed, died half-way or ran twice (decision 0046). */
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, expect, test } from "vitest";
import { prove } from "#shared/audit/entry-proof.ts";
import { leafOf, statementOf } from "#shared/audit/seal.ts";
import { sealHistory } from "#shared/audit/seal-history.ts";
import { runSealer } from "../../../functions/history-sealer/handle.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { aContext } from "../../support/lambda-events.ts";
import {
  historyCloudForThisFile,
  newHistory,
  type SealedHistory,
} from "../../support/sealed-history.ts";

const of = historyCloudForThisFile();
let history: SealedHistory;
let revision = 0;

beforeEach(async () => {
  history = await newHistory(of.here);
});

const tell = async () =>
  await history.audit.add(anEntry({ subjectId: "account#a", revision: ++revision }));
const allSeals = async () =>
  await Promise.all((await history.seals.ends()).map((to) => history.seals.read(to)));
const spans = async () =>
  (await allSeals())
    .map(statementOf)
    .map(({ from, to, count, late }) => [`${from.slice(11, 16)}-${to.slice(11, 16)}`, count, late]);

test("an hour is sealed when it is over and a quarter of an hour has passed, and then only once", async () => {
  await tell();
  history.clock.advance({ minutes: 40 });
  expect(await history.seal()).toEqual({ seals: 1, entries: 0, late: 0 });
  history.clock.advance({ minutes: 10 });
  expect(await history.seal()).toEqual({ seals: 1, entries: 1, late: 0 });
  expect(await history.seal()).toEqual({ seals: 0, entries: 0, late: 0 });

  expect(await spans()).toEqual([
    ["02:00-03:00", 0, 0],
    ["03:00-04:00", 1, 0],
  ]);
});

test("an hour without entries is sealed as well: that there were none is proved", async () => {
  await tell();
  for (let hour = 0; hour < 3; hour++) {
    history.clock.advance({ hours: 1 });
    await history.seal();
  }
  expect(await spans()).toEqual([
    ["03:00-04:00", 1, 0],
    ["04:00-05:00", 0, 0],
    ["05:00-06:00", 0, 0],
  ]);
  expect((await history.verify()).faults).toEqual([]);
});

test("hours that failed runs missed are made up for, also months of them", async () => {
  await tell();
  history.clock.advance({ hours: 1 });
  await history.seal();
  history.clock.advance({ days: 90 });
  await tell();
  history.clock.advance({ hours: 1 });
  expect(await history.seal()).toEqual({ seals: 1, entries: 1, late: 0 });
  expect((await history.verify()).faults).toEqual([]);
});

test("an entry that came into the index after its hour was sealed is in the next seal, once", async () => {
  await tell();
  history.clock.advance({ hours: 1 });
  await history.seal();
  const writtenAt = new Date("2026-11-21T03:59:59.999Z");
  const item = prove({ ...anEntry({ subjectId: "account#b", revision: 1 }) }, { writtenAt });
  await of.here.db.send(new PutCommand({ TableName: history.names.AuditTable, Item: item }));
  for (let hour = 0; hour < 2; hour++) {
    history.clock.advance({ hours: 1 });
    await history.seal();
  }

  expect(await spans()).toEqual([
    ["03:00-04:00", 1, 0],
    ["04:00-05:00", 0, 1],
    ["05:00-06:00", 0, 0],
  ]);
  history.clock.advance({ days: 1 });
  await history.seal();
  expect((await history.verify()).faults).toEqual([]);
});

test("a run that dies before its seal is written leaves nothing, and the next one does all of it", async () => {
  await tell();
  history.clock.advance({ hours: 1 });
  const { written, seals, signer, clock } = history;
  const dying = { sign: () => Promise.reject(new Error("died")) };
  await expect(sealHistory({ written, seals, signer: dying, clock })).rejects.toThrow("died");
  expect(await seals.ends()).toEqual([]);

  await runSealer({ written, seals, signer, clock })({ job: "seal-history" }, aContext);
  expect(await spans()).toEqual([["03:00-04:00", 1, 0]]);
});

test("two runs at once make one seal, and neither writes over the other's", async () => {
  await tell();
  history.clock.advance({ hours: 2 });
  const sealed = await Promise.all([history.seal(), history.seal(), history.seal()]);

  expect(sealed.filter(({ seals }) => seals === 1)).toHaveLength(1);
  const { Versions } = await of.here.s3.send(
    new ListObjectVersionsCommand({ Bucket: history.names.SealBucket }),
  );
  expect(Versions).toHaveLength(1);
});

test("more entries than memory bears are sealed in parts of the hour", async () => {
  for (let i = 0; i < 8; i++) {
    await tell();
    history.clock.advance({ minutes: 3 });
  }
  history.clock.advance({ hours: 1 });
  expect(await history.seal(3)).toMatchObject({ entries: 8 });

  const counts = (await allSeals()).map(statementOf).map(({ count }) => count);
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  expect((await history.verify()).faults).toEqual([]);
});

test("a seal tells ids and digests, and no value or person's data", async () => {
  await tell();
  history.clock.advance({ hours: 1 });
  await history.seal();
  const [file] = await allSeals();

  const digest = expect.stringMatching(/^[\w-]{43}$/);
  // Every part has its form, so that there is no place for a value. Searching for words would find them in digests by chance.
  expect({ ...file, text: JSON.parse(file?.text ?? ""), lines: file?.lines.map(leafOf) }).toEqual({
    text: {
      kind: "kartu-history-seal-1",
      number: 1,
      from: "2026-11-21T03:00:00.000Z",
      to: "2026-11-21T04:00:00.000Z",
      count: 1,
      late: 0,
      root: digest,
      previous: "",
    },
    signature: expect.stringMatching(/^[\w+/]{90,100}={0,2}$/),
    lines: [{ subjectId: "account#a", revision, writtenAt: "2026-11-21T03:30:00.000Z", digest }],
  });
});
