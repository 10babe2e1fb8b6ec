/** `npm run build`: everything that a deployment packs. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildFunctions } from "./build.ts";
import { installLayers } from "./layers.ts";

const web = spawnSync(process.execPath, [join("web", "build.ts")], { stdio: "inherit" });
if (web.status !== 0) process.exit(web.status ?? 1);
const functions = await buildFunctions(undefined, { licences: true });
await installLayers();
console.log(`Built the site, ${functions.length} functions and the native layers into dist/.`);
