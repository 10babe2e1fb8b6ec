import { readFileSync } from "node:fs";
import * as z from "zod";
import { keyed } from "#shared/runtime/keyed.ts";
import { UsageError } from "./command.ts";

const outputsFile = z.record(z.string(), z.record(z.string(), z.string()));

/** Every command's `--outputs`: what `cdk deploy` is told to write in docs/operations.md. */
export const outputsOption = { type: "string", default: "cdk-outputs.json" } as const;

/**
 * Names of tables and queues as `cdk deploy --outputs-file` wrote them.
 * @param names of outputs, of whatever stack
 * @throws UsageError naming the file or the output that is not there
 */
export function readOutputs<Name extends string>(
  file: string,
  names: readonly Name[],
): Record<Name, string> {
  const outputs: Record<string, string> = Object.assign({}, ...Object.values(parse(file)));
  return keyed(names, (name) => {
    const value = outputs[name];
    if (value === undefined) throw new UsageError(`Keluaran ${name} tidak ada di ${file}.`);
    return value;
  });
}

function parse(file: string): z.infer<typeof outputsFile> {
  try {
    return outputsFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UsageError(`${file} bukan berkas yang ditulis cdk deploy --outputs-file.`);
  }
}
