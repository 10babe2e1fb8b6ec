import * as z from "zod";
import type { LogLine } from "../../cloud/lambda/function-log.ts";
import { type ConsolePage, escapeHtml, table, timeText } from "./page.ts";

/** What the console reads of a line, whoever wrote it: our logger or the platform. */
const lineSchema = z.looseObject({
  timestamp: z.string().optional(),
  level: z.string().optional(),
  message: z.unknown().optional(),
  requestId: z.string().optional(),
  reference: z.string().optional(),
});

interface ReadLine extends LogLine {
  readonly line: z.output<typeof lineSchema>;
}

const newest = 200;

/** What the functions said of their work: one dot-name for each event. */
export function eventsPage(logs: () => readonly LogLine[]): ConsolePage {
  const body = () => {
    const events = read(logs()).filter(({ line }) => typeof line.message === "string");
    const rows = events
      .slice(-newest)
      .reverse()
      .map(({ functionName, text, line }) => [
        timeText(line.timestamp ?? 0),
        escapeHtml(functionName),
        escapeHtml(String(line.message)),
        details(text),
      ]);
    const heads = ["Waktu", "Fungsi", "Peristiwa", "Baris log"];
    return rows.length > 0 ? table("Peristiwa", heads, rows) : "<p>Belum ada peristiwa.</p>";
  };
  return { path: "/events", title: "Peristiwa", isLive: true, body };
}

/** All that was logged for the request behind a reference code, the one that a page shows with an error. */
export function logsPage(logs: () => readonly LogLine[]): ConsolePage {
  const body = (query: URLSearchParams) => {
    const reference = (query.get("rujukan") ?? "").trim().toUpperCase();
    const form = `<form method="get"><p><label>Kode rujukan<br><input name="rujukan" value="${escapeHtml(reference)}" placeholder="K7Q2-M9XB" autocomplete="off"></label><button>Cari</button></p></form>`;
    return reference ? `${form}${found(read(logs()), reference)}` : form;
  };
  return { path: "/logs", title: "Log", isLive: false, body };
}

function found(lines: readonly ReadLine[], reference: string): string {
  const requests = new Set(
    lines.flatMap(({ line }) => (line.reference === reference ? (line.requestId ?? []) : [])),
  );
  const ofIt = lines.filter(
    ({ line }) => line.reference === reference || (line.requestId && requests.has(line.requestId)),
  );
  if (ofIt.length === 0)
    return `<p role="status">Tidak ada log dengan kode ${escapeHtml(reference)} sejak awan ini dinyalakan.</p>`;
  const items = ofIt.map(
    ({ functionName, text }) =>
      `<article><h2>${escapeHtml(functionName)}</h2><pre>${escapeHtml(pretty(text))}</pre></article>`,
  );
  return `<p role="status">${ofIt.length} baris.</p>${items.join("")}`;
}

function read(logs: readonly LogLine[]): ReadLine[] {
  return logs.flatMap((each) => {
    const { success, data } = lineSchema.safeParse(parsed(each.text));
    return success ? [{ ...each, line: data }] : [];
  });
}

function details(text: string): string {
  return `<details><summary>Buka</summary><pre>${escapeHtml(pretty(text))}</pre></details>`;
}

function pretty(text: string): string {
  return JSON.stringify(parsed(text) ?? text, undefined, 2);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
