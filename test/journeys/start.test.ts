import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCloud } from "../../local/cloud/cloud.ts";
import { demoPeople } from "../../local/demo/people.ts";
import { findFreePort } from "../../local/start/free-ports.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { solve } from "../support/solve-captcha.ts";

/** `npm start` after set-up: the real entry, in folders of its own. */
describe("npm start", () => {
  let folder: string;
  let home: string;
  let port: number;
  const started: Entry[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kartu-entry-"));
    home = join(folder, "home");
    port = await findFreePort();
  });
  afterAll(async () => {
    for (const entry of started) await entry.end("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const npmStart = (...args: string[]): Entry => {
    const temporary = join(folder, "tmp");
    mkdirSync(temporary, { recursive: true });
    const entry = new Entry(["--home", home, ...args], temporary);
    started.push(entry);
    return entry;
  };

  test.each([["--port", "0"], ["--port", "abc"], ["--reste"]])(
    "%s %s is refused in one sentence",
    async (...args) => {
      const entry = npmStart(...args);

      expect(await entry.exitCode()).toBe(1);
      expect(entry.complaint).toMatch(/^[^\n]*--port[^\n]+\.\n$/);
      expect(existsSync(home)).toBe(false);
    },
  );

  test.each([0, 1, 2])(
    "a taken port (the %dth after the site's) is told in one sentence",
    async (i) => {
      const neighbour = await listenOn(port + i);

      const entry = npmStart("--port", String(port));

      expect(await entry.exitCode()).toBe(1);
      expect(entry.complaint).toBe(
        `Port ${port}, ${port + 1} or ${port + 2} is taken: choose another with npm start -- --port ${port + 10}.\n`,
      );
      neighbour.close();
    },
  );

  test("state survives a kill; --ephemeral leaves it alone, and nothing behind; --reset begins anew", async () => {
    const first = npmStart("--port", String(port));
    await first.isReady();
    await askForResetMail(`http://localhost:${port}`);
    await expect.poll(() => mailsAt(port + 1)).toHaveLength(1);
    const [mail] = await mailsAt(port + 1);
    await first.end("SIGKILL");

    const ephemeral = npmStart("--port", String(port), "--ephemeral");
    await ephemeral.isReady();
    expect(await mailsAt(port + 1)).toEqual([]);
    expect(await ephemeral.end("SIGTERM")).toBe(0);
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);

    const second = npmStart("--port", String(port));
    await second.isReady();
    // Killed half-way, the request mails a second code: it is delivered at least once.
    expect(await mailsAt(port + 1)).toContain(mail);
    expect(await second.end("SIGTERM")).toBe(0);

    const anew = npmStart("--port", String(port), "--reset");
    await anew.isReady();
    expect(await mailsAt(port + 1)).toEqual([]);
    expect(await anew.end("SIGTERM")).toBe(0);
    // Four starts of the product, one after the other.
  }, 240_000);

  test("a start that fails half-way closes its store and gives its ports back", async () => {
    const neighbour = await listenOn(port);
    const directory = join(folder, "half-way");
    const sitePort = port + 1;
    const assembly = join(home, "assembly");
    const begun = startCloud({
      ...{ directory, assembly, sitePort, extraPort: port, log: () => undefined },
      extraRoutes: (_, response) => response.end(),
    });

    await expect(begun).rejects.toThrow("EADDRINUSE");

    (await listenOn(sitePort)).close();
    // SQLite takes this file away when the last connection is closed.
    expect(readdirSync(directory).filter((file) => file.endsWith("-wal"))).toEqual([]);
    neighbour.close();
  });
});

/** One run of the entry, with what it says. */
class Entry {
  readonly #process: ChildProcess;
  #output = "";
  complaint = "";

  /** @param temporary the folder it takes for the system's temporary one */
  constructor(args: readonly string[], temporary: string) {
    this.#process = spawn(process.execPath, [join("local", "start.ts"), ...args], {
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    });
    this.#process.stdout?.on("data", (data) => {
      this.#output += data;
    });
    this.#process.stderr?.on("data", (data) => {
      this.complaint += data;
    });
  }

  async isReady(): Promise<void> {
    while (!this.#output.includes("Kotak surat")) {
      if (this.#hasEnded) throw new Error(`It ended: ${this.complaint}`);
      await sleep(50);
    }
  }

  async exitCode(): Promise<number | null> {
    if (!this.#hasEnded) await once(this.#process, "close");
    return this.#process.exitCode;
  }

  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    this.#process.kill(signal);
    return this.exitCode();
  }

  get #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }
}

const newcomer = demoPeople().find(({ role }) => role?.startsWith("Baru"))?.employee;

/** What somebody does who wants to activate an account: it ends with a mail. */
async function askForResetMail(siteUrl: string): Promise<void> {
  const visitor = new HttpHolder(siteUrl);
  const challenge = await (await visitor.send("GET", "/api/session/captcha")).json();
  await visitor.send("POST", "/api/session/reset", {
    nip: newcomer?.nip,
    captcha: solve(challenge),
  });
  await visitor.send("POST", "/api/session/reset/email", { email: newcomer?.email });
}

/** The mails that the newcomer finds in the demo's mailbox, as they stand there. */
async function mailsAt(consolePort: number): Promise<string[]> {
  const page = await (await fetch(`http://localhost:${consolePort}/mailbox`)).text();
  const mails = page.match(/<article>.*?<\/article>/gs) ?? [];
  return mails.filter((mail) => mail.includes(newcomer?.email ?? "nobody"));
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
