import { useState } from "preact/hooks";
import { leaveKinds, leavePlaces } from "#shared/post/leave-kinds.ts";
import type { NamedPerson } from "#shared/post/post-answers.ts";
import type { DecidersAnswer, ToldDecider } from "#shared/post/rule-answers.ts";
import { call } from "../api/member-client.ts";
import { Form } from "../forms/form.tsx";
import { posts } from "../messages/posts.ts";
import { rules as text } from "../messages/rules.ts";
import { SelectField } from "../officer/select-field.tsx";
import { PersonChoice } from "./person-choice.tsx";

/** Who would decide for one person today: what an officer looks at after changing a rule. Long: markup, in the order of the page. */
export function WhoDecides() {
  const [person, setPerson] = useState<NamedPerson>();
  const [told, setTold] = useState<DecidersAnswer>();
  return (
    <section class="panel" aria-labelledby="who-title">
      <h2 id="who-title">{text.who}</h2>
      <p class="hint">{text.whoHint}</p>
      <div class="narrow-form">
        <Form
          title={text.title}
          names={["person", "leave", "place"]}
          check={() => (person ? [] : [{ field: "person", code: "required" }])}
          submit={text.ask}
          look="button button-quiet"
          send={async (values) => {
            const leave = leaveKinds.find((each) => each === values.leave);
            const place = leavePlaces.find((each) => each === values.place);
            if (!person || !leave || !place) return;
            const query = { person: person.id, leave, place };
            setTold(await call("GET /api/officer/agency/deciders", { query }));
          }}
        >
          <PersonChoice
            name="person"
            label={`${text.person} *`}
            hint={posts.personHint}
            chosen={person}
            choose={setPerson}
          />
          <SelectField
            name="leave"
            label={text.leave}
            options={leaveKinds.map((each) => [each, text.kinds[each]] as const)}
            value="tahunan"
          />
          <SelectField
            name="place"
            label={text.place}
            options={leavePlaces.map((each) => [each, text.places[each]] as const)}
            value="home"
          />
        </Form>
      </div>
      <div role="status">
        {told && (
          <dl class="record-facts">
            <Decider name={text.superior} decider={told.superior} />
            <Decider name={text.authority} decider={told.authority} />
          </dl>
        )}
      </div>
    </section>
  );
}

function Decider({ name, decider }: { readonly name: string; readonly decider: ToldDecider }) {
  return (
    <div>
      <dt>{name}</dt>
      {"finding" in decider ? (
        <dd>{text.findings[decider.finding]}</dd>
      ) : (
        <dd translate={false}>
          {decider.form && `${posts.forms[decider.form]} `}
          {decider.name}
          <span class="fact-hint">{decider.post.title}</span>
        </dd>
      )}
    </div>
  );
}
