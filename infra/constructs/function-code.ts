import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AssetHashType } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type Artifacts, built } from "../artifacts.ts";

/** The bundle of a function; of one that is still being built, its name. */
export function functionCode(name: string, { functions, functionsFrom }: Artifacts): Code {
  const folder = join(functions, name);
  if (functionsFrom === undefined) {
    built(folder, "index.cjs");
    return Code.fromAsset(folder);
  }
  mkdirSync(folder, { recursive: true });
  const assetHash = createHash("sha256").update(`${functionsFrom} ${name}`).digest("hex");
  return Code.fromAsset(folder, { assetHash, assetHashType: AssetHashType.CUSTOM });
}
