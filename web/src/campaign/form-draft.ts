/** What somebody has typed on the way through the form of a campaign. */
import type { RunningCampaigns } from "#shared/campaign/campaign-answers.ts";

export type RunningCampaign = RunningCampaigns["items"][number];

export interface FormDraft {
  readonly campaign: RunningCampaign;
  /** 18 digits. */
  readonly nip: string;
  readonly email: string;
  readonly phone: string;
}

export const steps = ["nip", "contact", "review", "code", "done"] as const;
export type Step = (typeof steps)[number];
