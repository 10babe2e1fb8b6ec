import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, join, sep } from "node:path";

/** An editor writes a file in several steps, and a change of branch touches many files. They are reported together. */
const quietMillis = 25;

/** Folders, and files of the root, whose changes are followed. */
const watched = ["functions", "shared", "web", "infra"];
const watchedFiles = ["cdk.json"];

/**
 * Follows the sources.
 * @param onChange gets what has changed, relative to the repository's root and with slashes; and when the first of it did
 * @returns how to stop
 */
export function followSources(
  onChange: (files: readonly string[], firstAt: number) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let firstAt = 0;
  const changed = new Set<string>();
  const tell = () => {
    timer = undefined;
    onChange([...changed], firstAt);
    changed.clear();
  };
  const note = (file: string) => {
    if (isLeftover(file)) return;
    if (!timer) firstAt = performance.now();
    changed.add(file.replaceAll(sep, "/"));
    clearTimeout(timer);
    timer = setTimeout(tell, quietMillis);
  };
  const watchers: FSWatcher[] = watched.map((folder) =>
    watch(folder, { recursive: true }, (_, name) => name && note(join(folder, name))),
  );
  watchers.push(watch(".", (_, name) => name && watchedFiles.includes(name) && note(name)));
  // A watched folder may be deleted; the others are still followed.
  for (const watcher of watchers) watcher.on("error", (error) => console.error(`✗ ${error}`));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Temporary files of editors, and folders, whose files are reported anyway. */
function isLeftover(file: string): boolean {
  if (/^\.|~$|\.sw[px]$|\.tmp$|^\d+$/.test(basename(file))) return true;
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
