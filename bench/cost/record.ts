/** Counts anew and writes what was counted, and the tables of docs/cost.md: `node bench/cost/record.ts`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProduct } from "../../local/start/product.ts";
import { count } from "./count.ts";
import { countsFile, documentPath, documentWith } from "./document.ts";

const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
const flows = await count(await buildProduct(directory));
rmSync(directory, { recursive: true, force: true });
writeFileSync(countsFile, `${JSON.stringify(flows, null, 2)}\n`);
writeFileSync(documentPath, documentWith(readFileSync(documentPath, "utf8"), flows));
process.exit(0);
