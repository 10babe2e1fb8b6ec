import type { CampaignFacts } from "#shared/campaign/campaign-answers.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { campaigns as text } from "../messages/campaigns.ts";
import { common } from "../messages/common.ts";

const read = () => call("GET /api/requests/campaigns");

/** The campaigns of the agency, the one that ends last first. */
export function CampaignList() {
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      <p class="button-row">
        {data && !data.readOnly && (
          <a class="button" href={href("/petugas/pengajuan?bagian=pemutakhiran&baru=")}>
            {text.begin}
          </a>
        )}
        <a href={href("/kontak")}>{text.public}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.none}</p>}
      {data && data.items.length > 0 && (
        <section class="panel" aria-labelledby="campaigns-title">
          <h2 id="campaigns-title">{text.list}</h2>
          <ul>
            {data.items.map((item) => (
              <li key={item.id}>
                <a href={href(`/petugas/pengajuan?bagian=pemutakhiran&id=${item.id}`)}>
                  {item.title}
                </a>
                <br />
                <span class="hint">
                  {text.phases[item.phase]}, {daysOf(item)}, {text.people(item.people)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function daysOf({ firstDay, lastDay, zone }: CampaignFacts): string {
  return text.days(dayText(firstDay), dayText(lastDay), zone);
}

export function groupText({ units, kind, lacks }: CampaignFacts["group"]): string {
  return [
    ...(units ?? [text.everybody]),
    ...(kind ? [kindName(kind)] : []),
    ...(lacks ? [text.lacking[lacks]] : []),
  ].join(", ");
}
