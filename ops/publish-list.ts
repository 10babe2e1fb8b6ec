/** The list of keys is published by two commands: the first and each next one, and the one that says a key is revoked. */
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { KeyListBucket, listPath } from "#shared/card/key-list-bucket.ts";
import { KeyListTable } from "#shared/card/key-list-table.ts";
import { publishKeys } from "#shared/card/publish-keys.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import type { ListedKey } from "#shared/signed-qr/key-list.ts";
import { UsageError } from "./command.ts";
import { publicHalf, readRoot } from "./root-key.ts";
import { readOutputs } from "./stack-outputs.ts";

const problems = {
  "another-root": "Daftar yang sudah terbit bukan dari kunci akar ini.",
  raced: "Daftar lain terbit pada saat yang sama: ulangi.",
  "no-such-key": "Tidak ada kunci bernama itu di daftar.",
};

/**
 * @param file the root key's
 * @param revoke the key that nobody may trust any more
 * @throws UsageError when the list that is there is not of this root key, or has no key of that name
 */
export async function publishList(
  { file, outputs, revoke }: { file: string; outputs: string; revoke?: string | undefined },
  print: (line: string) => void,
): Promise<void> {
  const names = readOutputs(outputs, [
    ...(["SigningKey", "SecondSigningKey", "StatusKey", "SecondStatusKey"] as const),
    ...(["CardTable", "AgencyTable", "WebBucket", "SiteUrl"] as const),
  ]);
  const privateKey = readRoot(file);
  const [kms, db] = [new KMSClient(), documentClient()];
  const list = await publishKeys({
    keys: [names.SigningKey, names.SecondSigningKey].map((id) => new SigningKey(kms, id)),
    statusKeys: [names.StatusKey, names.SecondStatusKey].map((id) => new SigningKey(kms, id)),
    signatures: new SignatureTable(db, names.CardTable),
    agencies: new AgencyTable(db, names.AgencyTable),
    revokedKeys: new RevokedKeysTable(db, names.CardTable),
    published: new KeyListBucket(new S3Client(), names.WebBucket),
    kept: new KeyListTable(db, names.CardTable),
    root: { privateKey, publicKey: publicHalf(privateKey) },
    host: new URL(names.SiteUrl).host,
    revoke,
    now: new Date(),
  });
  if ("refusal" in list) throw new UsageError(problems[list.refusal]);
  print(`Daftar ${list.version} terbit di https://${list.host}/${listPath}:`);
  const lineOf = ({ kid, from, until, revoked }: ListedKey, what: string) =>
    `  ${kid}  ${from} s.d. ${until}, ${what}${revoked ? `, dicabut ${revoked}` : ""}`;
  for (const key of list.keys) print(lineOf(key, "kartu"));
  for (const key of list.statusKeys) print(lineOf(key, "daftar status"));
  print(`  ${list.instansi.length} instansi`);
}
