/** What waits for a penyetuju, as it is answered: of every kind that people of an agency decide. */
import * as z from "zod";
import { type Approval, type ApprovalKind, isPerson, personOf } from "#shared/access/approval.ts";
import { toldApproval } from "#shared/access/approval-answers.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { emailCorrection, formerEmail } from "#shared/account/email-correction.ts";
import { mfaResetFacts } from "#shared/account/mfa-reset.ts";
import { newPerson } from "#shared/account/new-person.ts";
import { agencyDetails } from "#shared/agency/agency.ts";
import { tellUnitChange, toldUnitChange } from "#shared/agency/tell-unit-change.ts";
import { toldSource } from "#shared/audit/source.ts";
import { bulkId } from "#shared/bulk/bulk.ts";
import { bulkChangeFacts } from "#shared/bulk-change/ask-bulk-change.ts";
import { decreeChange } from "#shared/decree/ask-decree.ts";
import { toldDecreed } from "#shared/decree/decree-answers.ts";
import { toldDecreedOf } from "#shared/decree/tell-decrees.ts";
import { decidedValues, recordChange, toldRecordChange } from "#shared/employee/decided-values.ts";
import { lastMoveByOne } from "#shared/employee/email-move.ts";
import { fullName, isEmployeeId, photoId } from "#shared/employee/employee.ts";
import { entryFields } from "#shared/employee/entry.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type TellApprovals, tellApprovals } from "#shared/employee/tell-approvals.ts";
import { exportToDecide } from "#shared/export/ask-export.ts";
import { importFacts, importId } from "#shared/import/import.ts";
import { toldJoin } from "#shared/join/join-answers.ts";
import { tellJoin } from "#shared/join/tell-join.ts";
import { broughtPhoto, photoBefore } from "#shared/photo/bring-photo.ts";
import { photoRevocation } from "#shared/photo/revoke-photo.ts";
import { keyed, keyedWhere } from "#shared/runtime/keyed.ts";
import { freezeToLift } from "#shared/session/decide-freeze.ts";
import { nipChange } from "#shared/session/nip-change.ts";
import { arrival, placeBefore } from "#shared/transfer/ask-arrival.ts";
import { release } from "#shared/transfer/ask-release.ts";

/** What a penyetuju decides; what of it is asked depends on its kind. */
export const agencyApproval = toldApproval.extend({
  change: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("mfa-reset"),
      ...mfaResetFacts.shape,
      /** While it waits: an officer alone changed the holder's address not long ago. The name as in `asker`. */
      emailChanged: z
        .strictObject({ name: z.string().exactOptional(), at: z.iso.datetime() })
        .exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("email-correction"),
      from: z.string().exactOptional(),
      to: z.string(),
    }),
    z.strictObject({ kind: z.literal("account-unfreeze"), frozenAt: z.iso.datetime() }),
    /** In 8-6-1-3 groups. */
    z.strictObject({ kind: z.literal("nip-change"), from: z.string(), to: z.string() }),
    z.strictObject({ kind: z.literal("unit-change"), ...toldUnitChange.shape }),
    z.strictObject({ kind: z.literal("export"), ...exportToDecide.shape }),
    z.strictObject({ kind: z.literal("import"), importId, ...importFacts.shape }),
    z.strictObject({ kind: z.literal("agency-change"), from: agencyDetails, to: agencyDetails }),
    /** What will be written; what was left empty is absent. */
    z.strictObject({
      kind: z.literal("new-person"),
      entry: z.strictObject(keyed(entryFields, () => z.string().exactOptional())),
    }),
    z.strictObject({ kind: z.literal("record-change"), ...toldRecordChange.shape }),
    z.strictObject({
      kind: z.literal("decree"),
      act: z.enum(["plan", "move", "withdraw"]),
      /** The TMT before, of one that is moved. */
      before: z.string().exactOptional(),
      decreed: toldDecreed,
    }),
    z.strictObject({
      kind: z.literal("transfer-out"),
      /** The other agency's name. */
      to: z.string(),
      source: toldSource,
    }),
    z.strictObject({
      kind: z.literal("transfer-in"),
      from: placeBefore.strict(),
      to: placeBefore.omit({ instansi: true }).strict(),
    }),
    z.strictObject({ kind: z.literal("record-join"), ...toldJoin.shape }),
    /** Its card as it would be has a preview. */
    z.strictObject({
      kind: z.literal("photo"),
      /** The photo that it takes the place of. */
      from: photoId.exactOptional(),
      ...broughtPhoto.pick({ photoId: true, warned: true }).shape,
    }),
    z.strictObject({ kind: z.literal("photo-revoke"), ...photoRevocation.shape }),
    z.strictObject({
      kind: z.literal("bulk-change"),
      /** Under which exactly who is read. */
      bulkId,
      ...bulkChangeFacts.pick({ change: true, people: true, leftOut: true }).shape,
    }),
  ]),
});
export type AgencyApproval = z.infer<typeof agencyApproval>;

export const agencyApprovalList = z.strictObject({
  /** Of others, what this reader can decide now; the one that ends first is first, at most fifty. */
  waiting: z.array(agencyApproval).readonly(),
  /** The reader's own, in every state, newest first, at most twenty. */
  own: z.array(agencyApproval).readonly(),
});

/** @param approvals all that are answered together, of the kinds that penyetuju decide */
export async function approvalAnswers(
  api: TellApprovals,
  approvals: readonly Approval[],
  by: Pick<RoleHolder, "employeeId">,
): Promise<(approval: Approval) => AgencyApproval> {
  const tell = await tellApprovals(api, approvals, by);
  const emailsChanged = await emailsChangedOf(api, approvals);
  return (approval) => ({ ...tell(approval), change: changeOf(approval, emailsChanged) });
}

type EmailChanged = Extract<
  AgencyApproval["change"],
  { readonly kind: "mfa-reset" }
>["emailChanged"];

/** Of those whose reset waits: who changed their address alone, and when. Two reads more, where there is something to tell. */
async function emailsChangedOf(
  { employees, clock }: TellApprovals,
  approvals: readonly Approval[],
): Promise<EmailsChanged> {
  const waiting = approvals.filter(
    ({ kind, outcome, subject }) => kind === "mfa-reset" && !outcome && isPerson(subject.id),
  );
  if (waiting.length === 0) return new Map();
  const people = await employees.findAll(waiting.map(personOf));
  const moves = [...people.values()].flatMap((person) => {
    const move = lastMoveByOne(person, clock.now());
    return move ? [{ id: person.id, move }] : [];
  });
  const movers = await employees.findAll(
    moves.flatMap(({ move: { by } }) => (by.id && isEmployeeId(by.id) ? [by.id] : [])),
  );
  const named = moves.map(({ id, move: { at, by } }) => {
    const mover = by.id && isEmployeeId(by.id) ? movers.get(by.id) : undefined;
    return [id, { ...(mover && { name: fullName(mover) }), at }] as const;
  });
  return new Map(named);
}

/** Whose address it was that moved, by the person. */
type EmailsChanged = ReadonlyMap<string, EmailChanged>;

type Tell = (approval: Approval, emailsChanged: EmailsChanged) => AgencyApproval["change"];

/** What each kind changes, as the decider reads it: a kind that nobody tells of does not compile. */
const changes: Readonly<Record<ApprovalKind<"penyetuju">, Tell>> = {
  "mfa-reset": ({ subject, new: wanted }, emailsChanged) => {
    const emailChanged = emailsChanged.get(subject.id);
    const facts = mfaResetFacts.parse(wanted);
    return { kind: "mfa-reset", ...facts, ...(emailChanged && { emailChanged }) };
  },
  "email-correction": ({ old, new: wanted }) => {
    const { email: from } = formerEmail.parse(old);
    const { email: to } = emailCorrection.parse(wanted);
    return { kind: "email-correction", ...(from && { from }), to };
  },
  "agency-change": ({ old, new: wanted }) => ({
    kind: "agency-change",
    from: agencyDetails.parse(old),
    to: agencyDetails.parse(wanted),
  }),
  "account-unfreeze": ({ old }) => ({ kind: "account-unfreeze", ...freezeToLift.parse(old) }),
  "nip-change": ({ old, new: wanted }) => ({
    kind: "nip-change",
    from: groupNip(nipChange.parse(old).nip),
    to: groupNip(nipChange.parse(wanted).nip),
  }),
  "unit-change": (approval) => ({ kind: "unit-change", ...tellUnitChange(approval) }),
  export: ({ new: wanted }) => ({ kind: "export", ...exportToDecide.parse(wanted) }),
  import: ({ subject, new: wanted }) => ({
    kind: "import",
    importId: importId.parse(subject.id),
    ...importFacts.parse(wanted),
  }),
  "new-person": ({ new: wanted }) => {
    const entry = newPerson.parse(wanted);
    return { kind: "new-person", entry: keyedWhere(entryFields, (field) => entry[field]) };
  },
  "record-change": ({ old, new: wanted }) => {
    const { values: to, source } = recordChange.parse(wanted);
    return {
      kind: "record-change",
      ...{ from: decidedValues.parse(old), to },
      ...(source && { source }),
    };
  },
  decree: ({ new: wanted }) => {
    const change = decreeChange.parse(wanted);
    const before = change.act === "move" && { before: change.before };
    return { kind: "decree", act: change.act, decreed: toldDecreedOf(change.decreed), ...before };
  },
  "transfer-out": ({ new: wanted }) => {
    const { toName: to, source } = release.parse(wanted);
    return { kind: "transfer-out", to, source };
  },
  "transfer-in": ({ old, new: wanted }) => {
    const { unitKerja, jabatan } = arrival.parse(wanted);
    return { kind: "transfer-in", from: placeBefore.parse(old), to: { unitKerja, jabatan } };
  },
  photo: ({ old, new: wanted }) => {
    const { photoId: from } = photoBefore.parse(old);
    const { photoId: brought, warned } = broughtPhoto.parse(wanted);
    return { kind: "photo", ...(from && { from }), photoId: brought, warned };
  },
  "photo-revoke": ({ new: wanted }) => ({ kind: "photo-revoke", ...photoRevocation.parse(wanted) }),
  "record-join": (approval) => ({ kind: "record-join", ...tellJoin(approval) }),
  "bulk-change": ({ subject, new: wanted }) => {
    const { change, people, leftOut } = bulkChangeFacts.parse(wanted);
    return { kind: "bulk-change", bulkId: bulkId.parse(subject.id), change, people, leftOut };
  },
};

function changeOf(approval: Approval, emailsChanged: EmailsChanged): AgencyApproval["change"] {
  const ofAnyKind: Partial<Record<ApprovalKind, Tell>> = changes;
  const tell = ofAnyKind[approval.kind];
  if (!tell) throw new Error("Operators decide this kind.");
  return tell(approval, emailsChanged);
}
