/**
 * The kind of request that a form of a campaign becomes: another address and telephone for somebody who did not sign in to ask. Whoever knows
 * the number could have typed it, so officers decide, two of them where the mailbox alone would let somebody in (decisions 0036, 0088).
 */
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { isOpenToMailbox } from "#shared/account/email-correction.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import { isSameMailbox, mailboxOf } from "#shared/employee/email.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { problemsOf } from "#shared/employee/employee-rules.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { type ChainLink, numberOf, type Request } from "#shared/request/request.ts";
import type { Asked, Kept, RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { saveApproved } from "#shared/request/save-approved.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import { type ContactProposal, contactProposal } from "./contact-answers.ts";

/** Its name among the kinds. */
export const contactKind = "contact";
export const contactAnswerDays = 14;

/** Hours of each link, as of a change of data (shared/data-change). */
const hours = { verify: 48, approve: 24, alone: 72 } as const;

export interface ProposeContact {
  readonly employees: Pick<WritableEmployees, "find" | "findByEmail" | "save">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly requests: Pick<Requests, "saving">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly clock: Clock;
}

/** Nobody asks for it but by a form of a campaign, and nobody can be asked about it; questions of before are answered without changing anything of it. */
export function contactProposals(api: ProposeContact): RequestKind {
  return {
    answerDays: contactAnswerDays,
    isUnanswerable: true,
    read: parsed,
    keep: async (asked, person) => keep(api, asked, person),
    isOutdated: async (request, person) => await isOutdated(api, request, person),
    heldActs: ["agree", "clarify"],
    carryOut: async (move, by) => {
      const person = await api.employees.find(move.after.person);
      const next = person && changed(person, move.after, by);
      if (!next || (await isOutdated(api, move.after, person)))
        throw new Conflict("request-outdated");
      await refuseRoleHolder(api, next);
      await saveApproved(api, move, next, {
        by: ["record-changed", "email-taken"],
        told: "request-outdated",
      });
    },
  };
}

/** What the record says of address and telephone. */
export function contactOf({ email = "", phone = "" }: Employee): ContactProposal["old"] {
  return { email, phone };
}

/** Whether the record says the same already, in whatever spelling. */
export function isSameContact(values: ContactProposal["values"], person: Employee): boolean {
  const digits = (text: string) => text.replaceAll(/\D/g, "");
  const isSamePhone = digits(values.phone) === digits(person.phone ?? "");
  return isSameMailbox(values.email, person.email) && isSamePhone;
}

/**
 * Who decides: where the mailbox alone lets somebody in, whoever reads the new one would have the account, so a second person agrees. Each mailbox
 * is a group of its own, so that a stranger's form keeps no other one out.
 */
export async function contactAsked(
  { accountRecords }: Pick<ProposeContact, "accountRecords">,
  content: ContactProposal,
  person: Employee,
): Promise<Kept> {
  return {
    content,
    group: digestText(mailboxOf(content.values.email)),
    chain: (await takesTwo({ accountRecords }, content, person)) ? byTwo : byOne,
  };
}

const byOne: Kept["chain"] = [{ role: "petugas", hours: hours.alone }];
const byTwo: readonly [ChainLink, ChainLink] = [
  { role: "petugas", hours: hours.verify },
  { role: "penyetuju", hours: hours.approve },
];

async function takesTwo(
  { accountRecords }: Pick<ProposeContact, "accountRecords">,
  { values }: ContactProposal,
  person: Employee,
): Promise<boolean> {
  if (isSameMailbox(values.email, person.email)) return false;
  return isOpenToMailbox(await accountRecords.summary(person.id));
}

function parsed(content: unknown): ContactProposal {
  const read = contactProposal.safeParse(content);
  if (read.success) return read.data;
  throw new InvalidInput({ field: "values", code: "malformed" });
}

async function keep(
  api: ProposeContact,
  { content, files }: Asked,
  person: Employee,
): Promise<Kept> {
  if (cardStatus(person, api.clock.now()) === "ended") throw new Conflict("card-not-active");
  if (files.length > 0) throw new InvalidInput({ field: "files", code: "file-unknown" });
  const problems = problemsOf(parsed(content).values, person);
  if (problems.length > 0) throw new InvalidInput(...problems);
  return await contactAsked(api, parsed(content), person);
}

/**
 * Whether the record says something else by now, somebody else has the address, or one person decides what would take two by now: an authenticator
 * was lost meanwhile.
 */
async function isOutdated(
  api: ProposeContact,
  { content, chain }: Request,
  person: Employee,
): Promise<boolean> {
  const proposal = contactProposal.parse(content);
  const { values, old } = proposal;
  const now = contactOf(person);
  const isMoved = !isSameMailbox(now.email, old.email) || now.phone !== old.phone;
  if (isMoved || cardStatus(person, api.clock.now()) === "ended") return true;
  if (problemsOf(values, person).length > 0) return true;
  const owner = await api.employees.findByEmail(values.email);
  if (owner && owner.id !== person.id) return true;
  return chain.length === 1 && (await takesTwo(api, proposal, person));
}

/** With both names, where two decided. Codes wait, and the old address hears of it, as of every change by officers (decision 0010). */
function changed(person: Employee, request: Request, by: string): Revision | undefined {
  const { values } = contactProposal.parse(request.content);
  const [verifier = by] = request.agreed;
  return revise(person, values, {
    ...{ at: new Date(request.since), action: "changed" },
    actor: { role: "officer", id: verifier },
    ...(verifier !== by && { approvedBy: by }),
    source: { number: `Pengajuan ${numberOf(request)}` },
  });
}
