/** docs/cost.md, and what was counted for it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { FlowCounts } from "./model.ts";
import { inputs } from "./model.ts";
import { tablesOf } from "./tables.ts";
import { flows, units } from "./units.ts";

export const countsFile = join("bench", "cost", "counts.json");
export const documentPath = join("docs", "cost.md");

const flowCounts = z.record(z.enum(flows), z.partialRecord(z.enum(units), z.number()));

export function recordedCounts(): FlowCounts {
  return flowCounts.parse(JSON.parse(readFileSync(countsFile, "utf8")));
}

const begin = "<!-- The model's tables: node bench/cost/record.ts -->\n";
const end = "<!-- End of the model's tables -->";

/** The document with the model's tables in it. @throws Error when it does not say where they stand */
export function documentWith(document: string, counts: FlowCounts): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error("No place for the tables.");
  return `${before}${begin}\n${tablesOf(counts, inputs)
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")}\n${end}${after}`;
}
