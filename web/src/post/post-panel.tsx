import type { PostAnswer } from "#shared/post/post-answers.ts";
import { posts as text } from "../messages/posts.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { PostForm } from "./post-form.tsx";
import type { Open } from "./posts.tsx";
import { StandIns } from "./stand-ins.tsx";

interface PostPanelProps {
  readonly open: Open;
  /** Of the posts that are shown: a help to type the one above. */
  readonly titles: readonly string[];
  readonly onSaved: (saved: PostAnswer) => Promise<void>;
  readonly leave: () => void;
}

/** What is done with one post, or a new one. */
export function PostPanel({ open, titles, onSaved, leave }: PostPanelProps) {
  const title = titleOf(open);
  return (
    <section class="panel" aria-labelledby="post-title">
      <StepTitle id="post-title">{title}</StepTitle>
      <div class="narrow-form">
        {open.step === "change" ? (
          <PostForm
            title={title}
            post={open.post}
            titles={titles.filter((each) => each !== open.post?.title)}
            onSaved={onSaved}
          />
        ) : (
          <StandIns title={title} post={open.post} onSaved={onSaved} />
        )}
      </div>
      <WayOut leave={leave}>{text.back}</WayOut>
    </section>
  );
}

function titleOf({ step, post }: Open): string {
  if (!post) return text.add;
  return step === "change" ? text.changeOf(post.title) : text.standInsOf(post.title);
}
