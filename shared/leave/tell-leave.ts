import { dayOf, type Employee, fullName } from "#shared/employee/employee.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type ReadDeciders, readDeciders } from "#shared/post/read-deciders.ts";
import { asOf } from "#shared/request/move-request.ts";
import { numberOf, type Request } from "#shared/request/request.ts";
import { waitsForDeciders } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { leaveStandings, OwnLeaveAnswer } from "./leave-answers.ts";
import { leaveNotes } from "./leave-balance.ts";
import { leaveHolderOf, openedFor, type ReadLeave } from "./leave-case.ts";
import { leaveOf } from "./leave-content.ts";
import { appointmentOn, firstDay } from "./leave-holder.ts";
import { askedKindsOf } from "./leave-kinds.ts";
import { accountOf } from "./leave-ledger.ts";
import type { LeaveLedger } from "./leave-ledgers.ts";
import { yearOf } from "./leave-span.ts";
import { termsOn } from "./leave-terms.ts";

export interface TellLeave extends ReadLeave, Omit<ReadDeciders, "clock"> {
  readonly requests: Pick<Requests, "of">;
}

/** Among these a person's leaves are told; older ones stand in the list of all requests. */
const mostLookedAt = 100;

/** The own balance, what may be asked for, who decides, and what was asked for. */
export async function tellOwnLeave(api: TellLeave, person: Employee): Promise<OwnLeaveAnswer> {
  const now = api.clock.now();
  const today = dayOf(person, now);
  const [ledger, requests, deciders] = await Promise.all([
    api.ledgers.find(person.id),
    api.requests.of(person.id, { limit: mostLookedAt, asked: true }),
    readDeciders(api, person, { leave: "tahunan", place: "home" }),
  ]);
  const { superior, authority } = deciders;
  const appointment = appointmentOn(leaveHolderOf(person), today);
  const { travelDays, sickAnyDoctorDays, sickLongDoctor } = termsOn(today, appointment);
  const year = yearOf(today);
  return {
    ...whoseOf(person, today),
    ...{ today, year, notes: leaveNotes(accountOf(openedFor(ledger, person, { today })), year) },
    kinds: askedKindsOf(appointment),
    ...("post" in superior && { superior: superior.post.title }),
    ...("post" in authority && { authority: authority.post.title }),
    terms: { travelDays, sickAnyDoctorDays, sickLongDoctor },
    leaves: requests
      .filter(({ kind }) => kind === "leave")
      .map((each) => asOf(each, now))
      .filter(({ state, submittedAt }) => state !== "withdrawn" || submittedAt !== undefined)
      .map((each) => ({
        ...{ id: each.id, number: numberOf(each), content: leaveOf(each) },
        standing: recalledOf(ledger, each.id) ? "recalled" : standingOf(each, today),
      })),
  };
}

/** The day on which its person worked again. */
export function recalledOf({ leaves }: Pick<LeaveLedger, "leaves">, id: string) {
  return leaves.find((leave) => leave.id === id)?.recalledFrom;
}

/** Section I of the form. */
export function whoseOf(person: Employee, today: string) {
  const { nip, jabatan, unitKerja } = person;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = partsOf(firstDay(leaveHolderOf(person)));
  const [year = 0, month = 0, day = 0] = partsOf(today);
  const months = Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0));
  return {
    ...{ name: fullName(person), nip: groupNip(nip), jabatan, unitKerja },
    service: { years: Math.floor(months / 12), months: months % 12 },
  };
}

const partsOf = (day: string) => day.split("-").map(Number);

/** What became of a leave. @param request as it is now (`asOf`) */
export function standingOf(request: Request, today: string): (typeof leaveStandings)[number] {
  const { state, chain, place, trail } = request;
  if (waitsForDeciders(request))
    return chain[place]?.role === "superior" ? "considered" : "decided";
  if (state === "clarifying") return "change-asked";
  if (state === "rejected") return trail.at(-1)?.verdict === "postponed" ? "postponed" : "refused";
  if (state === "approved") return runs(leaveOf(request), today);
  return state === "draft" || state === "withdrawn" ? state : "expired";
}

function runs({ from, to }: { readonly from: string; readonly to: string }, today: string) {
  if (today < from) return "coming";
  return today <= to ? "running" : "over";
}
