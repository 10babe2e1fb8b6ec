import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProduct } from "../local/start/product.ts";
import type { Bench } from "./bench.ts";
import { count } from "./cost/count.ts";
import { dollars, inputs, month } from "./cost/model.ts";
import { tablesOf } from "./cost/tables.ts";

export const cost: Bench = {
  about:
    "what each flow needs of AWS, counted in the running product, and what a month of 4.7 million holders costs by it: the tables of docs/cost.md. `node bench/cost/record.ts` writes them there",
  rounds: 1,
  async measure() {
    const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    try {
      const flows = await count(await buildProduct(directory));
      return {
        lines: tablesOf(flows, inputs),
        ratios: {},
        figures: { "dollars a month": Math.round(dollars(month(flows, inputs))) },
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
