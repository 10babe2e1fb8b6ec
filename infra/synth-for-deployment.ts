/** `npm run synth`: builds everything, then synthesizes with all checks. What follows `--` goes to `cdk synth`. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const cdk = join("node_modules", "aws-cdk", "bin", "cdk");
run(join("infra", "build-all.ts"));
run(cdk, "synth", "--quiet", ...process.argv.slice(2));

function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
