/** The file with all data of a person: a page that any browser opens, with the same data as JSON in it. */
import type { OwnDataAnswer } from "#shared/own-data/own-data-answer.ts";
import { deviceText, placeText } from "../account/origin-text.ts";
import { language } from "../language.ts";
import { account } from "../messages/account.ts";
import { card } from "../messages/card.ts";
import { cardWords } from "../messages/card-words.ts";
import { letterWords } from "../messages/letter-words.ts";
import { officer } from "../messages/officer.ts";
import { ownDataFile as text } from "../messages/own-data-file.ts";
import { photoFaults } from "../messages/photo-faults.ts";
import { recordFields } from "../messages/record-fields.ts";
import { scans } from "../messages/scans.ts";
import { fieldName, valueText } from "../officer/value-text.ts";
import { changeText, requestText } from "./request-text.ts";

type Row = readonly [term: string, value: string | number | undefined];
type Instant = (iso: string) => string;

const { words, sections } = text;
const { photoFields } = text;
const warnings: Readonly<Record<string, string>> = text.warnings;
const notices: Readonly<Record<string, string>> = cardWords.notification;

/** @param instantText tells an instant in the agency's zone */
export function ownDataFile(data: OwnDataAnswer, instantText: Instant): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(text.title)}</title><style>body{font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-top:1px solid #bbb;padding:.25rem .5rem;overflow-wrap:anywhere}th{width:16rem;font-weight:normal}</style>`;
  const begin = `<h1>${escaped(text.title)}</h1><p>${escaped(`${text.made}: ${instantText(data.madeAt)}`)}</p><p>${escaped(text.about)}</p>`;
  // "<" could end the script; in JSON it has another spelling.
  const json = JSON.stringify(data, undefined, 1).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${begin}${partsOf(data, instantText).join("")}<script type="application/json" id="data">${json}</script></body></html>`;
}

/** Long: one entry for each part. */
function partsOf(data: OwnDataAnswer, instantText: Instant): readonly string[] {
  return [
    part(sections.record, recordRows(data, instantText)),
    part(sections.card, [...cardRows(data, instantText), ...reviewRows(data, instantText)]),
    part(sections.account, accountRows(data, instantText)),
    part(
      sections.sessions,
      data.sessions.map(({ beganAt, origin }) => [
        instantText(beganAt),
        origin && [deviceText(origin), placeText(origin)].filter(Boolean).join(", "),
      ]),
    ),
    part(
      sections.roles,
      data.roles.map(({ grantedAt, role, unitKerja }) => [
        instantText(grantedAt),
        [role, unitKerja].filter(Boolean).join(", "),
      ]),
    ),
    ...[...oldReports(data, instantText), ...leaveOf(data), ...attendanceOf(data, instantText)],
    ...lettersOf(data, instantText),
    list(sections.requests, data.requests, (request) => [
      instantText(request.since),
      requestText(request),
    ]),
    list(sections.readings, data.readings, ({ at, by, purpose }) => [
      instantText(at),
      `${officer.actions[purpose]}, ${officer.actors[by]}`,
    ]),
    list(sections.scans, data.scans, ({ at, ...scan }) => [instantText(at), scanText(scan)]),
    list(sections.changes, data.changes, ({ at, by, action, changes }) => [
      instantText(at),
      [`${officer.actions[action]}, ${officer.actors[by]}`, ...changes.map(changeText)].join("; "),
    ]),
    list(sections.events, data.events, ({ at, by, action }) => [
      instantText(at),
      `${account.history.actions[action]}, ${account.history.by[by]}`,
    ]),
    list(sections.notices, data.notices, ({ at, code }) => [instantText(at), notices[code]]),
  ];
}

function recordRows(data: OwnDataAnswer, instantText: Instant): Row[] {
  return [
    ...data.record.map(({ field, value }): Row => [fieldName(field), valueText(field, value)]),
    ...data.formerNips.map(
      ({ nip, until }): Row => [words.formerNip, `${nip} (${instantText(until)})`],
    ),
    [words.id, data.id],
    [words.registeredAt, data.registeredAt && instantText(data.registeredAt)],
    [words.revision, data.revision],
    [words.updatedAt, instantText(data.updatedAt)],
  ];
}

function cardRows({ card: own, photo }: OwnDataAnswer, instantText: Instant): Row[] {
  return [
    [words.status, card.status[own.status]],
    [words.serial, own.serial],
    [words.issuedOn, own.issuedOn],
    [words.checkCode, own.checkCode],
    [words.qrGeneration, own.qrGeneration],
    [recordFields.qrPausedAt, own.qrPausedAt && instantText(own.qrPausedAt)],
    [recordFields.nipOpenUntil, own.nipOpenUntil && instantText(own.nipOpenUntil)],
    [words.photo, photo?.id],
    [words.digest, photo?.digest],
    [words.smallDigest, photo?.smallDigest],
  ];
}

function reviewRows({ photoReview }: OwnDataAnswer, instantText: Instant): Row[] {
  if (!photoReview) return [];
  const { state, at, causes, warned, faults = [], note, until } = photoReview;
  return [
    [text.review, `${text.reviewStates[state]} (${instantText(at)})`],
    [text.causes, causes.map((cause) => text.reviewCauses[cause]).join("; ")],
    [photoFields.photoWarned, warned.map((rule) => warnings[rule] ?? rule).join("; ")],
    [photoFields.photoFaults, faults.map((fault) => photoFaults.fixes[fault]).join(" ")],
    [photoFaults.note, note],
    [photoFields.photoUntil, until && instantText(until)],
  ];
}

function accountRows({ account: own, contact }: OwnDataAnswer, instantText: Instant): Row[] {
  const { registeredAt, name } = own.authenticator ?? {};
  const waits = (change: typeof contact.change): Row => [
    words.waiting,
    change && `${change.to} (${instantText(change.effectiveFrom)})`,
  ];
  return [
    [words.state, own.state],
    [
      words.authenticator,
      [name, registeredAt && instantText(registeredAt)].filter(Boolean).join(", "),
    ],
    [words.recoveryCodesLeft, own.recoveryCodesLeft],
    waits(contact.change),
    waits(contact.phoneChange),
  ];
}

/** Only of who has some: they are of before reports were requests. */
function oldReports({ oldReports: reports }: OwnDataAnswer, instantText: Instant): string[] {
  if (reports.length === 0) return [];
  const rows = reports.map(({ field, stood, right, reportedAt, answer }): Row => {
    const outcome = answer
      ? `${text.reports[answer.outcome]}: ${answer.reason}`
      : text.reports.none;
    return [
      instantText(reportedAt),
      `${fieldName(field)}: ${valueText(field, stood)} → ${right}; ${outcome}`,
    ];
  });
  return [part(sections.oldReports, rows)];
}

/** Only of who ever asked for one. */
function leaveOf({ leave: { movements } }: OwnDataAnswer): string[] {
  if (movements.length === 0) return [];
  const rows = movements.map(
    ({ on, kind, days, year, source }): Row => [
      on,
      `${text.movements[kind]}: ${days} (${year}; ${text.rightOf} ${source})`,
    ],
  );
  return [part(sections.leave, rows)];
}

/** Only of whom a machine has read. Corrections and days away are in the JSON. */
function attendanceOf({ attendance: of }: OwnDataAnswer, instantText: Instant): string[] {
  const rows: Row[] = of.phone ? [[text.presencePhone, instantText(of.phone.registeredAt)]] : [];
  for (const { machine, pins } of of.pins) rows.push([`PIN, ${machine}`, pins.join(", ")]);
  for (const { month, readings } of of.months) rows.push([month, readings.join(", ")]);
  return rows.length > 0 ? [part(sections.attendance, rows)] : [];
}

/** Only of whom a letter is about. */
function lettersOf({ letters: { items } }: OwnDataAnswer, instantText: Instant): string[] {
  const rows = items.map(({ since, kind, hal, state, number }): Row => {
    const said = [letterWords.kinds[kind], hal, number, letterWords.states[state]];
    return [instantText(since), said.filter(Boolean).join("; ")];
  });
  return rows.length > 0 ? [part(sections.letters, rows)] : [];
}

function scanText({
  result,
  way,
  region,
}: Omit<OwnDataAnswer["scans"]["items"][number], "at">): string {
  const told = [scans.results[result], way && scans.ways[way], region ?? scans.noRegion];
  return told.filter(Boolean).join(", ");
}

function list<Entry>(
  title: string,
  { items, hasOlder }: { readonly items: readonly Entry[]; readonly hasOlder?: true },
  rowOf: (entry: Entry) => Row,
): string {
  return part(title, items.map(rowOf)) + (hasOlder ? `<p>${escaped(text.older)}</p>` : "");
}

function part(title: string, rows: readonly Row[]): string {
  const lines = rows
    .filter(([, value]) => value !== undefined && value !== "")
    .map(
      ([term, value]) =>
        `<tr><th scope="row">${escaped(term)}</th><td>${escaped(String(value))}</td></tr>`,
    );
  const body =
    lines.length > 0 ? `<table>${lines.join("")}</table>` : `<p>${escaped(text.empty)}</p>`;
  return `<h2>${escaped(title)}</h2>${body}`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
