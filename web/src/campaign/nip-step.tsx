import { useState } from "preact/hooks";
import { parseNip } from "#shared/employee/nip.ts";
import { dayText } from "../clock-text.ts";
import { nip, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { campaignForm as text } from "../messages/campaign-form.ts";
import { SelectField } from "../officer/select-field.tsx";
import type { FormDraft, RunningCampaign } from "./form-draft.ts";
import { StepFrame } from "./step-frame.tsx";

interface NipStepProps {
  readonly campaigns: readonly RunningCampaign[];
  readonly typed: FormDraft | undefined;
  /** Of whoever is signed in. */
  readonly ownNip: string;
  readonly takesFocus: boolean;
  readonly onDone: (typed: Pick<FormDraft, "campaign" | "nip">) => void;
}

/** «CEK NIP»: only its spelling, on this device. The server is not asked, so nobody learns here whose number it is. Long: markup, in the order of the page. */
export function NipStep({ campaigns, typed, ownNip, takesFocus, onDone }: NipStepProps) {
  const [chosen, setChosen] = useState(typed?.campaign.id ?? campaigns[0]?.id ?? "");
  const shown = campaigns.find(({ id }) => id === chosen);
  return (
    <StepFrame step={1} title={text.title} takesFocus={takesFocus}>
      <p class="lead">{text.lead}</p>
      <Form
        title={text.title}
        names={["campaign", "nip"]}
        check={(values) => problemsOf(values, { nip })}
        submit={text.checkNip}
        send={async (values) => {
          const campaign = campaigns.find(({ id }) => id === values.campaign);
          const number = parseNip(values.nip);
          if (campaign && number) onDone({ campaign, nip: number });
        }}
      >
        <SelectField
          name="campaign"
          label={text.campaign}
          options={campaigns.map((each) => [each.id, campaignText(each, campaigns)])}
          value={chosen}
          onChoose={setChosen}
        />
        <p role="status">
          {shown && (
            <>
              <strong>{shown.title}</strong>, {text.until(dayText(shown.lastDay), shown.zone)}
            </>
          )}
        </p>
        <TextField
          name="nip"
          label={text.nip}
          hint={text.nipHint}
          defaultValue={typed?.nip ?? ownNip}
          inputMode="numeric"
          autoComplete="off"
          spellcheck={false}
        />
      </Form>
    </StepFrame>
  );
}

/** Of an agency with more than one its title too. */
function campaignText(
  { instansi, title }: RunningCampaign,
  all: readonly RunningCampaign[],
): string {
  const isOne = all.filter((each) => each.instansi === instansi).length === 1;
  return isOne ? instansi : `${instansi}: ${title}`;
}
