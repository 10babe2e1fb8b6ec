/** The mutants of a run: drawn, and written one at a time into a copy of the repository. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Mutation, mutationsOf } from "./mutations.ts";

export interface Mutant extends Mutation {
  /** From the root of the repository. */
  readonly file: string;
  /** Of the file, before the change. */
  readonly source: string;
}

/** N lines, each with one of its changes; the same for the same seed and code. */
export function drawn(count: number, seed: string): Mutant[] {
  const lines = new Map<string, Mutant[]>();
  for (const file of tracked("shared/*.ts", "functions/*.ts")) {
    const source = readFileSync(file, "utf8");
    for (const mutation of mutationsOf(source)) {
      const line = `${file}:${mutation.line}`;
      lines.set(line, [...(lines.get(line) ?? []), { file, source, ...mutation }]);
    }
  }
  const rank = (text: string) => createHash("sha256").update(`${seed} ${text}`).digest();
  const order = [...lines.keys()].sort((a, b) => Buffer.compare(rank(a), rank(b)));
  return order.slice(0, count).flatMap((line) => {
    const all = lines.get(line) ?? [];
    return all[rank(line).readUInt32BE(0) % all.length] ?? [];
  });
}

/** The files that git knows, as they are now, and what was built. @returns its folder */
export function copyOfRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "kartu-mutate-"));
  for (const file of [...tracked(), "dist"])
    cpSync(file, join(folder, file), { recursive: true, preserveTimestamps: true });
  linkModules(folder);
  return folder;
}

/** Our own packages are links: those of the copy lead into the copy. */
function linkModules(folder: string): void {
  mkdirSync(join(folder, "node_modules"));
  for (const entry of readdirSync("node_modules", { withFileTypes: true })) {
    const path = join("node_modules", entry.name);
    const target = entry.isSymbolicLink() ? readlinkSync(path) : resolve(path);
    symlinkSync(target, join(folder, path));
  }
}

function tracked(...paths: readonly string[]): string[] {
  return execFileSync("git", ["ls-files", ...paths], { encoding: "utf8" })
    .trim()
    .split("\n");
}

/** While `use` runs, the copy has the changes. @param mutants of different files */
export async function changed<T>(
  copy: string,
  mutants: readonly Mutant[],
  use: (files: readonly string[]) => T | Promise<T>,
): Promise<T> {
  const files = mutants.map(({ file }) => join(copy, file));
  for (const { file, source, start, end, replacement } of mutants)
    writeFileSync(join(copy, file), source.slice(0, start) + replacement + source.slice(end));
  try {
    return await use(files);
  } finally {
    for (const { file, source } of mutants) writeFileSync(join(copy, file), source);
  }
}

/** As a reader finds it. */
export function described({ file, line, source, start, end, replacement }: Mutant): string {
  const change = `${source.slice(start, end)} → ${replacement || "nothing"}`;
  return `${file}:${line} ${change.replace(/\s+/g, " ").slice(0, 120)}`;
}
