import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  DescribeSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { type Command, UsageError } from "./command.ts";
import { outputsOption, readOutputs } from "./stack-outputs.ts";

export const kunci: Command = {
  usage: `kartu kunci ganti [--outputs cdk-outputs.json] [--settings cdk.json]

Membuat nilai baru untuk header yang memberi tahu API bahwa permintaan datang dari CloudFront. Yang ditampilkan versinya, tidak pernah
nilainya. Nilai lama tetap berlaku sampai penggantian berikutnya, yang menunggu versi ini ada di cdk.json dan diterapkan.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        outputs: outputsOption,
        settings: { type: "string", default: "cdk.json" },
      },
    });
    if (positionals.join(" ") !== "ganti") throw new UsageError("Sebut ganti.");
    const { EdgeKey: SecretId } = readOutputs(values.outputs, ["EdgeKey"]);
    const SecretString = randomBytes(24).toString("hex");
    const secrets = new SecretsManagerClient();
    await demandDeployed(secrets, SecretId, values.settings);
    const { VersionId } = await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
    print(`edgeKeyVersion: ${VersionId}`);
    print("Tunggu satu menit, tulis ke cdk.json, lalu terapkan: npx cdk deploy Kartu-Web --strict");
  },
};

const cdkJson = z.object({ context: z.object({ edgeKeyVersion: z.string().optional() }) });

/**
 * Two values hold, so two changes without a deployment between them would leave CloudFront with one that no new process knows.
 * @throws UsageError naming the version to deploy
 */
async function demandDeployed(
  secrets: SecretsManagerClient,
  SecretId: string,
  settings: string,
): Promise<void> {
  const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  const versionAt = (stage: string) =>
    Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes(stage))?.[0];
  const current = versionAt("AWSCURRENT");
  const { context } = cdkJson.parse(JSON.parse(readFileSync(settings, "utf8")));
  // Before the first change CloudFront has the value that was there when it was first deployed.
  if (versionAt("AWSPREVIOUS") === undefined || context.edgeKeyVersion === current) return;
  throw new UsageError(
    `Penggantian terakhir belum ada di ${settings}. Tulis edgeKeyVersion: ${current} di sana dan terapkan dulu: npx cdk deploy Kartu-Web --strict`,
  );
}
