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
import { readOutputs } from "./stack-outputs.ts";

/** The switch that infra/edge/ reads. */
const switchName = "pemeliharaan";

export const pemeliharaan: Command = {
  usage: `kartu pemeliharaan mulai|selesai|lihat [--outputs cdk-outputs.json]

mulai    closes the site: every page says that it is being maintained (503), and so does every answer of the API
selesai  opens it again
lihat    whether it is closed, and since when

It takes seconds until all edge locations know. It needs neither the functions nor a deployment, and outlives one.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { outputs: { type: "string", default: "cdk-outputs.json" } },
    });
    const [verb = "", ...others] = positionals;
    if (!["mulai", "selesai", "lihat"].includes(verb) || others.length > 0)
      throw new UsageError("Say mulai, selesai or lihat.");
    const { Switches: KvsARN } = readOutputs(values.outputs, ["Switches"]);
    const store = new CloudFrontKeyValueStoreClient();
    const since = await closedSince(store, KvsARN);
    if (verb === "mulai" && since === undefined) await write(store, KvsARN, new Date());
    if (verb === "selesai" && since !== undefined) await write(store, KvsARN, undefined);
    const now = await closedSince(store, KvsARN);
    print(now === undefined ? "The site is open." : `The site is closed since ${now}.`);
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
