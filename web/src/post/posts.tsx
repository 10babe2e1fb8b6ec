import { useEffect, useRef, useState } from "preact/hooks";
import type { PostAnswer, PostCheckAnswer, PostListAnswer } from "#shared/post/post-answers.ts";
import { call } from "../api/member-client.ts";
import { lazyPart } from "../lazy-page.ts";
import { posts as text } from "../messages/posts.ts";
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
  readonly onSaved: () => void;
}

/** The check and the list of posts, or what is done with one of them. */
export function Posts({ list, check, onSaved }: PostsProps) {
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
          onSaved={(saved) => {
            setOpen(undefined);
            setDone(text.saved(saved.title));
            onSaved();
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

/** It has the focus, because the form that had it is gone. */
function Done({ message }: { readonly message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}
