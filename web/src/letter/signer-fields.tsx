import { useState } from "preact/hooks";
import type { PostAnswer } from "#shared/post/post-answers.ts";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { posts as postTexts } from "../messages/posts.ts";
import { SelectField } from "../officer/select-field.tsx";

interface SignerFieldsProps {
  readonly posts: readonly PostAnswer[];
  readonly post: string | undefined;
  readonly onBehalf: readonly string[];
}

/** Which post signs, and by whose power: only posts above it are offered, so that no form is wrong. */
export function SignerFields({ posts, post, onBehalf }: SignerFieldsProps) {
  const signing = posts.filter(({ acting }) => acting);
  const [chosen, setChosen] = useState(
    signing.find(({ id }) => id === post)?.id ?? signing[0]?.id ?? "",
  );
  return (
    <>
      <SelectField
        name="post"
        label={`${letterWords.fields.post} *`}
        // Not in the list: a title and a name with its degrees are longer than a phone's line.
        hint={signing.filter(({ id }) => id === chosen).map(nameOf)[0]}
        options={signing.map(({ id, title }) => [id, title] as const)}
        value={chosen}
        onChoose={setChosen}
      />
      <SelectField
        key={chosen}
        name="onBehalf"
        label={letterWords.fields.onBehalf}
        options={powersOf(posts, chosen)}
        value={onBehalf.join(" ")}
      />
    </>
  );
}

/** «Plh. Rudi Contoh» */
function nameOf({ acting }: PostAnswer): string {
  const form = acting?.form ? `${postTexts.forms[acting.form]} ` : "";
  return `${form}${acting?.name ?? ""}`;
}

/** Its own; «a.n.» of each above it; «u.b.» of whoever has the power in between. */
function powersOf(
  posts: readonly PostAnswer[],
  chosen: string,
): readonly (readonly [value: string, label: string])[] {
  const above = aboveOf(posts, chosen);
  const chains = above.flatMap((giver, i) => [
    [giver],
    ...above.slice(0, i).map((between) => [giver, between]),
  ]);
  return [
    ["", text.ownPower],
    ...chains.map(
      (chain) =>
        [
          chain.map(({ id }) => id).join(" "),
          text.behalf(chain.map(({ title }) => title)),
        ] as const,
    ),
  ];
}

/** The nearest first. Posts that go round in a circle end. */
function aboveOf(posts: readonly PostAnswer[], chosen: string): PostAnswer[] {
  const found: PostAnswer[] = [];
  let at = posts.find(({ id }) => id === chosen);
  while (at?.above) {
    const next = posts.find(({ id }) => id === at?.above?.id);
    if (!next || next.id === chosen || found.includes(next)) break;
    found.push(next);
    at = next;
  }
  return found;
}
