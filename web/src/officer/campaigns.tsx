import type { CampaignFacts } from "#shared/campaign/campaign-answers.ts";
import { href } from "../language.ts";
import { campaigns as text } from "../messages/campaigns.ts";
import { CampaignList } from "./campaign-list.tsx";
import { NewCampaign } from "./new-campaign.tsx";
import { OneCampaign } from "./one-campaign.tsx";

interface CampaignsProps {
  readonly id: CampaignFacts["id"] | undefined;
  readonly isNew: boolean;
}

/** How officers ask a group of their people for addresses and telephones. */
export function Campaigns({ id, isNew }: CampaignsProps) {
  if (!id && !isNew) return <CampaignList />;
  return (
    <>
      <p>
        <a href={href("/petugas/pengajuan?bagian=pemutakhiran")}>{text.back}</a>
      </p>
      {id ? <OneCampaign key={id} id={id} /> : <NewCampaign />}
    </>
  );
}
