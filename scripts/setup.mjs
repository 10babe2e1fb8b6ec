/**
 * Every npm script starts here: `node scripts/setup.mjs FILE [ARGUMENTS]`. It installs the versions of the lockfiles if they are
 * missing, then runs FILE under the Node of Lambda (the npm package `node`), whatever Node npm uses. It is plain JavaScript,
 * because an older Node may read it.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const mark = join(root, "node_modules", ".installed");
/** Who is installing. */
const turn = join(root, "dist", ".installing");
const oldestNode = [20, 19];

process.chdir(root);
const callers = callersOf();
checkNode();
if (readIfThere(mark) !== lockHash()) await installOnce();
run(process.argv.slice(2));

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(
    `Node ${process.versions.node} is too old to set this up: install Node ${oldestNode.join(".")} or newer.`,
  );
}

/** A hash of lockfile and platform: an installation is right only for both. */
function lockHash() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8").replaceAll("\r\n", "\n");
  return createHash("sha256").update(`${process.platform} ${process.arch}\n${lock}`).digest("hex");
}

/** Two at once would take each other's packages away: the second waits for the first, and installs only if that one failed. */
async function installOnce() {
  for (let isTold = false; !takesTurn(); isTold = true) {
    if (!isTold) console.log("Another command is installing packages: waiting for it …");
    await setTimeout(500);
  }
  try {
    if (readIfThere(mark) !== lockHash()) install();
  } finally {
    rmSync(turn, { force: true });
  }
}

/** @returns whether nobody else is installing: the file names who does, and one that has ended counts no more */
function takesTurn() {
  const other = Number(readIfThere(turn));
  if (other > 0 && isAlive(other)) return false;
  try {
    mkdirSync(dirname(turn), { recursive: true });
    rmSync(turn, { force: true });
    writeFileSync(turn, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    return fail(firstCause({ error }));
  }
}

function install() {
  console.log("Installing packages (a minute or two, once) …");
  npm("ci", "--loglevel=error", "--no-audit", "--no-fund", "--no-progress");
  for (const step of [join("infra", "install-layers.ts"), join("local", "start", "prepare.ts")]) {
    const result = spawnSync(pinnedNode(), [step], { encoding: "utf8" });
    if (result.status !== 0) fail(firstCause(result));
  }
  try {
    writeFileSync(mark, lockHash());
  } catch (error) {
    fail(firstCause({ error }));
  }
}

/** Runs the script of npm itself, so that it needs no shell and no npm.cmd on Windows. */
function npm(...args) {
  const script = process.env.npm_execpath;
  if (!script) fail("Start this through npm: npm start, npm test, npm run check.");
  // process.execPath may be the Node inside node_modules, which npm is about to replace.
  const result = spawnSync(process.env.npm_node_execpath ?? process.execPath, [script, ...args], {
    encoding: "utf8",
  });
  if (result.status !== 0) fail(firstCause(result));
}

/** One sentence for failures that the user can mend. */
function firstCause({ stdout, stderr, error }) {
  const text = `${error ?? ""}${stdout ?? ""}${stderr ?? ""}`;
  if (/ENOSPC/.test(text)) return "The disk is full: free about 2 GB and start again.";
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(text)) {
    return "The packages could not be fetched: check the network connection and start again.";
  }
  if (/EROFS|EACCES|EPERM/.test(text)) {
    return "The folder of this project cannot be written to: start from a copy that can.";
  }
  return `The packages could not be installed:\n${text.trim()}`;
}

function pinnedNode() {
  const node = join(
    root,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (!existsSync(node)) fail("The pinned Node is missing: delete node_modules and start again.");
  return node;
}

function run([file, ...args]) {
  // Through the channel the child notices the end of this process, in whatever way it ends.
  const child = spawn(pinnedNode(), [file, ...args], { stdio: [0, 1, 2, "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  const watch = setInterval(() => {
    if (!callers.every(isAlive)) child.kill("SIGTERM");
  }, 500);
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

/**
 * The shell in which npm runs a script, and npm. A signal to npm alone ends npm but not the script. Without npm there is nobody
 * to watch. @returns process ids
 */
function callersOf() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return [];
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(process.ppid)], {
    encoding: "utf8",
  });
  const npm = Number(stdout);
  return [process.ppid, npm].filter((pid) => pid > 1);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
