import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import * as z from "zod";
import { UnusableHome } from "./home.ts";
import { ownAddresses } from "./own-addresses.ts";

export interface StartOptions {
  /** Deletes the stored state first. */
  readonly reset: boolean;
  /** Stores nothing: the state ends with the process. */
  readonly ephemeral: boolean;
  /** The seed by which events come late, twice and out of order, as they may on AWS; undefined without faults. */
  readonly faults: string | undefined;
  /** Of the site; mailbox and codes are at the next one, the services at the one after. */
  readonly port: number;
  /** The folder for state and for what is built. */
  readonly home: string;
  /** An address of this machine at which the network reaches the site; undefined for this machine only. */
  readonly host: string | undefined;
  /** Follows the sources: changes are built and served. */
  readonly watch: boolean;
}

/** The command line cannot be followed; the message says why in one sentence. */
class UnusableOption extends Error {}

/** The site's, the dev console's and the services' ports: one after the other, and the same after a restart. */
export function portsOf({ port }: Pick<StartOptions, "port">) {
  return { sitePort: port, extraPort: port + 1, endpointPort: port + 2 };
}

const highestPort = 65_533;

/** @throws UnusableOption */
export function readOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > highestPort) {
    throw new UnusableOption(
      `--port takes a number from 1 to ${highestPort}, not ${values.port || "nothing"}.`,
    );
  }
  const { reset, ephemeral, home, host, watch } = values;
  const faults = faultsOf(values);
  const own = ownAddresses();
  if (host !== undefined && !own.includes(host) && !isLoopback(host)) {
    throw new UnusableOption(
      `--host takes an address of this machine, ${own.join(" or ")}, not ${host || "nothing"}.`,
    );
  }
  return { reset, ephemeral, faults, port, home, host, watch };
}

/** @returns the seed of the faults that were asked for. @throws UnusableOption */
function faultsOf({ faults, seed }: { faults: boolean; seed?: string }): string | undefined {
  if (faults) return seed ?? String(randomInt(1_000_000));
  if (seed === undefined) return undefined;
  throw new UnusableOption("--seed goes with --faults: without faults there is nothing to draw.");
}

function isLoopback(host: string): boolean {
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        reset: { type: "boolean", default: false },
        ephemeral: { type: "boolean", default: false },
        faults: { type: "boolean", default: false },
        seed: { type: "string" },
        port: { type: "string", default: "3000" },
        home: { type: "string", default: ".kartu" },
        host: { type: "string" },
        watch: { type: "boolean", default: false },
      },
    }).values;
  } catch {
    throw new UnusableOption(
      `npm start takes --reset, --ephemeral, --faults, --seed TEXT, --port NUMBER, --home FOLDER and --host ADDRESS, not ${args.join(" ")}.`,
    );
  }
}

/** One sentence for failures that the user can mend; other errors stay as they are. */
export function explain(error: unknown, { port }: Pick<StartOptions, "port">): string {
  return (
    sentenceOf(error, { port }) ??
    (error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}

/** @returns undefined for other failures */
export function sentenceOf(
  error: unknown,
  { port }: Pick<StartOptions, "port">,
): string | undefined {
  if (error instanceof UnusableOption || error instanceof UnusableHome) return error.message;
  return causesOf(error)
    .map(sentenceFor(port))
    .find((sentence) => sentence !== undefined);
}
/** The error and its causes, because a full disk is often found while something larger is done. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [];
  const several = error instanceof AggregateError ? error.errors : [];
  return [error, ...causesOf(error.cause), ...several.flatMap(causesOf)];
}

/** SQLite's own numbers, https://sqlite.org/rescode.html; node:sqlite gives all its errors the same code. */
const sqliteCodes: Readonly<Record<number, string>> = { 8: "EROFS", 13: "ENOSPC", 14: "EACCES" };

/** What of an error tells where it comes from; anything may be thrown. */
const told = z.object({
  code: z.string().optional().catch(undefined),
  errcode: z.number().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

const sentenceFor =
  (port: number) =>
  (cause: unknown): string | undefined => {
    const { code, errcode = 0, message = "" } = told.safeParse(cause).data ?? {};
    // Compilers and a client of the embedded cloud repeat only the system's text.
    const passedOn = /ENOSPC|no space left on device/i.test(message) ? "ENOSPC" : code;
    switch (sqliteCodes[errcode] ?? passedOn) {
      case "EADDRINUSE":
        return `Port ${port}, ${port + 1} or ${port + 2} is taken: choose another with npm start -- --port ${port + 10}.`;
      case "ENOSPC":
        return "The disk is full: free some space and start again; what was saved is kept.";
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return "The folder of this project cannot be written to: start from a copy that can.";
      default:
        return undefined;
    }
  };
