import { useLocation } from "preact-iso";
import type { BodyOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { campaigns as text } from "../messages/campaigns.ts";
import { recordForms } from "../messages/record-forms.ts";
import { groupText } from "./campaign-list.tsx";
import { StepTitle } from "./step-title.tsx";

/** What would be opened, and how many people it would ask. */
export interface CheckedCampaign {
  readonly body: Omit<BodyOf<"POST /api/requests/campaigns">, "only">;
  readonly people: number;
}

interface ReviewProps extends CheckedCampaign {
  readonly edit: () => void;
}

/** The last look before everybody can read it, and each of its people is asked. */
export function CampaignReview({ body, people, edit }: ReviewProps) {
  const { route } = useLocation();
  return (
    <>
      <StepTitle id="review-title">{text.review}</StepTitle>
      <p>
        <strong translate={false}>{body.title}</strong>
        <br />
        {text.between(dayText(body.firstDay), dayText(body.lastDay))}. {groupText(body.group)}.
      </p>
      <p>
        <strong>{text.asks(people)}</strong>
      </p>
      <p>
        <button class="button button-quiet" type="button" onClick={edit}>
          {text.edit}
        </button>
      </p>
      <Form
        title={text.begin}
        names={[]}
        check={() => []}
        submit={text.open}
        failures={text.failures}
        problems={recordForms.problems}
        send={async () => {
          const opened = await call("POST /api/requests/campaigns", { body });
          if ("id" in opened) route(href(`/petugas/pengajuan?bagian=pemutakhiran&id=${opened.id}`));
        }}
      >
        {null}
      </Form>
    </>
  );
}
