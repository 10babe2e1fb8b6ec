import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { operator as text } from "../messages/operator.ts";
import { operatorPages } from "../messages/operator-pages.ts";
import type { PageQuery } from "../officer/page-query.ts";

const Specimens = lazyPart(
  () => import("../operator/specimens.tsx").then((part) => part.Specimens),
  Loading,
);
const NoticeList = lazyPart(
  () => import("../operator/notice-list.tsx").then((part) => part.NoticeList),
  Loading,
);

const OwnMatters = lazyPart(() =>
  import("../home/own-matters.tsx").then((part) => part.OwnMatters),
);

const readWaiting = () => call("GET /api/operator/approvals");

/** An operator's first page: what waits for this one, and the way to everything that operators do. Long: markup, in the order of the page. */
export function OperatorHomePage() {
  useTitle(common.pages.desk);
  const { data, failure, reload } = useLoad(readWaiting);
  const { home } = text;
  const services = [
    ["/operator/peran", operatorPages.roles, home.hints.roles],
    ["/operator/instansi", officePages.agency, home.hints.agency],
    ["/operator/pratinjau", operatorPages.templatePreview, home.hints.template],
    ["/operator/pratinjau?bagian=pemberitahuan", text.notices, home.hints.notices],
  ] as const;
  return (
    <div class="fills-screen">
      <Heading>{common.pages.desk}</Heading>
      <p class="lead">{home.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          {data.waiting.length === 0 ? (
            <p class="notice notice-good">{home.nothing}</p>
          ) : (
            <p class="notice notice-info">
              <a href={href("/operator/peran")}>{home.waiting(data.waiting.length)}</a>
            </p>
          )}
          <nav class="panel" aria-label={home.services}>
            <h2>{home.services}</h2>
            <ul>
              {services.map(([path, name, hint]) => (
                <li key={path}>
                  <a href={href(path)}>{name}</a>
                  <div class="hint">{hint}</div>
                </li>
              ))}
            </ul>
          </nav>
          <OwnMatters />
        </>
      )}
    </div>
  );
}

/** What an operator looks at before people get it: cards with the names that break layouts, and the words of every notice. */
export function TemplatePreviewPage({ query }: { query: PageQuery }) {
  return query.bagian === "pemberitahuan" ? <Notices /> : <Template />;
}

function Notices() {
  useTitle(text.notices);
  return (
    <>
      <p>
        <a href={href("/operator/pratinjau")}>{operatorPages.templatePreview}</a>
      </p>
      <Heading>{text.notices}</Heading>
      <NoticeList />
    </>
  );
}

const read = () => call("GET /api/operator/template");

function Template() {
  useTitle(operatorPages.templatePreview);
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <Heading>{operatorPages.templatePreview}</Heading>
      <p class="lead">{text.lead}</p>
      <p>
        <a href={href("/operator/pratinjau?bagian=pemberitahuan")}>{text.notices}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Specimens template={data} />}
    </>
  );
}
