/** Whole processes, measured from their launch to the answer a visitor waits for. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../local/start/free-ports.ts";

const root = join(import.meta.dirname, "..", "..");

/** Milliseconds until `npm start`'s own process has pages, an API and accounts. @param home keeps state, and may hold some */
export async function startProduct(home: string): Promise<number> {
  const port = await findFreePort();
  const site = `http://localhost:${port}`;
  return measure(
    [join("local", "start.ts"), "--home", home, "--port", String(port)],
    async (child) => {
      await Promise.all([
        printed(child, `${site}/masuk`),
        answers(child, `${site}/masuk`),
        answers(child, `${site}/api/session/captcha`),
      ]);
    },
  );
}

/** Milliseconds until a Node that does nothing but serve answers: what no product can undercut. */
export async function startBareServer(): Promise<number> {
  const port = await findFreePort();
  const server = `require("node:http").createServer((_, answer) => answer.end()).listen(${port})`;
  return measure(["--eval", server], (child) => answers(child, `http://localhost:${port}/`));
}

async function measure(
  args: readonly string[],
  isReady: (child: ChildProcess) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  try {
    await isReady(child);
    return performance.now() - startedAt;
  } finally {
    child.kill("SIGTERM");
    await exited;
  }
}

/** Resolves when the address answers with 200. @throws Error when the child is gone before */
async function answers(child: ChildProcess, address: string): Promise<void> {
  while (!(await isAnswered(address))) {
    if (child.exitCode !== null) throw new Error(`It stopped before ${address} answered.`);
    await sleep(10);
  }
}

async function isAnswered(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function printed(child: ChildProcess, text: string): Promise<void> {
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    if (output.includes(text)) return;
  }
  throw new Error(`It stopped before it was ready:\n${output}`);
}
