import { useCallback, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { posts as text } from "../messages/posts.ts";
import { Posts } from "./posts.tsx";

/** The posts that decide for an agency's people: who holds them, who stands in, and where nobody decides. */
export function PostsPart() {
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
    <>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Posts {...data} onSaved={() => setSaves((count) => count + 1)} />}
    </>
  );
}
