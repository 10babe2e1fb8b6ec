import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demandWritable, lockState, UnusableHome } from "../../../local/start/home.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kartu-home-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder that is not there is made, and nothing is left in it", () => {
  const home = join(folder, "a", "b");

  demandWritable(home);

  expect(existsSync(home)).toBe(true);
  expect(readdirSync(home)).toEqual([]);
});

test("a folder that cannot be made is told in one sentence", () => {
  writeFileSync(join(folder, "file"), "");
  const home = join(folder, "file", "home");

  expect(() => demandWritable(home)).toThrow(UnusableHome);
  expect(() => demandWritable(home)).toThrow(
    `The folder ${home} cannot be written to: choose another with npm start -- --home FOLDER.`,
  );
});

test("one start has a folder, a second one is told so, and a start that is gone holds nothing", () => {
  const inAnotherProcess = () =>
    spawnSync(
      process.execPath,
      [
        "-e",
        `import(${JSON.stringify(import.meta.resolve("../../../local/start/home.ts"))})
          .then(({ lockState }) => lockState(${JSON.stringify(folder)}))
          .catch((error) => { console.error(error.message); process.exit(1); })`,
      ],
      { encoding: "utf8" },
    );

  expect(inAnotherProcess().status).toBe(0);
  lockState(folder);
  const second = inAnotherProcess();

  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`The product is running in ${folder} already: stop it first,`);
});
