/** The form of a leave, in the sections that the law gives it (Peraturan BKN 24/2017, Anak Lampiran 1.b). */
import type { OwnLeaveAnswer } from "#shared/leave/leave-answers.ts";
import type { AskedKind } from "#shared/leave/leave-kinds.ts";
import { evidenceFor, type LeaveReason, reasonsOf } from "#shared/leave/leave-reasons.ts";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { leave as text } from "../messages/leave.ts";
import type { AskedContent, FormPart, KindParts, Typed } from "../request/form-part.ts";
import { leaveWord } from "../request/form-words.ts";
import { dayTyped, typedDay } from "../typed-day.ts";
import { LeaveInputs, LeaveShown } from "./leave-form.tsx";
import { givenCltns } from "./special-inputs.tsx";

type Asked = Extract<AskedContent, { kind: "leave" }>["content"];

const names = {
  kind: text.kind,
  reason: text.reason,
  words: text.words,
  from: text.from,
  to: text.to,
  travelDays: text.travelDays,
  birth: text.birth,
  abroad: text.place,
  address: text.address,
  phone: text.phone,
  evidence: text.proof,
  extends: text.extends,
  interim: text.interim,
};
const inputs = [
  ...["kind", "reason", "words", "from", "to", "travelDays", "birth", "abroad", "address"],
  ...["phone", "extends", "bkn", "interim"],
];

/** With what the own ledger says: the form tells it. @throws NoAnswer, Refusal */
export async function leaveParts(): Promise<KindParts> {
  const own = await call("GET /api/requests/leave");
  const part = partOf(own);
  return {
    named: () => part,
    about: (request) =>
      request.kind === "leave" ? { part, typed: typedOf(request.content) } : undefined,
  };
}

function partOf(own: OwnLeaveAnswer): FormPart {
  const told: Readonly<Record<string, string>> = names;
  return {
    ...{ slot: leaveWord, heading: text.about, hint: text.hint, open: undefined },
    fields: inputs,
    nameOf: (field) => told[field] ?? field,
    keptOf: (name, typed) =>
      name === "from" || name === "to" ? (dayTyped(typed) ?? typed) : typed,
    problemsOf: (typed) => problemsIn(typed, own),
    askedOf: (typed) => askedIn(typed, own),
    needsFile: (typed) => evidenceIn(typed, own).length > 0,
    decidedBy: text.decidedBy,
    problems: text.problems,
    Inputs: ({ draft }) => <LeaveInputs own={own} values={draft.values} />,
    Shown: ({ draft }) => (
      <LeaveShown
        own={own}
        values={draft.values}
        kind={kindIn(draft, own)}
        evidence={evidenceIn(draft, own)}
      />
    ),
  };
}

type OwnLeave = Pick<OwnLeaveAnswer, "kinds" | "terms" | "leaves">;

function kindIn({ values }: Pick<Typed, "values">, { kinds }: OwnLeave): AskedKind {
  return kinds.find((kind) => kind === values.kind) ?? kinds[0] ?? "tahunan";
}

function reasonIn(typed: Pick<Typed, "values">, own: OwnLeave): LeaveReason | undefined {
  return reasonsOf(kindIn(typed, own)).find((reason) => reason === typed.values.reason);
}

const isDay = (day: string | undefined) =>
  day !== undefined && dayTyped(typedDay(day)) !== undefined;

/** What has to be attached; the approval of BKN may follow, and of an izin sementara all but that itself. */
function evidenceIn(typed: Pick<Typed, "values">, own: OwnLeave) {
  const { from = "", to = "", bkn } = typed.values;
  const days = isDay(from) && isDay(to) ? (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 : 1;
  const kind = kindIn(typed, own);
  const reason = reasonIn(typed, own) ?? (kind === "sakit" ? "sakit" : undefined);
  const interim = interimIn(typed, kind);
  return evidenceFor({ kind, reason, days, interim }, own.terms).filter(
    (each) => each !== "persetujuan-bkn" || bkn === "yes",
  );
}

function interimIn({ values }: Pick<Typed, "values">, kind: AskedKind): true | undefined {
  return kind === "alasan-penting" && values.interim === "yes" ? true : undefined;
}

/** The CLTN that it prolongs. */
function extendedIn({ values }: Pick<Typed, "values">, own: OwnLeave) {
  return givenCltns(own).find(({ id }) => id === values.extends)?.id;
}

function problemsIn(typed: Typed, own: OwnLeave): readonly FieldProblem[] {
  const { values } = typed;
  const missing = ["words", "address", "phone"].filter((name) => !values[name]?.trim());
  const days = ["from", "to"].filter((name) => !isDay(values[name]));
  const kind = kindIn(typed, own);
  const isClosed = kind !== "tahunan" && kind !== "sakit" && reasonsOf(kind).length > 0;
  return [
    ...(isClosed && !reasonIn(typed, own)
      ? [{ field: "reason", code: "reason-required" as const }]
      : []),
    ...days.map((field) => ({ field, code: "day-malformed" as const })),
    ...missing.map((field) => ({ field, code: "required" as const })),
  ];
}

function askedIn(typed: Typed, own: OwnLeave): AskedContent | undefined {
  const { values } = typed;
  const textIn = (name: string) => values[name]?.trim() ?? "";
  if (inputs.every((name) => name === "kind" || name === "abroad" || textIn(name) === ""))
    return undefined;
  const reason = reasonIn(typed, own) ?? (kindIn(typed, own) === "sakit" ? "sakit" : undefined);
  const kind = kindIn(typed, own);
  const interim = interimIn(typed, kind);
  const extended = kind === "cltn" ? extendedIn(typed, own) : undefined;
  const [travelDays, birth] = [countIn(textIn("travelDays")), countIn(textIn("birth"))];
  const content: Asked = {
    kind,
    ...{ from: textIn("from").slice(0, 10), to: textIn("to").slice(0, 10) },
    ...(reason && { reason }),
    words: textIn("words").slice(0, 500),
    address: textIn("address").slice(0, 200),
    phone: textIn("phone").slice(0, 20),
    ...(values.abroad === "abroad" && { abroad: true as const }),
    ...(travelDays > 0 && { travelDays }),
    ...(birth > 0 && { birth }),
    ...(extended && { extends: extended }),
    ...(interim && { interim }),
    evidence: [...evidenceIn(typed, own)],
  };
  return { kind: "leave", content };
}

function countIn(typed: string): number {
  return /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
}

function typedOf(content: Extract<OwnRequest, { kind: "leave" }>["content"]): Typed {
  const { kind, from, to, words, address, phone, reason = "", travelDays, birth, abroad } = content;
  return {
    values: {
      ...{ kind, from, to, words, address, phone, reason, abroad: abroad ? "abroad" : "home" },
      travelDays: travelDays === undefined ? "" : String(travelDays),
      birth: birth === undefined ? "" : String(birth),
      extends: content.extends ?? "",
      interim: content.interim ? "yes" : "",
      bkn: content.evidence.includes("persetujuan-bkn") ? "yes" : "",
    },
    note: "",
  };
}
