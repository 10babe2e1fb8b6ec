/** `npm run simulate -- N SEED`: N histories from SEED, then every mutant until it is caught. */
import { mutants } from "./mutants.ts";
import { realPipeline } from "./pipeline.ts";
import { simulate } from "./simulate.ts";

const [runs = 5000, seed = 2026] = process.argv.slice(2).map(Number);
const print = (line: string) => process.stdout.write(`${line}\n`);

const started = performance.now();
const { failure, injected } = await simulate(realPipeline, { runs, seed, shrink: true });
const seconds = (performance.now() - started) / 1000;
print(
  failure ??
    `${runs} histories, seed ${seed}: every invariant held (${(runs / seconds).toFixed(0)} histories/s)`,
);
for (const [fault, count] of [...injected].sort()) print(`  ${String(count).padStart(8)} ${fault}`);
let survivors = 0;
for (const [rule, makeMutant] of Object.entries(mutants)) {
  const mutant = await simulate(makeMutant, { runs, seed, shrink: true });
  if (!mutant.failure) survivors++;
  print(
    mutant.failure
      ? `caught after ${mutant.runs}: ${rule}\n    ${mutant.failure}`
      : `SURVIVED: ${rule}`,
  );
}
process.exitCode = failure || survivors > 0 ? 1 : 0;
