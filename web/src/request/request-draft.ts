/** A request that was begun: see tab-draft.ts. One for each part of the record, and one for each that is answered. */
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { tabDraft } from "../tab-draft.ts";
import type { AskedContent, FormPart, Typed } from "./form-part.ts";
import { draftsKey } from "./unsaved-draft.ts";

type NewRequest = BodyOf<"POST /api/requests/mine">;
type BroughtFile = NewRequest["files"][number];

export interface Draft {
  /** Of the request: however often it is sent, it is one. */
  readonly key: string;
  /** What was typed, by the fields of its kind, a day as the record has it where it is one. */
  readonly values: Readonly<Record<string, string>>;
  readonly note: string;
  /** What has arrived, with the names that the files have on this device. */
  readonly files: readonly (BroughtFile & { readonly name: string })[];
  /** The answer to an officer's question. */
  readonly reply: string;
  /** Of the draft at the service, once it is there. */
  readonly id?: OwnRequest["id"];
  /** It changes something, and the service does not have all of it: «Keluar» asks (unsaved-draft.ts). */
  readonly isUnsaved?: boolean;
  /** What the service had by its key goes on under another one, or has ended: what was typed is here alone. */
  readonly isElsewhere?: true;
  /** Filled from a request that was turned down, which said this, or whose time was over. */
  readonly again?: Pick<OwnRequest["trail"][number], "code" | "reason">;
  /** By which its files on their way are kept, where that is not its key. */
  readonly filesKey?: string;
}

const kept = tabDraft<Readonly<Record<string, Draft | undefined>>>(draftsKey);

/** @param slot the part of the record, or the id of the request that is answered */
export function draftOf(slot: string): Draft | undefined {
  return kept.read()?.[slot];
}

export function keepDraft(slot: string, draft: Draft): void {
  kept.keep({ ...kept.read(), [slot]: draft });
}

export function forgetDraft(slot: string): void {
  const { [slot]: _gone, ...others } = kept.read() ?? {};
  kept.keep(others);
}

/** Of a draft that was thrown away at the service. */
export function forgetThrownAway(id: OwnRequest["id"]): void {
  const others = Object.entries(kept.read() ?? {}).filter(([, draft]) => draft?.id !== id);
  kept.keep(Object.fromEntries(others));
}

const keptNames = tabDraft<Readonly<Record<string, string | undefined>>>("kartu-pengajuan-berkas");

/** What files are called here, once their draft has been sent: the service never learns it. */
export function keepNames(files: Draft["files"]): void {
  const names = files.map(({ file, name }) => [file, name] as const);
  keptNames.keep({ ...keptNames.read(), ...Object.fromEntries(names) });
}

/** @returns undefined where it was not chosen here */
function nameOf(file: BroughtFile["file"]): string | undefined {
  return keptNames.read()?.[file];
}

/** The files of a request, by the names that they have on this device. */
export function namedFiles({ files }: Pick<OwnRequest, "files">): Draft["files"] {
  return files.map((each, i) => ({ ...each, name: nameOf(each.file) ?? text.file(i + 1) }));
}

/** A draft that begins with what an ended request asked. */
export function draftAgain(request: OwnRequest, typed: Typed): Draft {
  const { code, reason } = request.trail.findLast(({ act }) => act === "rejected") ?? {};
  const again = { ...(code && { code }), ...(reason !== undefined && { reason }) };
  return { ...newDraft(), ...typed, files: namedFiles(request), again };
}

export function newDraft(): Draft {
  return { key: newKey(), values: {}, note: "", files: [], reply: "" };
}

const newKey = () => crypto.randomUUID().replaceAll("-", "");

/** All of it as a request of its own. */
export function renewed({ id: _id, isElsewhere: _gone, ...draft }: Draft): Draft {
  return { ...draft, key: newKey(), filesKey: draft.filesKey ?? draft.key };
}

/** What the service says of a key whose draft went on or ended elsewhere. */
export const goneCodes: ReadonlySet<string> = new Set([
  ...["request-withdrawn", "request-moved", "request-mismatch"],
  ...["request-approved", "request-rejected", "request-expired"],
]);

/** Whether what was saved by a key is no draft any more: another device took it over, or it was sent or thrown away there. */
export function isGone(error: unknown): boolean {
  return error instanceof Refusal && goneCodes.has(error.problem.code);
}

/** Only what differs from the record. */
export function changedIn(
  { values }: Pick<Draft, "values">,
  fields: readonly { readonly field: string; readonly value: string }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ field, value }) => {
      const typed = values[field]?.trim();
      return typed === undefined || typed === value ? [] : [[field, typed]];
    }),
  );
}

/** As they are sent. */
export function sentFiles({ files }: Pick<Draft, "files">): NewRequest["files"] {
  return files.map(({ file, proof }) => ({ file, proof }));
}

/** Whether an answer says nothing that its officer does not know. @param before what the officer asks about */
export function isUnanswered(
  draft: Pick<Draft, "values" | "note" | "reply" | "files">,
  before: Typed & { readonly files: readonly { readonly file: string }[] },
  { askedOf }: Pick<FormPart, "askedOf">,
): boolean {
  const inShort = (typed: Typed, files: typeof before.files) =>
    JSON.stringify([askedOf(typed), files.map(({ file }) => file).sort()]);
  return draft.reply.trim() === "" && inShort(draft, draft.files) === inShort(before, before.files);
}

/** To the service, where another device finds it. @returns its id there @throws Refusal, NoAnswer */
export async function saveDraft(draft: Draft, asked: AskedContent): Promise<OwnRequest["id"]> {
  const body = { key: draft.key, files: sentFiles(draft), ...asked };
  const { id } = await call("POST /api/requests/mine/draft", { body });
  return id;
}

/** What was typed here becomes a draft of its own at the service, before something else takes its place. @throws Refusal, NoAnswer */
export async function setAside(draft: Draft, asked: AskedContent): Promise<void> {
  try {
    await saveDraft(draft, asked);
  } catch (error) {
    if (!isGone(error)) throw error;
    await saveDraft(renewed(draft), asked);
  }
}
