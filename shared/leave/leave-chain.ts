/** Who decides a leave: the superior gives a pertimbangan, the PYBMC the decision (services.md 1.5, decisions 0101 and 0104). */
import type { Employee } from "#shared/employee/employee.ts";
import type { Post } from "#shared/post/post.ts";
import { type ReadDeciders, readDeciders } from "#shared/post/read-deciders.ts";
import type { ChainLink } from "#shared/request/request.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { AskedLeave } from "./leave.ts";
import { leaveHolderOf } from "./leave-case.ts";
import { appointmentOn } from "./leave-holder.ts";
import { deciderOf } from "./leave-kinds.ts";
import { daysIn } from "./leave-span.ts";
import { termsOn } from "./leave-terms.ts";

/** Offices let what nobody decides in three days go up (services.md 7). */
const hoursToDecide = 72;

/**
 * A short sick leave ends with the superior. Where one person acts in both posts, one decision is both.
 * @throws Conflict `no-decider` where nobody is entered
 */
export async function leaveChain(
  api: ReadDeciders,
  person: Employee,
  asked: AskedLeave,
): Promise<readonly [ChainLink, ...ChainLink[]]> {
  const place = asked.abroad ? "abroad" : "home";
  const { superior, authority } = await readDeciders(api, person, { leave: asked.kind, place });
  if (!("post" in superior)) throw new Conflict("no-decider");
  const holder = leaveHolderOf(person);
  const terms = termsOn(asked.from, appointmentOn(holder, asked.from));
  if (deciderOf({ ...asked, days: daysIn(asked) }, terms) === "atasan")
    return [linkOf("superior", superior.post)];
  if (!("post" in authority)) throw new Conflict("no-decider");
  const decides = linkOf("authority", authority.post);
  return superior.acting.person === authority.acting.person
    ? [decides]
    : [{ ...linkOf("superior", superior.post), advises: true }, decides];
}

function linkOf(role: "superior" | "authority", { id, above }: Post): ChainLink {
  return { role, post: id, ...(above && { above }), hours: hoursToDecide };
}

/** Whether two chains are of the same posts. */
export function isSameChain(one: readonly ChainLink[], other: readonly ChainLink[]): boolean {
  const namesOf = (chain: readonly ChainLink[]) =>
    chain.map(({ role, post }) => `${role}/${post}`).join();
  return namesOf(one) === namesOf(other);
}
