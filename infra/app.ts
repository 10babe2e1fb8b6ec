/** What the CDK command line runs (cdk.json): `cdk synth`, `cdk diff`, `cdk deploy`. */
import { SolutionChecks } from "./checks.ts";
import { layersReady } from "./layers.ts";
import { synthesize } from "./synth.ts";

try {
  if (!layersReady()) {
    throw new Error('The native layers are not installed: run "npm run build" first.');
  }
  synthesize({ checks: [new SolutionChecks()] });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
