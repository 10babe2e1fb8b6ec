import { useLocation } from "preact-iso";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { posts as text } from "../messages/posts.ts";
import { Posts } from "./posts.tsx";

const Rules = lazyPart(() => import("./rules.tsx").then((part) => part.Rules), Loading);

/** The posts that decide for an agency's people: who holds them, who stands in, and where nobody decides; with `bagian=aturan` for whom. */
export function PostsPart() {
  return useLocation().query.bagian === "aturan" ? <Rules /> : <PostsAndCheck />;
}

async function read() {
  const [list, check] = await Promise.all([
    call("GET /api/officer/agency/posts", { query: {} }),
    call("GET /api/officer/agency/post-check"),
  ]);
  return { list, check };
}

function PostsAndCheck() {
  const { data, failure, reload, replace } = useLoad(read);
  return (
    <>
      <p class="lead">{text.lead}</p>
      <p>
        <a href={href("/petugas/pejabat?bagian=aturan")}>{text.toRules}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Posts {...data} readAgain={() => read().then(replace, reload)} />}
    </>
  );
}
