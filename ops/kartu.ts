/** `npx kartu COMMAND …`: what operators do by hand, with their own credentials. See docs/operations.md. */
import { type Command, UsageError } from "./command.ts";

/** Each command is loaded only when it is called, because it imports much. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  akun: async () => (await import("./akun.ts")).akun,
  backfill: async () => (await import("./backfill.ts")).backfill,
  init: async () => (await import("./init.ts")).init,
  instansi: async () => (await import("./instansi.ts")).instansi,
  kunci: async () => (await import("./kunci.ts")).kunci,
  pemeliharaan: async () => (await import("./pemeliharaan.ts")).pemeliharaan,
  peran: async () => (await import("./peran.ts")).peran,
  rujukan: async () => (await import("./rujukan.ts")).rujukan,
};

const commandList = `Commands: ${Object.keys(commands).join(", ")}. More of one: npx kartu COMMAND --help`;

/** @throws UsageError saying which commands there are, or how the one is called */
export async function runCommand(
  [name, ...args]: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  if (name === "--help") return print(commandList);
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(commandList);
  const command = await load();
  if (args.includes("--help")) return print(command.usage);
  try {
    await command.run(args, print);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error))
      throw new UsageError(`${error.message}\nHow it is called: npx kartu ${name} --help`);
    throw error;
  }
}

/** Whether an option is unknown or has no value. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));
}

if (import.meta.main) {
  try {
    await runCommand(process.argv.slice(2), console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
