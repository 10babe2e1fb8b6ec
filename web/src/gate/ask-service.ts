/** What a gate asks of the service: without the framework's client, whose dialogs this page does not have. */
import type { CodeOutcome } from "#shared/gate/gate-answers.ts";
import type { PersonHeader } from "#shared/http/person.ts";
import type { GateKey, GateList } from "#shared/presence/gate.ts";
import { deviceOf } from "#shared/presence/presence-code.ts";
import type { AnswerOf, RouteName } from "../api/api-routes.ts";
import { ask, Refusal, type RequestParts } from "../api/client.ts";
import type { KeptReading } from "./reading-store.ts";

const personHeader: PersonHeader = "x-kartu-person";
const keysRoute = "GET /api/officer/agency/attendance/gate-keys" satisfies RouteName;
const readingsRoute = "POST /api/officer/agency/attendance/gate-readings" satisfies RouteName;

type Headers = Readonly<Record<string, string>>;

function asked<Name extends typeof keysRoute | typeof readingsRoute>(
  name: Name,
  parts: RequestParts,
  headers?: Headers,
): Promise<AnswerOf<Name>>;
function asked(name: RouteName, parts: RequestParts, headers: Headers = {}): Promise<unknown> {
  return ask(name, parts, headers, checkPerson);
}

/** Whose page this is: who signed in when it was opened. */
let person: string | undefined;

/** @throws Refusal `other-person` when somebody else has signed in since */
function checkPerson({ headers }: Response): void {
  const answered = headers.get(personHeader);
  if (!answered) return;
  person ??= answered;
  if (answered !== person) throw new Refusal({ status: 409, code: "other-person", reference: "" });
}

export interface ToldList extends GateList {
  /** The gate's. */
  readonly name: string;
  /** How far this device's clock is ahead of the service's, ms. */
  readonly offMs: number;
}

/** All pages of the phones that count. @throws Refusal, NoAnswer */
export async function askList(gate: string): Promise<ToldList> {
  const keys = new Map<string, GateKey>();
  // The list is as old as its first page.
  const begunAt = Date.now();
  let [cursor, name, offMs]: [string | undefined, string, number | undefined] = [
    undefined,
    "",
    undefined,
  ];
  do {
    const query = { gate, ...(cursor && { cursor }) };
    const told: AnswerOf<typeof keysRoute> = await asked(keysRoute, { query });
    for (const each of told.items) keys.set(await deviceOf(each), each);
    offMs ??= Date.now() - Date.parse(told.serverTime);
    [cursor, name] = [told.cursor, told.name];
  } while (cursor);
  return { keys, name, offMs: offMs ?? 0, toldAt: begunAt - (offMs ?? 0) };
}

/** A body has 32 KB. */
const mostAtOnce = 80;

/** Tells what was read, a part of it. @returns what became of each @throws Refusal, NoAnswer */
export async function tellReadings(
  gate: string,
  all: readonly KeptReading[],
): Promise<readonly (readonly [KeptReading, CodeOutcome])[]> {
  const some = all.slice(0, mostAtOnce);
  const codes = some.map(({ code, at, person: whose }) => ({ code, at, person: whose }));
  const as = { [personHeader]: person ?? "" };
  const { outcomes } = await asked(readingsRoute, { body: { gate, codes } }, as);
  return some.flatMap((each, i) => {
    const outcome = outcomes[i];
    return outcome ? [[each, outcome] as const] : [];
  });
}
