import { parseArgs } from "node:util";
import {
  CloudFrontKeyValueStoreClient,
  DeleteKeyCommand,
  DescribeKeyValueStoreCommand,
  GetKeyCommand,
  PutKeyCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudfront-keyvaluestore";
// The store takes only this signature, and the client finds it by its import.
import "@aws-sdk/signature-v4a";
import { type Command, UsageError } from "./command.ts";
import { outputsOption, readOutputs } from "./stack-outputs.ts";

/** The switch that infra/edge/ reads. */
const switchName = "pemeliharaan";

export const pemeliharaan: Command = {
  usage: `kartu pemeliharaan mulai|selesai|lihat [--outputs cdk-outputs.json]

mulai    menutup situs: setiap halaman mengatakan bahwa situs dalam pemeliharaan (503), begitu pula setiap jawaban API
selesai  membukanya lagi
lihat    apakah situs ditutup, dan sejak kapan

Berlaku dalam hitungan detik di semua lokasi CloudFront, tanpa fungsi dan tanpa deployment, dan tidak berubah oleh deployment.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { outputs: outputsOption },
    });
    const [verb = "", ...others] = positionals;
    if (!["mulai", "selesai", "lihat"].includes(verb) || others.length > 0)
      throw new UsageError("Sebut mulai, selesai, atau lihat.");
    const { Switches: KvsARN } = readOutputs(values.outputs, ["Switches"]);
    const store = new CloudFrontKeyValueStoreClient();
    const since = await closedSince(store, KvsARN);
    if (verb === "mulai" && since === undefined) await write(store, KvsARN, new Date());
    if (verb === "selesai" && since !== undefined) await write(store, KvsARN, undefined);
    const now = await closedSince(store, KvsARN);
    print(now === undefined ? "Situs terbuka." : `Situs ditutup sejak ${now}.`);
  },
};

async function closedSince(
  store: CloudFrontKeyValueStoreClient,
  KvsARN: string,
): Promise<string | undefined> {
  try {
    return (await store.send(new GetKeyCommand({ KvsARN, Key: switchName }))).Value;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** @param since undefined opens the site */
async function write(
  store: CloudFrontKeyValueStoreClient,
  KvsARN: string,
  since: Date | undefined,
): Promise<void> {
  const { ETag: IfMatch } = await store.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const change = { KvsARN, Key: switchName, IfMatch };
  if (since) await store.send(new PutKeyCommand({ ...change, Value: since.toISOString() }));
  else await store.send(new DeleteKeyCommand(change));
}
