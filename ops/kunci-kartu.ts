import { parseArgs } from "node:util";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { KeyListBucket, listPath } from "#shared/card/key-list-bucket.ts";
import { publishKeys } from "#shared/card/publish-keys.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import type { ListedKey } from "#shared/signed-qr/key-list.ts";
import { type Command, UsageError } from "./command.ts";
import { publishList } from "./publish-list.ts";
import { makeRoot, publicHalf } from "./root-key.ts";
import { outputsOption } from "./stack-outputs.ts";

export const kunciKartu: Command = {
  usage: `kartu kunci-kartu akar BERKAS
kartu kunci-kartu terbitkan BERKAS [--outputs cdk-outputs.json]

akar       membuat kunci akar dan menyimpannya di BERKAS, yang belum ada. Simpan di luar jaringan, dalam dua salinan: tanpa
           kunci ini tidak ada daftar baru, dan siapa yang memilikinya dapat memalsukan kartu
terbitkan  menerbitkan daftar kunci dan nama instansi, yang ditandatangani kunci akar di BERKAS. Ulangi setiap kali ada
           instansi baru. Kunci yang dicuri dicabut dengan kartu putar-kunci`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { outputs: outputsOption },
    });
    const [verb, file, ...others] = positionals;
    const isKnown = verb === "akar" || verb === "terbitkan";
    if (!isKnown || file === undefined || others.length > 0)
      throw new UsageError("Sebut akar atau terbitkan, dan satu berkas.");
    if (verb === "akar") return print(JSON.stringify(publicHalf(makeRoot(file))));
    await publishList({ file, outputs: values.outputs }, print);
  },
};

const problems = {
  "another-root": "Daftar yang sudah terbit bukan dari kunci akar ini.",
  "no-such-key": "Tidak ada kunci bernama itu di daftar.",
};

async function terbitkan(
  { file, outputs, revoke }: { file: string; outputs: string; revoke: string | undefined },
  print: (line: string) => void,
): Promise<void> {
  const names = readOutputs(outputs, [
    ...(["SigningKey", "SecondSigningKey", "StatusKey", "CardTable"] as const),
    ...(["AgencyTable", "WebBucket", "SiteUrl"] as const),
  ]);
  const privateKey = readRoot(file);
  const [kms, db] = [new KMSClient(), documentClient()];
  const list = await publishKeys({
    keys: [names.SigningKey, names.SecondSigningKey].map((id) => new SigningKey(kms, id)),
    statusKeys: [new SigningKey(kms, names.StatusKey)],
    signatures: new SignatureTable(db, names.CardTable),
    agencies: new AgencyTable(db, names.AgencyTable),
    published: new KeyListBucket(new S3Client(), names.WebBucket),
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
