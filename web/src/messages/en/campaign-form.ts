import type { CampaignFormText } from "../id/campaign-form.ts";

export const en: CampaignFormText = {
  title: "Contact updates",
  lead: "Your agency collects the e-mail addresses and mobile numbers of its people. You need not sign in.",
  none: "No data update is open now. Ask the personnel office (BKPSDM) of your agency.",
  step: (n) => `Step ${n} of 4`,
  campaign: "Agency (instansi)",
  until: (day, zone) => `until ${day} (${zone})`,
  checkNip: "CEK NIP",
  nipHint:
    "18 digits. For confidentiality only its spelling is checked here, not whether the NIP is registered.",
  back: "Back",
  nip: "NIP",
};
