import { parseArgs } from "node:util";

export interface StartOptions {
  /** Throws the kept state away first. */
  readonly reset: boolean;
  /** Keeps nothing: state goes with the process. */
  readonly ephemeral: boolean;
  /** Of the site; mailbox and codes are at the next one. */
  readonly port: number;
  /** The folder for state and for what is built. */
  readonly home: string;
}

/** @throws Error saying in one sentence what is wrong with the command line */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reset: { type: "boolean", default: false },
      ephemeral: { type: "boolean", default: false },
      port: { type: "string", default: "3000" },
      home: { type: "string", default: ".kartu" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(`--port takes a number from 1 to 65534, not ${values.port}.`);
  }
  return { reset: values.reset, ephemeral: values.ephemeral, port, home: values.home };
}

/** One sentence for the failures a person can do something about; anything else as it is. */
export function explain(error: unknown, { port }: Pick<StartOptions, "port">): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} or ${port + 1} is taken: choose another with npm start -- --port ${port + 10}.`;
    case "ENOSPC":
    case "ERR_SQLITE_FULL":
      return "The disk is full: free some space and start again; what was saved is kept.";
    case "EACCES":
    case "EROFS":
      return "The folder of this project cannot be written to: start from a copy that can.";
    default:
      return error instanceof Error && message ? (error.stack ?? message) : String(error);
  }
}
