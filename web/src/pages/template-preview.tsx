import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { operator as text } from "../messages/operator.ts";
import type { PageQuery } from "../officer/page-query.ts";

const Specimens = lazyPart(() =>
  import("../operator/specimens.tsx").then((part) => part.Specimens),
);
const NoticeList = lazyPart(() =>
  import("../operator/notice-list.tsx").then((part) => part.NoticeList),
);

/** What an operator looks at before people get it: cards with the names that break layouts, and the words of every notice. */
export function TemplatePreviewPage({ query }: { query: PageQuery }) {
  return query.bagian === "pemberitahuan" ? <Notices /> : <Template />;
}

function Notices() {
  useTitle(text.notices);
  return (
    <>
      <p>
        <a href={href("/operator/pratinjau")}>{common.pages.templatePreview}</a>
      </p>
      <Heading>{text.notices}</Heading>
      <NoticeList />
    </>
  );
}

const read = () => call("GET /api/operator/template");

function Template() {
  useTitle(common.pages.templatePreview);
  const { data, failure, reload } = useLoad(read);
  return (
    <>
      <Heading>{common.pages.templatePreview}</Heading>
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
