#!/usr/bin/env node
/** `npx kartu COMMAND …` in this checkout: kartu.ts under the Node of the lockfile, as every npm script. */
process.argv.splice(2, 0, "ops/kartu.ts");
await import("../scripts/setup.mjs");
