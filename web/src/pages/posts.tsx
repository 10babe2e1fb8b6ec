import { useCallback, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { posts as text } from "../messages/posts.ts";
import { Posts } from "../post/posts.tsx";

/** The posts that decide for an agency's people: who holds them, who stands in, and where nobody decides. */
export function PostsPage() {
  useTitle(officePages.posts);
  const [saves, setSaves] = useState(0);
  const load = useCallback(async () => {
    const [list, check] = await Promise.all([
      call("GET /api/officer/agency/posts", { query: {} }),
      call("GET /api/officer/agency/post-check"),
    ]);
    return { list, check };
    // Each save changes what is found.
  }, [saves]);
  const { data, failure, reload } = useLoad(load);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.posts}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Posts {...data} onSaved={() => setSaves((count) => count + 1)} />}
    </div>
  );
}
