import { parseArgs } from "node:util";
import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import { type Command, UsageError } from "./command.ts";

export const rujukan: Command = {
  usage: `kartu rujukan KODE [--hari 7] [--log Kartu-Service]

Apa yang tercatat di log tentang permintaan di balik kode rujukan, misalnya K7Q2-M9XB, yang ditampilkan halaman bersama galat:
fungsi, waktu, rute, kode galat, dan id kita sendiri. --hari: berapa hari ke belakang dicari, paling banyak 400, selama log
disimpan; --log: awal nama grup log.`,

  async run(args, print) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        hari: { type: "string", default: "7" },
        log: { type: "string", default: "Kartu-Service" },
      },
    });
    const [text = "", ...others] = positionals;
    if (others.length > 0) throw new UsageError("Sebut satu kode.");
    const reference = readReference(text);
    const days = readDays(values.hari);
    const logs = new CloudWatchLogsClient();
    const startTime = Date.now() - days * 86_400_000;
    const groups = await groupsOf(logs, values.log);
    if (groups.length === 0)
      throw new UsageError(`Tidak ada log yang namanya berawal ${values.log}.`);
    let found = 0;
    for (const group of groups) {
      const events = await requestsIn(logs, { group, startTime, reference });
      for (const event of events) print(describe(group, event));
      found += events.length;
    }
    if (found === 0) print(`Log ${days} hari terakhir tidak memuat ${reference}.`);
  },
};

/**
 * In the symbols of `referenceOf` (shared/http/problem.ts). It has no I, L, O or U; people mistype
 * those, the dash and the case.
 */
function readReference(text: string): string {
  const symbols = text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (symbols.length !== 8)
    throw new UsageError("Kode terdiri dari delapan huruf dan angka: K7Q2-M9XB.");
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0 && days <= 400) return days;
  throw new UsageError("--hari: bilangan bulat dari 1 sampai 400.");
}

async function groupsOf(logs: CloudWatchLogsClient, logGroupNamePrefix: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { logGroups = [] } of paginateDescribeLogGroups(
    { client: logs },
    { logGroupNamePrefix },
  ))
    for (const { logGroupName } of logGroups) if (logGroupName) names.push(logGroupName);
  return names;
}

interface Search {
  readonly group: string;
  readonly startTime: number;
  readonly reference: string;
}

/** The lines with the code, and all others of the same requests within the time a request can take. */
async function requestsIn(
  logs: CloudWatchLogsClient,
  { group, startTime, reference }: Search,
): Promise<FilteredLogEvent[]> {
  const named = await filter(logs, {
    logGroupName: group,
    filterPattern: `{ $.reference = "${reference}" }`,
    startTime,
  });
  const requests = new Map(named.map((event) => [read(event).requestId, event.timestamp ?? 0]));
  const all: FilteredLogEvent[] = [];
  for (const [requestId, at] of requests) {
    if (!requestId) continue;
    all.push(
      ...(await filter(logs, {
        logGroupName: group,
        filterPattern: `{ $.requestId = "${requestId}" }`,
        startTime: at - longestRequestMs,
        endTime: at + longestRequestMs,
      })),
    );
  }
  return requests.size > 0 && all.length === 0 ? named : all;
}

/** An API's function ends after at most 15 s. */
const longestRequestMs = 60_000;

async function filter(
  logs: CloudWatchLogsClient,
  input: { logGroupName: string; filterPattern: string; startTime: number; endTime?: number },
): Promise<FilteredLogEvent[]> {
  const found: FilteredLogEvent[] = [];
  for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, input))
    found.push(...events);
  return found;
}

/** What is shown of a line, and nothing else: ids of ours, never a hash of a person or network. */
const shown = z.object({
  message: z.string().optional().catch(undefined),
  level: z.string().optional(),
  requestId: z.string().optional(),
  route: z.string().optional(),
  method: z.string().optional(),
  status: z.number().optional(),
  code: z.string().optional(),
  outcome: z.string().optional(),
  error: z.string().optional(),
  at: z.string().optional(),
  cause: z.string().optional(),
  awsRequestId: z.string().optional(),
  durationMs: z.number().optional(),
  employeeId: z.string().optional(),
  photoId: z.string().optional(),
});

function read({ message = "{}" }: FilteredLogEvent): z.infer<typeof shown> {
  return shown.safeParse(JSON.parse(message)).data ?? {};
}

function describe(group: string, event: FilteredLogEvent): string {
  const { message = "", ...fields } = read(event);
  const time = new Date(event.timestamp ?? 0).toISOString();
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `${time} ${group}\n  ${message} ${rest.join(" ")}`;
}
