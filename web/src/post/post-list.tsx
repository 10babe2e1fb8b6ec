import { useState } from "preact/hooks";
import type { NamedPerson, PostAnswer } from "#shared/post/post-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { type Failure, failureOf } from "../forms/failure.ts";
import { posts as text } from "../messages/posts.ts";
import type { Open } from "./posts.tsx";

interface PostListProps {
  readonly items: readonly PostAnswer[];
  readonly readMore: (() => Promise<void>) | undefined;
  readonly readOnly: boolean;
  readonly open: (open: Open) => void;
}

/** The posts by their titles. */
export function PostList({ items, readMore, readOnly, open }: PostListProps) {
  return (
    <section class="print-list" aria-labelledby="posts-title">
      <h2 id="posts-title">{text.list}</h2>
      {items.length === 0 && <p>{text.none}</p>}
      {!readOnly && (
        <p class="button-row">
          <button class="button" type="button" onClick={() => open({ step: "change" })}>
            {text.add}
          </button>
        </p>
      )}
      <ul>
        {items.map((post) => (
          <PostItem key={post.id} post={post} readOnly={readOnly} open={open} />
        ))}
      </ul>
      {readMore && <ReadMore readMore={readMore} />}
    </section>
  );
}

/** Long: markup, in the order of the item. */
function PostItem({
  post,
  readOnly,
  open,
}: Pick<PostListProps, "readOnly" | "open"> & { readonly post: PostAnswer }) {
  const { title, holder, acting, above, isOwn } = post;
  return (
    <li class="panel print-item">
      <h3 translate={false}>{title}</h3>
      <dl class="record-facts">
        <div>
          <dt>{text.holder}</dt>
          <dd>{holder ? <PersonName person={holder} /> : text.noHolder}</dd>
        </div>
        <div>
          <dt>{text.acting}</dt>
          <dd>
            {acting?.form && `${text.forms[acting.form]} `}
            {acting ? <PersonName person={acting} /> : text.nobody}
          </dd>
        </div>
        {above && (
          <div>
            <dt>{text.above}</dt>
            <dd translate={false}>{above.title}</dd>
          </div>
        )}
      </dl>
      {isOwn && <p class="hint">{text.ownPost}</p>}
      {!readOnly && !isOwn && (
        <p class="button-row">
          <button
            class="button button-quiet"
            type="button"
            aria-label={text.changeOf(title)}
            onClick={() => open({ step: "change", post })}
          >
            {text.change}
          </button>
          <button
            class="button button-quiet"
            type="button"
            aria-label={text.standInsOf(title)}
            onClick={() => open({ step: "stand-ins", post })}
          >
            {text.standIns}
          </button>
        </p>
      )}
    </li>
  );
}

export function PersonName({ person }: { readonly person: NamedPerson }) {
  return (
    <>
      <span translate={false}>{personName(person)}</span>
      {person.hasLeft && <span class="fact-hint">{text.hasLeft}</span>}
    </>
  );
}

export function personName({ name }: NamedPerson): string {
  return name ?? text.unknownPerson;
}

function ReadMore({ readMore }: { readonly readMore: () => Promise<void> }) {
  const [failure, setFailure] = useState<Failure>();
  const read = () => {
    setFailure(undefined);
    return readMore().catch((error: unknown) => setFailure(failureOf(error)));
  };
  if (failure) return <FailureNotice failure={failure} retry={read} />;
  return (
    <button class="button button-quiet" type="button" onClick={read}>
      {text.more}
    </button>
  );
}
