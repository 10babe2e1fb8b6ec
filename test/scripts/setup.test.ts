import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

/** A bare clone: nothing is installed in it. */
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "kartu-clone-"));
  mkdirSync(join(clone, "scripts"));
  copyFileSync(join("scripts", "setup.mjs"), join(clone, "scripts", "setup.mjs"));
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

test("while another command installs, it waits, and takes what that one installed", async () => {
  const child = join(clone, "child.mjs");
  writeFileSync(child, 'console.log("done");');
  mkdirSync(join(clone, "dist"));
  // This process is alive, and ends its turn below.
  const turn = join(clone, "dist", ".installing");
  writeFileSync(turn, String(process.pid));
  const second = spawn(process.execPath, [join(clone, "scripts", "setup.mjs"), child]);
  let said = "";
  second.stdout.on("data", (part) => {
    said += String(part);
  });
  await expect.poll(() => said).toContain("Another command is installing packages");
  expect(said).not.toContain("done");

  pretendInstalled();
  rmSync(turn);

  await expect.poll(() => said).toContain("done");
  expect(existsSync(turn)).toBe(false);
});

test("a turn whose command was killed is taken over", () => {
  mkdirSync(join(clone, "dist"));
  const { pid = 0 } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(join(clone, "dist", ".installing"), String(pid));

  const { status, stderr } = setUp([]);

  expect({ status, stderr: stderr.trim() }).toEqual({
    status: 1,
    stderr: "Start this through npm: npm start, npm test, npm run check.",
  });
});

test.each([["SIGTERM"], ["SIGHUP"], ["SIGKILL"]] as const)(
  "%s to npm leaves nothing running",
  async (signal) => {
    const mark = join(clone, "child.pid");
    const child = join(clone, "child.mjs");
    writeFileSync(
      child,
      `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(mark)}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    pretendInstalled();
    // npm's place: it starts a shell, which starts the script, and passes nothing on.
    const script = `"${process.execPath}" "${join(clone, "scripts", "setup.mjs")}" "${child}"; true`;
    const npm = spawn("sh", ["-c", `sh -c '${script}'; true`], {
      env: { ...process.env, npm_lifecycle_event: "start" },
      stdio: "ignore",
    });
    await expect.poll(() => existsSync(mark)).toBe(true);
    const pid = Number(readFileSync(mark, "utf8"));

    npm.kill(signal);

    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);

test("a script that watches for the end of npm ends when its work is done", () => {
  const child = join(clone, "child.mjs");
  const caller = pathToFileURL(join("local", "start", "caller.ts"));
  writeFileSync(
    child,
    `import { whenCallerIsGone } from "${caller}"; whenCallerIsGone(() => process.exit(3)); console.log("done");`,
  );
  pretendInstalled();

  const { status, signal, stdout } = spawnSync(
    process.execPath,
    [join(clone, "scripts", "setup.mjs"), child],
    { encoding: "utf8", timeout: 20_000 },
  );

  expect({ status, signal, stdout }).toEqual({ status: 0, signal: null, stdout: "done\n" });
});

test.each([["EROFS"], ["EACCES"]])(
  "a folder that npm cannot write to (%s) is one sentence",
  (code) => {
    const npm = join(clone, "npm.cjs");
    writeFileSync(npm, `console.error("npm error code ${code}"); process.exitCode = 1;`);

    const { status, stderr } = setUp([], {
      npm_execpath: npm,
      npm_node_execpath: process.execPath,
    });

    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 1,
      stderr: "The folder of this project cannot be written to: start from a copy that can.",
    });
  },
);

/** A mark as setup.mjs leaves it, and a pinned Node. */
function pretendInstalled(): void {
  const bin = join(clone, "node_modules", "node", "bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, "node"));
  const made = createHash("sha256").update(`${process.platform} ${process.arch}\n{}`).digest("hex");
  writeFileSync(join(clone, "node_modules", ".installed"), made);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function setUp(nodeOptions: string[], npm: Record<string, string> = {}) {
  const { npm_execpath: _, ...env } = process.env;
  const args = [...nodeOptions, join(clone, "scripts", "setup.mjs"), "start.ts"];
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...env, ...npm } });
}
