/** Checks a scanned code by what this device knows, and shows what it proves. */
import { groupSerial } from "#shared/card/printed-numbers.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { maskNip } from "#shared/employee/nip.ts";
import { usualZone } from "#shared/runtime/zone.ts";
import type { KeyList } from "#shared/signed-qr/key-list.ts";
import type { SignedPayload } from "#shared/signed-qr/payload.ts";
import { openScanned } from "#shared/signed-qr/scanned.ts";
import { partOf } from "#shared/signed-qr/status-list.ts";
import { dayText, instantText } from "../clock-text.ts";
import { language } from "../language.ts";
import { scanAnswer as text } from "../messages/scan-answer.ts";
import { reportHash, tokenOf, verifyAddress } from "../verify/address.ts";
import { element } from "../verify/element.ts";
import { factList } from "../verify/fact-list.ts";
import { ageText } from "./age-text.ts";
import { type Finding, findingOf } from "./judge-code.ts";
import { known, statusPart, type Unready } from "./known-lists.ts";
import { icon, lookOf } from "./looks.ts";

interface Checked {
  readonly finding: Finding;
  readonly list: KeyList;
  readonly at: Date;
}

type Told = [heading: HTMLElement, meaning: HTMLElement, ...others: HTMLElement[]];

/** What the answer is made of; the heading first, to take the focus. @param code what was scanned */
export async function answerTo(code: string): Promise<[HTMLElement, ...HTMLElement[]]> {
  const checked = await check(code);
  const [heading, meaning, ...others] =
    typeof checked === "string" ? plain(checked) : shown(checked);
  heading.tabIndex = -1;
  const address = recordOf(code, checked);
  // With a network the record itself is one press away, before all that this device knows.
  return [heading, meaning, ...onlineOf(address), ...others, ...reportOf(address), nextButton()];
}

/** @returns why nothing can be said here */
async function check(code: string): Promise<Checked | Unready> {
  const told = await known();
  if (typeof told === "string") return told;
  const { list, listAt, statusHours } = told;
  const at = new Date();
  const opened = await openScanned(code, list, at);
  const part = opened.ok ? await statusPart(partOf(opened.payload.status), list) : undefined;
  const states = part === "absent" ? undefined : part;
  return {
    finding: findingOf(opened, states, { now: at, hours: statusHours, keysAt: listAt }),
    list,
    at,
  };
}

function plain(why: Unready): Told {
  const { word } = text.states.unclear;
  const heading = element("h2", { class: lookOf("unclear")[0] }, icon("unclear"), word);
  return [heading, element("p", {}, text[why])];
}

function shown({ finding, list, at }: Checked): Told {
  const { code, word, next } =
    finding.kind === "card" ? text.states[finding.state] : text.refusals[finding.refusal];
  const look = finding.kind === "card" ? finding.state : finding.refusal;
  const heading = element("h2", { class: lookOf(look)[0] }, icon(look), word);
  const told = `${text.code}: ${code}. ${text.checkedAt} ${instantText(at.toISOString(), usualZone)}.`;
  return [
    heading,
    element("p", {}, next),
    ...(finding.kind === "card" ? ofCard(finding, list, at) : []),
    element("p", {}, told),
    element("p", { class: "hint" }, text.site(list.host)),
  ];
}

/** Of a card that is over nothing is shown but that, as online. */
function ofCard(
  { payload, state, listedAt }: Extract<Finding, { kind: "card" }>,
  { instansi }: KeyList,
  at: Date,
): HTMLElement[] {
  const age = listedAt ? text.listed(ageText(at, listedAt)) : text.unlisted;
  const knowledge = element("p", { id: "listed" }, age);
  if (state !== "valid" && state !== "unclear") return [knowledge];
  return [knowledge, element("p", {}, text.compare), factList(factsOf(payload, instansi))];
}

function factsOf(
  { name, isShortened, nip, kind, tmt, serial, issued, expires, ...payload }: SignedPayload,
  instansi: readonly string[],
): readonly (readonly [string, string])[] {
  const { fields } = text;
  return [
    [fields.name, isShortened ? `${name}… (${text.shortened})` : name],
    // As online: what stands on the card in full is nobody's to copy from here.
    [fields.nip, maskNip(nip)],
    [fields.kind, kindName(kind)],
    [fields.instansi, instansi[payload.instansi] ?? text.noInstansi],
    [fields.tmt, dayText(tmt)],
    [fields.serial, groupSerial(serial)],
    [fields.issued, dayText(issued)],
    [fields.expires, dayText(expires)],
  ];
}

/** Where the record's own answer is, for a code of this site. */
function recordOf(code: string, checked: Checked | string): string | undefined {
  const isOurs =
    typeof checked === "string" ||
    checked.finding.kind === "card" ||
    checked.finding.refusal !== "not-ours";
  const token = tokenIn(code);
  return isOurs && token ? verifyAddress(language, token) : undefined;
}

/** What is signed stays here. */
function onlineOf(address: string | undefined): HTMLElement[] {
  return address ? wayTo(address, text.online, text.onlineHint) : [];
}

/** A report is about a record that was checked: it begins with that check, whatever this device says of the code. */
function reportOf(address: string | undefined): HTMLElement[] {
  return address ? wayTo(address + reportHash, text.report, text.reportHint) : [];
}

function wayTo(address: string, words: string, hint: string): HTMLElement[] {
  const way = element("a", { href: address }, words);
  return [element("p", {}, way), element("p", { class: "hint" }, hint)];
}

function tokenIn(code: string): string {
  try {
    return tokenOf(new URL(code).pathname).toLowerCase();
  } catch {
    return "";
  }
}

function nextButton(): HTMLElement {
  return element("p", {}, element("button", { type: "button", id: "next" }, text.next));
}
