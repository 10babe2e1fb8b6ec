/** What a frozen account (decision 0034) means for what was asked through it: it waits until its person gets in again. */
import type { Employee } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Request } from "./request.ts";

const dayMs = 86_400_000;

type Holder = Pick<Employee, "nip">;

/** As the state says that logins ask, never a copy of it. */
export interface Freezes {
  isFrozen(person: Holder): Promise<boolean>;
  /** Since when the person gets in again (ISO instant): now while a freeze stands, undefined where none ever ended. */
  insideSince(person: Holder): Promise<string | undefined>;
  /** That no freeze stands, to be part of a decision's transaction. It fails as `request-held`. */
  unfrozen(person: Holder): JoinedWrite;
}

/**
 * The request with the time that its question has: while a freeze stands none of its days pass, and they begin anew when it ends. Whoever reads a
 * question to act on it, or to end it, reads it by this.
 */
export async function inAnswerTime(
  { freezes }: { readonly freezes: Pick<Freezes, "insideSince"> },
  request: Request,
  person: Holder,
): Promise<Request> {
  const { state, dueAt, answerDays } = request;
  if (state !== "clarifying" || dueAt === undefined) return request;
  const since = await freezes.insideSince(person);
  if (since === undefined) return request;
  const anew = new Date(Date.parse(since) + answerDays * dayMs).toISOString();
  return anew > dueAt ? { ...request, dueAt: anew } : request;
}
