import type { PostCheckAnswer } from "#shared/post/post-answers.ts";
import { posts as text } from "../messages/posts.ts";

/** Where nobody decides today, above the list: what an officer has to mend. */
export function PostCheck({ check }: { readonly check: PostCheckAnswer }) {
  const { posts, findings, gaps, isCut } = check;
  const matters = findings.length + gaps.length;
  if (posts === 0) return null;
  return (
    <section class="panel" aria-labelledby="check-title">
      <h2 id="check-title">{text.check.title}</h2>
      <p>{matters === 0 ? text.check.fine(posts) : text.check.found(matters)}</p>
      {matters > 0 && (
        <ul>
          {findings.map(({ code, post }) => (
            <li key={`${post.id} ${code}`}>
              <strong translate={false}>{post.title}</strong>: {text.check.codes[code]}
            </li>
          ))}
          {gaps.map(({ of, finding, name = text.check.everybody }) => (
            <li key={`${of} ${finding} ${name}`}>
              <strong>{name}</strong>, {text.check.gap[of]}: {text.check.gaps[finding]}
            </li>
          ))}
        </ul>
      )}
      {isCut && <p class="hint">{text.check.isCut}</p>}
    </section>
  );
}
