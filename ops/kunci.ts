import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { type Command, UsageError } from "./command.ts";
import { readOutputs } from "./stack-outputs.ts";

export const kunci: Command = {
  usage: `kartu kunci ganti [--outputs cdk-outputs.json]

Makes a new value of the header by which the API knows requests of CloudFront, and shows its version, never the value. The last
value holds beside it until the next one is made.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { outputs: { type: "string", default: "cdk-outputs.json" } },
    });
    if (positionals.join(" ") !== "ganti") throw new UsageError("Say ganti.");
    const { EdgeKey: SecretId } = readOutputs(values.outputs, ["EdgeKey"]);
    const SecretString = randomBytes(24).toString("hex");
    const secrets = new SecretsManagerClient();
    const { VersionId } = await secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
    print(`edgeKeyVersion: ${VersionId}`);
    print("Wait a minute, put it into cdk.json and deploy: npx cdk deploy Kartu-Web --strict");
  },
};
