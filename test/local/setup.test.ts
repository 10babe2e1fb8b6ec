import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A bare clone: nothing is installed in it. */
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "kartu-clone-"));
  mkdirSync(join(clone, "local"));
  copyFileSync(join("local", "setup.mjs"), join(clone, "local", "setup.mjs"));
  writeFileSync(join(clone, "package-lock.json"), "{}");
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

test("a Node that is too old is told which one to install", () => {
  const old = `Object.defineProperty(process, "versions", { value: { node: "18.20.1" } })`;

  const { status, stderr } = setUp(["--import", `data:text/javascript,${old}`]);

  expect({ status, stderr: stderr.trim() }).toEqual({
    status: 1,
    stderr: "Node 18.20.1 is too old to set this up: install Node 20.19 or newer.",
  });
});

test.each([
  ["npm error code ENOSPC", /^The disk is full: [^\n]+\.$/],
  ["npm error code ENOTFOUND", /^The packages could not be fetched: check the network[^\n]+\.$/],
])("when npm says %j, one sentence says what to do", (complaint, sentence) => {
  const npm = join(clone, "npm.cjs");
  writeFileSync(npm, `console.error(${JSON.stringify(complaint)}); process.exitCode = 1;`);

  const { status, stderr } = setUp([], { npm_execpath: npm, npm_node_execpath: process.execPath });

  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(sentence);
});

test("started without npm, it says how to start it", () => {
  const { status, stderr } = setUp([]);

  expect(status).toBe(1);
  expect(stderr.trim()).toBe("Start this through npm: npm start, npm test, npm run check.");
});

function setUp(nodeOptions: string[], npm: Record<string, string> = {}) {
  const { npm_execpath: _, ...env } = process.env;
  const args = [...nodeOptions, join(clone, "local", "setup.mjs"), "start.ts"];
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...env, ...npm } });
}
