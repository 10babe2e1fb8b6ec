import { mailedCodeTries } from "#shared/account/mailed-code.ts";
import {
  type Campaign,
  type CampaignAnswer,
  type CampaignId,
  phaseAt,
} from "#shared/campaign/campaign.ts";
import {
  type CampaignForm,
  type FormId,
  type FormOutcome,
  unmatchedOutcomes,
} from "#shared/campaign/campaign-form.ts";
import type { CampaignForms, Campaigns } from "#shared/campaign/campaigns.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** For an API that has no campaign. */
export function noCampaigns() {
  return { campaigns: new CampaignsInMemory(), formsToMail: { send: async () => {} } };
}

/** Campaigns and their forms without DynamoDB; runs the same contract test (campaign-table-contract.ts). */
export class CampaignsInMemory implements Campaigns, CampaignForms {
  readonly #campaigns = new Map<CampaignId, Campaign>();
  readonly #people = new Map<CampaignId, readonly EmployeeId[]>();
  readonly #forms = new Map<FormId, CampaignForm>();
  readonly #answers: CampaignAnswer[] = [];

  async find(id: CampaignId): Promise<Campaign | undefined> {
    return this.#campaigns.get(id);
  }

  async of(instansiId: string, limit: number): Promise<Campaign[]> {
    return this.#byEnd()
      .filter((each) => each.instansiId === instansiId)
      .toReversed()
      .slice(0, limit);
  }

  async running(now: Date, limit: number): Promise<Campaign[]> {
    return this.#byEnd()
      .filter((each) => phaseAt(each, now) === "running")
      .slice(0, limit);
  }

  async open(campaign: Campaign, people: readonly EmployeeId[]): Promise<Campaign> {
    if (this.#campaigns.has(campaign.id)) throw new Conflict("campaign-changed");
    const stands = { ...campaign, people: people.length };
    this.#campaigns.set(campaign.id, stands);
    this.#people.set(campaign.id, people.toSorted());
    return stands;
  }

  async save(seen: Campaign, after: Campaign): Promise<void> {
    const now = this.#campaigns.get(seen.id);
    if (now?.version !== seen.version || now.unmatched !== seen.unmatched)
      throw new Conflict("campaign-changed");
    this.#campaigns.set(after.id, after);
  }

  async peopleOf(id: CampaignId): Promise<EmployeeId[]> {
    return [...(this.#people.get(id) ?? [])];
  }

  async answersOf(id: CampaignId, person?: EmployeeId): Promise<CampaignAnswer[]> {
    return this.#answers.filter(
      (each) => each.campaignId === id && (person === undefined || each.person === person),
    );
  }

  async add(form: CampaignForm): Promise<void> {
    if (this.#forms.has(form.id)) throw new Conflict("campaign-changed");
    this.#forms.set(form.id, form);
  }

  async findForm(id: FormId): Promise<CampaignForm | undefined> {
    return this.#forms.get(id);
  }

  async keepCode(id: FormId, kept: { hash: string; endsAt: string }): Promise<boolean> {
    return this.#change(id, ({ settled }) => !settled, kept);
  }

  async settle(id: FormId): Promise<boolean> {
    return this.#change(id, () => true, { settled: true });
  }

  async countTry(id: FormId): Promise<boolean> {
    const { tries = 0 } = this.#forms.get(id) ?? {};
    const isLeft = (form: CampaignForm) => !form.confirmedAt && form.tries < mailedCodeTries;
    return this.#change(id, isLeft, { tries: tries + 1 });
  }

  async confirm(id: FormId, at: Date): Promise<boolean> {
    const confirmedAt = at.toISOString();
    return this.#change(id, (form) => form.confirmedAt === undefined, { confirmedAt });
  }

  async postpone(id: FormId, { until }: { readonly until: Date }): Promise<boolean> {
    const isUntaken = (form: CampaignForm) => !!form.confirmedAt && form.outcome === undefined;
    return this.#change(id, isUntaken, { confirmedAt: until.toISOString() });
  }

  async untaken(now: Date, limit: number): Promise<CampaignForm[]> {
    const at = ({ confirmedAt = "" }: CampaignForm) => confirmedAt;
    return [...this.#forms.values()]
      .filter((form) => form.confirmedAt !== undefined && form.outcome === undefined)
      .filter((form) => at(form) <= now.toISOString())
      .toSorted((a, b) => (at(a) < at(b) ? -1 : 1))
      .slice(0, limit);
  }

  async take(
    { id, campaignId }: CampaignForm,
    { outcome, answer }: { readonly outcome: FormOutcome; readonly answer?: CampaignAnswer },
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const isUntaken = () => {
      const form = this.#forms.get(id);
      return form?.confirmedAt !== undefined && form.outcome === undefined;
    };
    const write = () => {
      this.#change(id, () => true, { outcome });
      if (answer) this.#answers.push(answer);
      const campaign = this.#campaigns.get(campaignId);
      if (campaign && unmatchedOutcomes.includes(outcome))
        this.#campaigns.set(campaignId, { ...campaign, unmatched: campaign.unmatched + 1 });
    };
    writeInMemory([stepInMemory("request-moved", { holds: isUntaken, write }), ...others]);
  }

  #byEnd(): Campaign[] {
    return [...this.#campaigns.values()].toSorted((a, b) => (a.endsAt < b.endsAt ? -1 : 1));
  }

  #change(
    id: FormId,
    holds: (form: CampaignForm) => boolean,
    change: Partial<CampaignForm>,
  ): boolean {
    const form = this.#forms.get(id);
    if (!form || !holds(form)) return false;
    this.#forms.set(id, { ...form, ...change });
    return true;
  }
}
