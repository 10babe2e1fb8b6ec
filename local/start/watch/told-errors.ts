import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

/** Lines about failures: the platform's about uncaught errors, and those of shared/runtime/logger.ts. */
const failure = z.looseObject({
  level: z.literal("ERROR"),
  message: z.union([
    z.string(),
    z.object({
      errorType: z.string(),
      errorMessage: z.string(),
      stackTrace: z.array(z.string()).default([]),
    }),
  ]),
  error: z.string().optional(),
  at: z.string().optional(),
  reference: z.string().optional(),
});

/**
 * A function's error for the terminal: the error, its place in our source, and that source line.
 * @param text a line of its log
 * @returns undefined for a line that is not about an error
 */
export function tellError(functionName: string, text: string): string | undefined {
  const { success, data } = failure.safeParse(readJson(text));
  if (!success) return undefined;
  const { message, error = "", at = "", reference } = data;
  const [what, frames] =
    typeof message === "string"
      ? [`${message}: ${error}`, at.split("\n")]
      : [`${message.errorType}: ${message.errorMessage}`, message.stackTrace];
  const place = frames.flatMap((frame) => placeIn(frame) ?? []).at(0);
  const code = reference ? ` (${reference})` : "";
  return [`✗ ${functionName}  ${what}${code}`, ...(place ? sourceLines(place) : [])].join("\n");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Of a stack's line, when it is about a file of ours: "    at handler (/…/functions/x/index.ts:12:3)". */
function placeIn(frame: string): Place | undefined {
  const [, address = "", line, column] = /\(?([^\s()]+\.tsx?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
  const path = address.startsWith("file:") ? fileURLToPath(address) : address;
  const file = relative(process.cwd(), path);
  const isOurs = address !== "" && !file.startsWith("..") && !file.includes("node_modules");
  return isOurs && existsSync(file)
    ? { file, line: Number(line), column: Number(column) }
    : undefined;
}

function sourceLines({ file, line, column }: Place): string[] {
  const text = readFileSync(file, "utf8").split("\n")[line - 1] ?? "";
  const margin = `${line} | `.padStart(8);
  return [
    `  ${file}:${line}:${column}`,
    `${margin}${text}`,
    `${" ".repeat(margin.length + column - 1)}^`,
  ];
}
