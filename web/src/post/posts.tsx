import { useEffect, useState } from "preact/hooks";
import type { PostAnswer, PostCheckAnswer, PostListAnswer } from "#shared/post/post-answers.ts";
import { call } from "../api/member-client.ts";
import { lazyPart } from "../lazy-page.ts";
import { posts as text } from "../messages/posts.ts";
import { Done } from "./done.tsx";
import { PostCheck } from "./post-check.tsx";
import { PostList } from "./post-list.tsx";

/** What is open: a step of a post, or the form of a new one. */
export type Open =
  | { readonly step: "change"; readonly post?: PostAnswer }
  | { readonly step: "stand-ins"; readonly post: PostAnswer };

/** It comes when a post is opened. */
const PostPanel = lazyPart(() => import("./post-panel.tsx").then((part) => part.PostPanel));

interface PostsProps {
  readonly list: PostListAnswer;
  readonly check: PostCheckAnswer;
  /** Ends when what a save changed is shown: the form stays until then, so that nothing moves later. */
  readonly readAgain: () => Promise<void>;
}

/** The check and the list of posts, or what is done with one of them. */
export function Posts({ list, check, readAgain }: PostsProps) {
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<string>();
  const pages = usePages(list);
  return (
    <>
      <div role="status">{done && !open && <Done key={done} message={done} />}</div>
      {open ? (
        <PostPanel
          key={open.post?.id}
          open={open}
          titles={pages.items.map(({ title }) => title)}
          leave={() => setOpen(undefined)}
          onSaved={async (saved) => {
            await readAgain();
            setOpen(undefined);
            setDone(text.saved(saved.title));
          }}
        />
      ) : (
        <>
          <PostCheck check={check} />
          <PostList {...pages} readOnly={list.readOnly === true} open={setOpen} />
        </>
      )}
    </>
  );
}

/** The pages that were asked for, each once. */
function usePages(first: PostListAnswer) {
  const [more, setMore] = useState<readonly PostListAnswer[]>([]);
  useEffect(() => setMore([]), [first]);
  const { cursor } = more.at(-1) ?? first;
  return {
    items: [first, ...more].flatMap(({ items }) => items),
    readMore:
      cursor === undefined
        ? undefined
        : async () => {
            const next = await call("GET /api/officer/agency/posts", { query: { cursor } });
            setMore([...more, next]);
          },
  };
}
