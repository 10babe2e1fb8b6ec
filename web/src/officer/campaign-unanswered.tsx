import { useState } from "preact/hooks";
import type { CampaignDetail, Unanswered } from "#shared/campaign/campaign-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { campaigns as text } from "../messages/campaigns.ts";
import { DataTable } from "./data-table.tsx";

/** Who has not answered, read when it is asked for: each look at a list of people is noted. */
export function CampaignUnanswered({ id }: { readonly id: CampaignDetail["id"] }) {
  const [read, setRead] = useState<Unanswered>();
  const { failure, busy, run } = useReading();
  const next = () =>
    run(async () => {
      const cursor = read?.cursor;
      const page = await call("GET /api/requests/campaigns/{id}/unanswered", {
        ...{ params: { id }, query: { ...(cursor && { cursor }) } },
      });
      setRead({ ...page, items: [...(read?.items ?? []), ...page.items] });
    });
  return (
    <section class="panel" aria-labelledby="unanswered-title">
      <h2 id="unanswered-title">{text.who}</h2>
      {read && read.items.length > 0 && (
        <>
          <p class="hint">{text.whoHint}</p>
          <DataTable
            caption={text.who}
            columns={columns}
            rows={read.items}
            keyOf={({ employeeId }) => employeeId}
            busy={busy}
          />
        </>
      )}
      {read && read.items.length === 0 && !read.cursor && <p role="status">{text.nobodyLeft}</p>}
      {failure && <FailureNotice failure={failure} retry={next} />}
      {(!read || read.cursor) && !failure && (
        <button class="button button-quiet" type="button" onClick={next} aria-disabled={busy}>
          {read ? text.more : text.who}
        </button>
      )}
    </section>
  );
}

type Row = Unanswered["items"][number];

const columns = [
  {
    key: "name",
    label: text.columns.name,
    cell: ({ employeeId, name }: Row) => (
      <a href={href(`/petugas/pegawai?id=${employeeId}`)}>{name}</a>
    ),
  },
  { key: "nip", label: text.columns.nip, cell: ({ nip }: Row) => nip, class: "number" },
  { key: "unit", label: text.columns.unitKerja, cell: ({ unitKerja }: Row) => unitKerja },
];
