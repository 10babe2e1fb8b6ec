import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { ownData as text } from "../messages/own-data.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { fieldName, valueText } from "../officer/value-text.ts";
import { CopySection } from "../own-data/copy-section.tsx";
import { OwnCalendar } from "../workday/own-calendar.tsx";

/** Below the rest, so that nothing moves when it comes. */
const OwnChecks = lazyPart(() =>
  import("../own-data/own-checks.tsx").then((part) => part.OwnChecks),
);

/** What is held about who is signed in; with `bagian` the days on which they work, at no address of their own: it would cost every page bytes. */
export function OwnDataPage({ query }: { query: PageQuery }) {
  return query.bagian === "kalender" ? <OwnCalendar query={query} /> : <OwnData />;
}

/** The record, the way to report what is wrong in it, and a copy of all. Long: markup, in the order of the page. */
function OwnData() {
  useTitle(common.pages.ownData);
  const { data, failure, reload } = useLoad(read);
  return (
    <div class="account fills-screen">
      <p>
        <a href={href("/akun")}>{text.back}</a>
      </p>
      <Heading>{common.pages.ownData}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <section class="panel" aria-labelledby="own-record-title">
            <h2 id="own-record-title">{text.record}</h2>
            <dl class="own-record">
              {data.reportable.map(({ field, value }) => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd translate={false}>{value === "" ? text.none : valueText(field, value)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section class="panel" aria-labelledby="report-title">
            <h2 id="report-title">{text.report.title}</h2>
            <p>{text.report.hint}</p>
            <p>
              <a class="button" href={href("/pengajuan?baru=laporan")}>
                {text.report.begin}
              </a>
            </p>
          </section>
          <CopySection />
          <OwnChecks />
        </>
      )}
    </div>
  );
}

const read = () => call("GET /api/requests/mine/fields");
