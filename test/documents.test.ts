import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";

/** The folders that the repository has; other words in code letters are commands, names or addresses. */
const folders = /^(bench|docs|functions|infra|local|ops|scripts|shared|test|web)(\/[\w.{},*/-]+)?$/;
/** What a build or a start makes. */
const isMade = (path: string) => path.startsWith("dist/") || path.startsWith(".kartu/");

function placesIn(document: string): string[] {
  const text = readFileSync(document, "utf8").replaceAll(/```[\s\S]*?```/g, "");
  const inCode = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  const named = inCode.flatMap((code) => code.split(/[\s,]+/)).filter((word) => folders.test(word));
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, path = ""]) =>
    join(dirname(document), path),
  );
  return [...named, ...linked].filter((path) => !isMade(path));
}

test.each(["README.md", "CONTRIBUTING.md", "SECURITY.md"])(
  "every file and folder that %s names is there",
  (document) => {
    const places = placesIn(document);

    expect(places.length).toBeGreaterThan(5);
    expect(places.filter((path) => !existsSync(path))).toEqual([]);
  },
);

test("the commands that CONTRIBUTING.md names are package.json's or run from its packages", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const text = readFileSync("CONTRIBUTING.md", "utf8");
  const run = [...text.matchAll(/npm (?:run )?(start|test|[\w:]+)/g)].map(([, name = ""]) => name);

  expect(run.length).toBeGreaterThan(3);
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
});

test("CONTRIBUTING.md fits one screen of forty lines of text and a table", () => {
  expect(readFileSync("CONTRIBUTING.md", "utf8").split("\n").length).toBeLessThanOrEqual(60);
});
