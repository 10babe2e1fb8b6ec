/** What the CDK command line runs (cdk.json): `cdk synth`, `cdk diff`, `cdk deploy`. */
import { layersReady } from "./layers.ts";
import { synthesize } from "./synth.ts";

try {
  if (!layersReady()) {
    throw new Error('The native layers are not installed: run "npm run build" first.');
  }
  synthesize();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
