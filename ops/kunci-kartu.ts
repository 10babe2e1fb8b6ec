import { parseArgs } from "node:util";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { documentClient } from "#shared/runtime/document-client.ts";
import { listPath, outputsOfKeys, publishCardKeys } from "./card-keys.ts";
import { type Command, UsageError } from "./command.ts";
import { makeRoot, publicHalf, readRoot } from "./root-key.ts";
import { readOutputs } from "./stack-outputs.ts";

export const kunciKartu: Command = {
  usage: `kartu kunci-kartu akar BERKAS
kartu kunci-kartu terbitkan BERKAS [--cabut KID] [--outputs cdk-outputs.json]

akar       membuat kunci akar dan menyimpannya di BERKAS, yang belum ada. Simpan di luar jaringan, dalam dua salinan: tanpa
           kunci ini tidak ada daftar baru, dan siapa yang memilikinya dapat memalsukan kartu
terbitkan  menerbitkan daftar kunci dan nama instansi, yang ditandatangani kunci akar di BERKAS. Ulangi setiap kali ada
           instansi baru. --cabut: kunci yang tidak lagi dipercaya, dan semua yang ditandatanganinya`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: { type: "string", default: "cdk-outputs.json" },
        cabut: { type: "string" },
      },
    });
    const [verb, file, ...others] = positionals;
    const isKnown = verb === "akar" || verb === "terbitkan";
    if (!isKnown || file === undefined || others.length > 0)
      throw new UsageError("Sebut akar atau terbitkan, dan satu berkas.");
    if (verb === "akar") return print(JSON.stringify(publicHalf(makeRoot(file))));
    const list = await publishCardKeys({
      ...{ kms: new KMSClient(), s3: new S3Client(), db: documentClient() },
      outputs: readOutputs(values.outputs, outputsOfKeys),
      root: readRoot(file),
      revoke: values.cabut,
      now: new Date(),
    });
    print(`Daftar ${list.version} terbit di https://${list.host}/${listPath}:`);
    for (const { kid, from, until, revoked } of list.keys)
      print(`  ${kid}  ${from} s.d. ${until}${revoked ? `, dicabut ${revoked}` : ""}`);
    print(`  ${list.instansi.length} instansi`);
  },
};
