import { useState } from "preact/hooks";
import type { NamedPerson, PostAnswer } from "#shared/post/post-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { posts as text } from "../messages/posts.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import { reasonProblem } from "../officer/employee-change.ts";
import { PersonChoice } from "./person-choice.tsx";
import { postFailures } from "./post-failures.ts";
import { PersonName, personName } from "./post-list.tsx";

interface StandInsProps {
  readonly title: string;
  readonly post: PostAnswer;
  readonly onSaved: (saved: PostAnswer) => Promise<void>;
}

type ToldStandIn = PostAnswer["standIns"][number];

/** Who stands in for a post now and later, and the form for one more, or for the end of one. */
export function StandIns({ title, post, onSaved }: StandInsProps) {
  const [ending, setEnding] = useState<ToldStandIn>();
  return (
    <>
      {post.standIns.length === 0 && <p>{text.noStandIns}</p>}
      {post.standIns.length > 0 && (
        <ul>
          {post.standIns.map((each) => (
            <li key={`${each.person.id} ${each.from}`}>
              {text.forms[each.form]} <PersonName person={each.person} />,{" "}
              {text.span(dayText(each.from), each.until && dayText(each.until))}{" "}
              <button
                class="link-button"
                type="button"
                aria-label={text.endOf(nameOf(each))}
                onClick={() => setEnding(each)}
              >
                {text.end}
              </button>
            </li>
          ))}
        </ul>
      )}
      {ending ? (
        <EndForm
          key={`${ending.person.id} ${ending.from}`}
          post={post}
          {...{ title, ending, onSaved }}
        />
      ) : (
        <AddForm title={title} post={post} onSaved={onSaved} />
      )}
    </>
  );
}

function nameOf({ form, person }: ToldStandIn): string {
  return `${text.forms[form]} ${personName(person)}`;
}

function EndForm({
  title,
  post: { id, revision },
  ending,
  onSaved,
}: StandInsProps & { readonly ending: ToldStandIn }) {
  const name = nameOf(ending);
  return (
    <>
      <h3>{text.endQuestion(name)}</h3>
      <Form
        title={title}
        names={["reason"]}
        check={(values) => problemsOf(values, { reason: reasonProblem })}
        submit={text.endOf(name)}
        look="button button-danger"
        failures={postFailures}
        problems={text.problems}
        send={async ({ reason }) => {
          const body = {
            ...{ revision, reason: reason.trim() },
            ...{ person: ending.person.id, from: ending.from },
          };
          await onSaved(
            await call("POST /api/officer/agency/posts/{id}/stand-ins/end", {
              params: { id },
              body,
            }),
          );
        }}
      >
        <Reason />
      </Form>
    </>
  );
}

/** Long: markup, in the order of the page. */
function AddForm({ title, post: { id, revision, holder }, onSaved }: StandInsProps) {
  const [person, setPerson] = useState<NamedPerson>();
  const form = holder ? "plh" : "plt";
  return (
    <>
      <h3>{text.addStandIn(text.forms[form])}</h3>
      <p class="hint">{text.standInHint[form]}</p>
      <Form
        title={title}
        names={["person", "from", "until", "reason"]}
        check={(values) => [
          ...(person ? [] : [{ field: "person", code: "required" } as const]),
          ...problemsOf(values, {
            from: day,
            until: form === "plh" ? day : dayOrNone,
            reason: reasonProblem,
          }),
        ]}
        submit={text.save}
        failures={postFailures}
        problems={text.problems}
        send={async ({ from, until, reason }) => {
          if (!person) return;
          const body = {
            ...{ revision, person: person.id, from, reason: reason.trim() },
            ...(until && { until }),
          };
          await onSaved(
            await call("POST /api/officer/agency/posts/{id}/stand-ins", { params: { id }, body }),
          );
        }}
      >
        <PersonChoice
          name="person"
          label={`${text.person} *`}
          hint={text.personHint}
          chosen={person}
          choose={setPerson}
        />
        <DayField name="from" label={`${text.from} *`} />
        {form === "plh" ? (
          <DayField name="until" label={`${text.until} *`} />
        ) : (
          <DayField name="until" label={text.until} hint={text.untilHint} />
        )}
        <Reason />
      </Form>
    </>
  );
}

function Reason() {
  return (
    <TextField name="reason" label={`${text.reason} *`} hint={text.reasonHint} autoComplete="off" />
  );
}
