/** Tells us while the list of keys is not, or soon no longer, what checks without the network need of it (decision 0082). */
import type { KeptKeys, PublishedKeys } from "#shared/card/publish-keys.ts";
import type { PayloadSigner } from "#shared/card/sign-card.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type KeyList, readOwnList } from "#shared/signed-qr/key-list.ts";

export interface WatchKeys {
  readonly published: Pick<PublishedKeys, "read">;
  readonly kept: Pick<KeptKeys, "read">;
  /** Of the status lists. */
  readonly signer: Pick<PayloadSigner, "kid">;
}

/** So long before the last day on which listed keys sign we are told; publishing once more puts it off by two years. */
const daysToAct = 60;

/** Writes a line `keys.wrong` for each thing that is, with its name (`why`). */
export async function watchKeys({ published, kept, signer }: WatchKeys, now: Date): Promise<void> {
  // Of a file that is not there S3 says that it may not say, to who may not list its folder («GetObject», Amazon S3 API Reference).
  const found = await published.read().catch(() => undefined);
  const json = await kept.read();
  const whys = [
    ...(json !== undefined && found?.json === json ? [] : ["not-the-list-that-was-published"]),
    ...(json === undefined ? [] : wrongIn(readOwnList(json), await signer.kid(), now)),
  ];
  for (const why of whys) logger.warn("keys.wrong", { why });
}

function wrongIn(list: KeyList, statusKid: string, now: Date): string[] {
  const signing = list.statusKeys.find(({ kid }) => kid === statusKid);
  // Each list renews the keys that the cloud has, all to one day. One that it has no more signs nothing, and may end.
  const until = [...list.keys, ...list.statusKeys].map((key) => key.until).toSorted();
  const isEnding = (until.at(-1) ?? "") < daysAfter(now.toISOString().slice(0, 10), daysToAct);
  return [
    ...(signing ? [] : ["status-key-not-listed"]),
    ...(signing?.revoked ? ["status-key-revoked"] : []),
    ...(isEnding ? ["keys-end-soon"] : []),
  ];
}
