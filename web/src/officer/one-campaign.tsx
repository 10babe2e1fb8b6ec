import { useCallback, useState } from "preact/hooks";
import type { CampaignDetail } from "#shared/campaign/campaign-answers.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { campaigns as text } from "../messages/campaigns.ts";
import { common } from "../messages/common.ts";
import { Instant } from "../session/instant.tsx";
import { CampaignFile } from "./campaign-file.tsx";
import { daysOf, groupText } from "./campaign-list.tsx";
import { CampaignUnanswered } from "./campaign-unanswered.tsx";
import { Told } from "./told.tsx";

/** A campaign with its figures, its end, and who has not answered. */
export function OneCampaign({ id }: { readonly id: CampaignDetail["id"] }) {
  const load = useCallback(
    () => call("GET /api/requests/campaigns/{id}", { params: { id } }),
    [id],
  );
  const { data, failure, reload, replace } = useLoad(load);
  const [told, setTold] = useState<string>();
  return (
    <>
      <Told message={told} />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <div class="panels">
          <Facts campaign={data} />
          <Figures {...data.figures} />
          {!data.readOnly && <CampaignFile id={id} />}
          {data.phase !== "ended" && !data.readOnly && (
            <End
              campaign={data}
              onEnded={(ended) => {
                replace(ended);
                setTold(text.ended);
              }}
            />
          )}
          <CampaignUnanswered id={id} />
        </div>
      )}
    </>
  );
}

function Facts({ campaign }: { readonly campaign: CampaignDetail }) {
  const { title, phase, group, endedAt, people } = campaign;
  return (
    <section class="panel" aria-labelledby="campaign-title">
      <h2 id="campaign-title">{title}</h2>
      <p>
        <strong>{text.phases[phase]}</strong>, {daysOf(campaign)}
        {endedAt && (
          <>
            {". "}
            {text.endedEarly}: <Instant at={endedAt} />
          </>
        )}
      </p>
      <dl class="record-facts">
        <Fact term={text.group}>
          {groupText(group)} ({text.people(people)})
        </Fact>
      </dl>
      <p class="button-row">
        <a href={href("/petugas/pengajuan")}>{text.decide}</a>
        <a href={href("/kontak")}>{text.public}</a>
      </p>
    </section>
  );
}

const shown = ["received", "waiting", "approved", "refused", "unanswered", "unmatched"] as const;

function Figures(figures: CampaignDetail["figures"]) {
  return (
    <section class="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">{text.figures}</h2>
      <dl class="record-facts">
        {shown.map((each) => (
          <Fact key={each} term={text[each]}>
            {figures[each]}
          </Fact>
        ))}
      </dl>
      {figures.unmatched > 0 && <p class="hint">{text.unmatchedHint}</p>}
    </section>
  );
}

interface EndProps {
  readonly campaign: CampaignDetail;
  readonly onEnded: (ended: CampaignDetail) => void;
}

/** It cannot be opened again, so it is asked once more. */
function End({ campaign: { id, version }, onEnded }: EndProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section class="panel" aria-labelledby="end-title">
      <h2 id="end-title">{text.end}</h2>
      <p>{text.endHint}</p>
      {isAsked ? (
        <Form
          title={text.end}
          names={[]}
          check={() => []}
          submit={text.endSure}
          look="button button-danger"
          failures={text.failures}
          send={async () => {
            const body = { version };
            onEnded(await call("POST /api/requests/campaigns/{id}/end", { params: { id }, body }));
          }}
        >
          {null}
        </Form>
      ) : (
        <button class="button button-quiet" type="button" onClick={() => setAsked(true)}>
          {text.end}
        </button>
      )}
    </section>
  );
}
