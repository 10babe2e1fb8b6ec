/** A campaign with everybody who takes part: its API for strangers, the mailbox, the job, and officers who decide. */
import { codeHash } from "#shared/account/mailed-code.ts";
import type { CampaignGroup } from "#shared/campaign/campaign.ts";
import { campaignFigures, unansweredOf } from "#shared/campaign/campaign-figures.ts";
import type { FormSecret } from "#shared/campaign/campaign-form.ts";
import { contactProposals } from "#shared/campaign/contact-proposal.ts";
import { mailFormCode } from "#shared/campaign/mail-form-code.ts";
import { openCampaign } from "#shared/campaign/open-campaign.ts";
import { confirmForm, sendForm } from "#shared/campaign/send-form.ts";
import { takeForms } from "#shared/campaign/take-forms.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { type Decision, decideRequest } from "#shared/request/decide-request.ts";
import type { RequestId } from "#shared/request/request.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { AccountRecordsInMemory } from "./account-records-in-memory.ts";
import { AgenciesInMemory } from "./agencies-in-memory.ts";
import { aNip, anEmployee } from "./builders.ts";
import { hmacKey } from "./call-api.ts";
import { CampaignsInMemory } from "./campaigns-in-memory.ts";
import { CaptchasInMemory } from "./captchas-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { freezesInMemory } from "./freezes.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { RequestsInMemory } from "./requests-in-memory.ts";
import { actsInNone, aGrant, RolesInMemory } from "./roles-in-memory.ts";
import { solve } from "./solve-captcha.ts";

export type OfficerId = "emp_oka" | "emp_tuti";
export const siti = anEmployee({ id: "emp_siti", phone: "0811 1111 111" });
const officer = (id: OfficerId, last: number) =>
  anEmployee({ id, nip: aNip(`1975021220000120${last}`), email: `${id}@contoh.example` });

export const campaignDays = { firstDay: "2026-11-21", lastDay: "2026-11-30" } as const;
const network = "203.0.113.7";

export class CampaignWorld {
  readonly clock = new FakeClock("2026-11-21T02:00:00.000Z");
  readonly campaigns = new CampaignsInMemory();
  readonly employees: EmployeesInMemory;
  readonly requests: RequestsInMemory;
  readonly accountRecords = new AccountRecordsInMemory();
  readonly freezes = freezesInMemory(this.clock).freezes;
  readonly roles = new RolesInMemory();
  readonly limits = new LimitsInMemory();
  readonly agencies = new AgenciesInMemory();
  readonly captchas = new CaptchasInMemory();
  readonly hmacKey = hmacKey;
  readonly workIterations = 1;
  /** What was mailed, in its order. */
  readonly mailbox: { readonly to: string; readonly lines: readonly string[] }[] = [];
  readonly formsToMail = {
    send: async (message: Parameters<typeof mailFormCode>[1]) => {
      await mailFormCode(
        {
          ...{ forms: this.campaigns, hmacKey, clock: this.clock, turn: async () => {} },
          mailer: {
            deliver: async (to, { lines }) => {
              this.mailbox.push({ to, lines });
              return "sent";
            },
          },
        },
        message,
      );
    },
  };

  constructor(...people: readonly Employee[]) {
    this.employees = new EmployeesInMemory(
      ...people,
      officer("emp_oka", 21),
      officer("emp_tuti", 22),
    );
    this.requests = new RequestsInMemory(this.employees.history);
    this.roles.set("emp_oka", aGrant("petugas"));
    this.roles.set("emp_tuti", aGrant("penyetuju"));
  }

  get kinds() {
    return { contact: contactProposals(this) };
  }

  readonly actsIn = actsInNone;
  readonly standingOf = (id: EmployeeId) => standingOf(this, id);

  async open(group: CampaignGroup = {}, key = "k".repeat(26)) {
    const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;
    const asked = { key, title: "Pemutakhiran surel", group, ...campaignDays, by };
    return await openCampaign(this, asked);
  }

  async send(
    campaign: `cmp_${string}`,
    { nip, email, phone = "0812 3456 7890" }: { nip: Nip; email: string; phone?: string },
    from = network,
  ): Promise<FormSecret> {
    const captcha = solve(await issueCaptcha(this, { purpose: "campaign", network: from }));
    return await sendForm(this, { campaign, nip, email, phone, captcha, network: from });
  }

  /** The newest code that this address was mailed. */
  codeOf(email: string): string {
    const mail = this.mailbox.findLast(({ to }) => to === email);
    return /\d{8}/.exec(mail?.lines[0] ?? "")?.[0] ?? "";
  }

  async fill(
    campaign: `cmp_${string}`,
    form: { nip: Nip; email: string; phone?: string },
    from = network,
  ): Promise<void> {
    const secret = await this.send(campaign, form, from);
    await confirmForm(this, { secret, code: this.codeOf(form.email) });
  }

  async take(): Promise<number> {
    this.clock.advance({ minutes: 5 });
    return await takeForms(this);
  }

  async decide(id: RequestId, by: OfficerId, decision: Decision = { act: "agree" }) {
    const { version = 0 } = (await this.requests.find(id)) ?? {};
    const { grants } = await this.roles.find(by);
    const who = { employeeId: by, instansiId: siti.instansiId, roles: grants };
    this.clock.advance({ seconds: 1 });
    return await decideRequest(this, { id, version, by: who, decision });
  }

  /** Of a person, what came of the campaign's forms. */
  async requestsOf(person: EmployeeId) {
    return await this.requests.of(person, { limit: 99 });
  }

  async figures(id: `cmp_${string}`) {
    const campaign = await this.campaigns.find(id);
    if (!campaign) throw new Error("There is no such campaign.");
    return await campaignFigures(this, campaign);
  }

  async unanswered(id: `cmp_${string}`, after?: string) {
    const campaign = await this.campaigns.find(id);
    if (!campaign) throw new Error("There is no such campaign.");
    const by = { employeeId: "emp_oka", instansiId: siti.instansiId, units: undefined } as const;
    return await unansweredOf(this, campaign, { by, after });
  }

  /** What a code of a form hashes to. */
  async hashOf(id: string, code: string): Promise<string> {
    return await codeHash(hmacKey, { askId: id }, code);
  }
}

/** A world with a campaign that runs. */
export async function openedCampaign(...people: readonly Employee[]) {
  const world = new CampaignWorld(siti, ...people);
  const { id } = await world.open();
  return { world, id };
}
