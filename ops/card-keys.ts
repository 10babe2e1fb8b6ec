/** The list of keys by which anybody checks a card offline: made of what the cloud has, signed by the root key, put beside the pages. */
import { type KeyObject, sign } from "node:crypto";
import { DescribeKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { yearsAfter } from "#shared/employee/retirement.ts";
import {
  type KeyList,
  type ListedKey,
  listToBeSigned,
  openKeyList,
  publishedList,
} from "#shared/signed-qr/key-list.ts";
import { lowS } from "#shared/signed-qr/low-s.ts";
import { UsageError } from "./command.ts";
import { publicHalf } from "./root-key.ts";

/** Where everybody finds it, below the site's address. It never moves: programs of others ask there. */
export const listPath = ".well-known/kartu-asn/kunci.json";

/** The outputs of the stacks that it is made of. */
export const outputsOfKeys = [
  ...(["SigningKey", "SecondSigningKey", "CardTable"] as const),
  ...(["AgencyTable", "WebBucket", "SiteUrl"] as const),
] as const;

export interface PublishKeys {
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly db: DynamoDBDocumentClient;
  readonly outputs: Readonly<Record<(typeof outputsOfKeys)[number], string>>;
  /** The private half of the root key, which no cloud has. */
  readonly root: KeyObject;
  /** The key that nobody may trust any more. */
  readonly revoke?: string | undefined;
  readonly now: Date;
}

/** How long a listed key may sign. Each new list puts it off. */
const yearsToSign = 2;

/**
 * Publishes the next list. Keys and numbers of the list before stay in it: signatures of years ago rest on them. Every agency gets its
 * number now, so that no card names one that the list does not have.
 * @throws UsageError when the list that is there is not of this root key, or has no key of that name
 */
export async function publishCardKeys(publish: PublishKeys): Promise<KeyList> {
  const { s3, outputs, root, now } = publish;
  const before = await listBefore(publish);
  const list: KeyList = {
    version: (before?.version ?? 0) + 1,
    issued: now.toISOString(),
    host: new URL(outputs.SiteUrl).host,
    keys: revoked(await listedKeys(publish, before?.keys ?? []), publish),
    instansi: await namesByNumber(publish),
  };
  const how = { key: root, dsaEncoding: "ieee-p1363" } as const;
  const json = publishedList(list, lowS(sign("sha256", listToBeSigned(list), how)));
  // As verifiers will: two keys of one name, say, which happens once in 65,536 times, make no list.
  if ("refusal" in (await openKeyList(json, publicHalf(root))))
    throw new Error("The list is none that verifiers would take.");
  await s3.send(
    new PutObjectCommand({
      Bucket: outputs.WebBucket,
      Key: listPath,
      Body: json,
      ContentType: "application/json",
      CacheControl: "public, max-age=3600",
    }),
  );
  return list;
}

async function listBefore({ s3, outputs, root }: PublishKeys): Promise<KeyList | undefined> {
  let json: string | undefined;
  try {
    const place = { Bucket: outputs.WebBucket, Key: listPath };
    json = await (await s3.send(new GetObjectCommand(place))).Body?.transformToString();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
  const list = await openKeyList(json ?? "", publicHalf(root));
  if ("refusal" in list)
    throw new UsageError(`Daftar yang sudah terbit bukan dari kunci akar ini (${list.refusal}).`);
  return list;
}

/** The two keys of the cloud, after those of the list before that it has no more. */
async function listedKeys(
  { kms, outputs, now }: PublishKeys,
  before: readonly ListedKey[],
): Promise<ListedKey[]> {
  const until = yearsAfter(now.toISOString().slice(0, 10), yearsToSign);
  const own = await Promise.all(
    [outputs.SigningKey, outputs.SecondSigningKey].map(async (KeyId): Promise<ListedKey> => {
      const key = new SigningKey(kms, KeyId);
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      const from = (KeyMetadata?.CreationDate ?? now).toISOString().slice(0, 10);
      return { kid: await key.kid(), ...(await key.publicKey()), alg: "ES256", from, until };
    }),
  );
  const known = (kid: string) => before.find((each) => each.kid === kid);
  return [
    ...before.filter(({ kid }) => !own.some((each) => each.kid === kid)),
    ...own.map((key) => ({ ...known(key.kid), ...key })),
  ];
}

function revoked(
  keys: readonly ListedKey[],
  { revoke, now }: Pick<PublishKeys, "revoke" | "now">,
): readonly ListedKey[] {
  if (revoke === undefined) return keys;
  if (!keys.some(({ kid }) => kid === revoke))
    throw new UsageError(`Tidak ada kunci ${revoke} di daftar.`);
  const day = now.toISOString().slice(0, 10);
  return keys.map((key) => (key.kid === revoke ? { revoked: day, ...key } : key));
}

async function namesByNumber({ db, outputs }: PublishKeys): Promise<string[]> {
  const signatures = new SignatureTable(db, outputs.CardTable);
  const agencies = await new AgencyTable(db, outputs.AgencyTable).list();
  for (const { id } of agencies) await signatures.numberOf(id);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  // Records may name an agency that nobody looks after; its id says more than nothing.
  return (await signatures.numbered()).map((id) => names.get(id) ?? id);
}
