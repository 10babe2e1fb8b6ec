import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { asOf, submit } from "#shared/request/move-request.ts";
import type { Request } from "#shared/request/request.ts";
import { isOnItsWay } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import { moveTo } from "#shared/request/requests.ts";
import { writeMove } from "#shared/request/write-move.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type Campaign, type CampaignAnswer, phaseAt } from "./campaign.ts";
import type { CampaignForm, FormOutcome } from "./campaign-form.ts";
import type { CampaignForms, Campaigns } from "./campaigns.ts";
import {
  contactAnswerDays,
  contactAsked,
  contactKind,
  contactOf,
  isSameContact,
} from "./contact-proposal.ts";

export interface TakeForms extends Turn {
  readonly campaigns: Pick<Campaigns, "find" | "peopleOf" | "answersOf"> &
    Pick<CampaignForms, "untaken" | "findForm" | "postpone" | "take">;
  readonly employees: Pick<Employees, "findByNip" | "findByEmail">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly requests: Pick<Requests, "find" | "findAll" | "saving">;
}

/** What a run takes at most. The next run comes in some minutes. */
const mostInARun = 500;

/** Requests of one person that wait at the same time: strangers bury nobody's queue. Further forms wait untaken, because one may be the person's own. */
const mostWaiting = 3;
/** A form that waits for room is looked at after as long as it has waited, within these: the first hour matters most, and thousands cost little. */
const soonestLook = 3_600_000;
const latestLook = 6 * soonestLook;
/** How long after the campaign's end: as long as somebody who is asked something has to answer. */
const longestWait = contactAnswerDays * 86_400_000;

/**
 * Makes requests of the forms that were confirmed: here their number is looked up, where nobody who sent it sees how long that takes. Each is
 * judged by the instant at which it was sent, so a late run refuses nobody. One that fails waits for the next run, and the others go on; one that
 * another run took meanwhile is nothing of this run.
 * @returns how many were taken @throws what the first one failed with
 */
export async function takeForms(api: TakeForms): Promise<number> {
  const read = reading(api);
  let taken = 0;
  const items = await api.campaigns.untaken(api.clock.now(), mostInARun);
  await eachOf(api, { part: "forms", items, idOf: ({ id }) => id }, async (form) => {
    const { id, campaignId } = form;
    try {
      const outcome = await takeForm(api, form, read);
      if (outcome === "waits") {
        logger.info("campaign.form-waits", { formId: id, campaignId });
        return;
      }
      logger.info("campaign.form-taken", { formId: id, campaignId, outcome });
      taken++;
    } catch (error) {
      if (!(error instanceof Conflict && (await isTaken(api, form)))) throw error;
    }
  });
  return taken;
}

async function isTaken({ campaigns }: TakeForms, { id }: CampaignForm): Promise<boolean> {
  const form = await campaigns.findForm(id);
  return !form || form.outcome !== undefined;
}

type Read = (form: CampaignForm) => Promise<{
  readonly campaign: Campaign;
  readonly people: ReadonlySet<string>;
}>;

/** Each campaign and its people once a run. */
function reading({ campaigns }: TakeForms): Read {
  const known = new Map<string, ReturnType<Read>>();
  const readOne = async ({ campaignId }: CampaignForm) => {
    const campaign = await campaigns.find(campaignId);
    if (!campaign) throw new Error("A form is of a campaign that is not there.");
    return { campaign, people: new Set<string>(await campaigns.peopleOf(campaignId)) };
  };
  return async (form) => {
    const found = known.get(form.campaignId) ?? readOne(form);
    known.set(form.campaignId, found);
    return await found;
  };
}

async function takeForm(
  api: TakeForms,
  form: CampaignForm,
  read: Read,
): Promise<FormOutcome | "waits"> {
  const { campaign, people } = await read(form);
  const person = await api.employees.findByNip(form.nip);
  const outcome = await outcomeOf(api, form, { campaign, people, person });
  const answer = person && { campaignId: campaign.id, person: person.id, sentAt: form.sentAt };
  if (outcome === "asked" && answer) return await ask(api, form, { campaign, person, answer });
  if (outcome === "too-many" && (await waits(api, form, campaign))) return "waits";
  await api.campaigns.take(form, { outcome, ...(outcome === "same" && answer && { answer }) });
  return outcome;
}

/** Whether it waits for one of the others to be decided. */
async function waits(
  { campaigns, clock }: TakeForms,
  { id, sentAt }: CampaignForm,
  { endsAt }: Campaign,
): Promise<boolean> {
  const now = clock.now().getTime();
  const atMost = new Date(Date.parse(endsAt) + longestWait);
  if (now >= atMost.getTime()) return false;
  const waited = now - Date.parse(sentAt);
  const until = new Date(now + Math.min(Math.max(waited, soonestLook), latestLook));
  await campaigns.postpone(id, { until, atMost });
  return true;
}

interface Judged {
  readonly campaign: Campaign;
  readonly people: ReadonlySet<string>;
  readonly person: Employee | undefined;
}

async function outcomeOf(
  api: TakeForms,
  form: CampaignForm,
  { campaign, people, person }: Judged,
): Promise<FormOutcome> {
  if (phaseAt(campaign, new Date(form.sentAt)) !== "running") return "late";
  if (!person || !people.has(person.id) || isGone(api, person)) return "unmatched";
  if (isSameContact(form, person)) return "same";
  const owner = await api.employees.findByEmail(form.email);
  if (owner && owner.id !== person.id && isSameMailbox(owner.email, form.email))
    return "address-taken";
  // Whoever has the recorded mailbox is no stranger.
  if (isSameMailbox(person.email, form.email)) return "asked";
  const answers = await api.campaigns.answersOf(campaign.id, person.id);
  const requests = await api.requests.findAll(answers.flatMap(({ requestId }) => requestId ?? []));
  const now = api.clock.now();
  const waiting = [...requests.values()].filter((each) => isOnItsWay(asOf(each, now)));
  return waiting.length >= mostWaiting ? "too-many" : "asked";
}

function isGone({ clock }: TakeForms, person: Employee): boolean {
  return person.joinedInto !== undefined || cardStatus(person, clock.now()) === "ended";
}

/** The request, the person's answer and the taken form in one transaction, with a line of history of which the person hears. */
async function ask(
  api: TakeForms,
  form: CampaignForm,
  {
    campaign,
    person,
    answer,
  }: Pick<Judged, "campaign"> & { readonly person: Employee; readonly answer: CampaignAnswer },
): Promise<FormOutcome> {
  const request = await requestOf(api, form, { campaign, person });
  const line = entryOf({
    ...{ employeeId: person.id, action: "contact-proposed", at: new Date(request.since) },
    ...{ matterId: request.id, actor: { role: "system" } },
  });
  const move = moveTo(undefined, request, { lines: [line] });
  const answered = { outcome: "asked", answer: { ...answer, requestId: request.id } } as const;
  try {
    await writeMove(api.requests, move, (next) =>
      api.campaigns.take(form, answered, ...api.requests.saving(next)),
    );
    return "asked";
  } catch (error) {
    // The same address for the same person waits already.
    if (!(error instanceof Conflict && error.code === "request-open")) throw error;
    await api.campaigns.take(form, { outcome: "repeated" });
    return "repeated";
  }
}

/** As sent now; nobody is named as who sent it, because nobody signed in. */
async function requestOf(
  api: TakeForms,
  { id, email, phone }: CampaignForm,
  { campaign, person }: { readonly campaign: Campaign; readonly person: Employee },
): Promise<Request> {
  const at = api.clock.now();
  const { id: by, instansiId, unitKerja } = person;
  const proposal = {
    ...{ values: { email, phone }, old: contactOf(person) },
    ...{ campaign: campaign.id, title: campaign.title },
  };
  const { content, group, chain } = await contactAsked(api, proposal, person);
  const sent = submit(
    {
      ...{ id: digestId("req", [id]), kind: contactKind, person: by, instansiId, unitKerja },
      ...{ content, files: [], state: "draft", group, chain: [], place: 0, agreed: [] },
      ...{ answerDays: contactAnswerDays, since: at.toISOString(), trail: [], version: 1 },
    },
    { at, by, content, files: [], chain },
  );
  return { ...sent, trail: sent.trail.map(({ by: _by, ...step }) => step) };
}
