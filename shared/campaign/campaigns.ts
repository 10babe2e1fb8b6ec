import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Campaign, CampaignAnswer, CampaignId } from "./campaign.ts";
import type { CampaignForm, FormId, FormOutcome } from "./campaign-form.ts";

/** The campaigns, their people and what these answered. */
export interface Campaigns {
  /** Strongly consistent. */
  find(id: CampaignId): Promise<Campaign | undefined>;
  /** Those of an agency, the one that ends last first; the newest can be a moment late. */
  of(instansiId: string, limit: number): Promise<Campaign[]>;
  /** Of all agencies those that run at this instant, the one that ends first first; the newest can be a moment late. */
  running(now: Date, limit: number): Promise<Campaign[]>;
  /**
   * Adds a campaign with its people, whole or not at all. An opening that was stopped is completed by the next one, for the people of the first.
   * @returns the campaign as it stands. @throws Conflict `campaign-changed` when there is one with this id; `request-mismatch` when the one that
   * was stopped asked for something else
   */
  open(campaign: Campaign, people: readonly EmployeeId[]): Promise<Campaign>;
  /** Writes what an officer made of it. @throws Conflict `campaign-changed` when it is not as it was read */
  save(seen: Campaign, after: Campaign): Promise<void>;
  /** Strongly consistent, in the order of their ids. */
  peopleOf(id: CampaignId): Promise<EmployeeId[]>;
  /** What came of its forms; strongly consistent. @param person only this one's */
  answersOf(id: CampaignId, person?: EmployeeId): Promise<CampaignAnswer[]>;
}

/** The forms of people who did not sign in. Each change happens once: it answers false where the form is gone or further on. */
export interface CampaignForms {
  /** @throws Conflict `campaign-changed` when there is a form with this id */
  add(form: CampaignForm): Promise<void>;
  /** Strongly consistent. */
  findForm(id: FormId): Promise<CampaignForm | undefined>;
  /** Stores the hash of the code that is about to be mailed, unless one is settled. */
  keepCode(id: FormId, kept: { readonly hash: string; readonly endsAt: string }): Promise<boolean>;
  /** Notes that no more mails are sent for it. */
  settle(id: FormId): Promise<boolean>;
  /** Counts one try before it is made; false when none is left. */
  countTry(id: FormId): Promise<boolean>;
  /** The right code was typed; true for the one request that did. */
  confirm(id: FormId, at: Date): Promise<boolean>;
  /** Confirmed ones that nobody has taken and that may be by now, oldest first; the newest can be a moment late. */
  untaken(now: Date, limit: number): Promise<CampaignForm[]>;
  /** Leaves a confirmed one untaken: it is looked at again from `until` on, behind those that came meanwhile, and kept a week after `atMost`. */
  postpone(id: FormId, wait: { readonly until: Date; readonly atMost: Date }): Promise<boolean>;
  /**
   * Notes what became of a form, with the answer that it is, and with what else is written then.
   * @throws Conflict `request-moved` when it was taken, or what the others say
   */
  take(
    form: CampaignForm,
    taken: { readonly outcome: FormOutcome; readonly answer?: CampaignAnswer },
    ...others: readonly JoinedWrite[]
  ): Promise<void>;
}
