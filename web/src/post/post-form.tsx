import { useState } from "preact/hooks";
import type { NamedPerson, PostAnswer } from "#shared/post/post-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { FieldFrame, TextField, useFieldWiring } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { posts as text } from "../messages/posts.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { PersonChoice } from "./person-choice.tsx";
import { postFailures } from "./post-failures.ts";

interface PostFormProps {
  readonly title: string;
  /** Absent: a new one. */
  readonly post: PostAnswer | undefined;
  readonly titles: readonly string[];
  readonly onSaved: (saved: PostAnswer) => Promise<void>;
}

/** Title, holder and the post above. Long: markup, in the order of the page. */
export function PostForm({ title, post, titles, onSaved }: PostFormProps) {
  const [holder, setHolder] = useState<NamedPerson | undefined>(post?.holder);
  const hasStandIns = post !== undefined && post.standIns.length > 0;
  return (
    <Form
      title={title}
      names={["title", "holder", "above", "reason"]}
      check={(values) => problemsOf(values, { title: required, reason: reasonProblem })}
      submit={text.save}
      failures={postFailures}
      problems={text.problems}
      send={async (values) => {
        const above = values.above.trim();
        const details = {
          title: values.title.trim(),
          ...(holder && { holder: holder.id }),
          ...(above !== "" && { above }),
        };
        const said = { details, reason: values.reason.trim() };
        await onSaved(await save(post, said));
      }}
    >
      <TextField
        name="title"
        label={`${text.title} *`}
        hint={text.titleHint}
        autoComplete="off"
        defaultValue={post?.title ?? ""}
      />
      <PersonChoice
        name="holder"
        label={text.holder}
        hint={text.holderHint}
        chosen={holder}
        choose={setHolder}
      />
      {hasStandIns && holder?.id !== post.holder?.id && (
        <p class="notice notice-warning">{text.holderEnds}</p>
      )}
      <AboveField titles={titles} above={post?.above?.title ?? ""} />
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={text.reasonHint}
        autoComplete="off"
      />
    </Form>
  );
}

function save(
  post: PostAnswer | undefined,
  said: {
    readonly details: { title: string; holder?: NamedPerson["id"]; above?: string };
    readonly reason: string;
  },
): Promise<PostAnswer> {
  if (!post) return call("POST /api/officer/agency/posts", { body: said });
  const { id, revision } = post;
  return call("PATCH /api/officer/agency/posts/{id}", {
    params: { id },
    body: { ...said, revision },
  });
}

/** The titles that are shown are suggested; any other one is typed whole. */
function AboveField({
  titles,
  above,
}: {
  readonly titles: readonly string[];
  readonly above: string;
}) {
  const wiring = useFieldWiring({ name: "above", hint: text.aboveHint });
  return (
    <FieldFrame name="above" label={text.above} hint={text.aboveHint}>
      <input {...wiring} type="text" list="titles" defaultValue={above} autoComplete="off" />
      <datalist id="titles">
        {titles.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
