import { useState } from "preact/hooks";
import { delegableLeave, leavePlaces } from "#shared/post/leave-kinds.ts";
import type { NamedPerson } from "#shared/post/post-answers.ts";
import type { RuleAnswer, RuleRequest } from "#shared/post/rule-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { posts } from "../messages/posts.ts";
import { rules as text } from "../messages/rules.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { UnitField } from "../officer/unit-field.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { ruleName } from "./rule-name.ts";

interface RulePanelProps {
  readonly open: RuleAnswer | "new";
  readonly onSaved: (saved: RuleAnswer) => Promise<void>;
  readonly leave: () => void;
}

const targets = ["unit", "person", "agency"] as const;
const kinds = ["all", ...delegableLeave] as const;
/** A field for each place and kind: "home-all", "abroad-sakit". */
const grantFields = leavePlaces.flatMap((place) =>
  kinds.map((kind) => ({ place, kind, name: `${place}-${kind}` })),
);
const names: readonly string[] = [
  ...["unitKerja", "person", "superior", "ppk", "reason"],
  ...grantFields.map(({ name }) => name),
];

/** The form of one rule, or of a new one. Long: markup, in the order of the page. */
export function RulePanel({ open, onSaved, leave }: RulePanelProps) {
  const rule = open === "new" ? undefined : open;
  const title = rule ? text.changeOf(ruleName(rule)) : text.add;
  const [kind, setKind] = useState<(typeof targets)[number]>("unit");
  const [person, setPerson] = useState<NamedPerson>();
  const isAgency = rule ? rule.target === "agency" : kind === "agency";
  return (
    <section class="panel" aria-labelledby="rule-title">
      <StepTitle id="rule-title">{title}</StepTitle>
      <div class="narrow-form">
        {!rule && (
          <SelectField
            name="target"
            label={text.forWhom}
            options={targets.map((each) => [each, text.targets[each]] as const)}
            value={kind}
            onChoose={(value) => setKind(targets.find((each) => each === value) ?? "unit")}
          />
        )}
        <Form
          title={title}
          names={names}
          check={(values) => [
            ...(rule || kind !== "unit" ? [] : problemsOf(values, { unitKerja: required })),
            ...(rule || kind !== "person" || person
              ? []
              : [{ field: "person", code: "required" } as const]),
            ...problemsOf(values, { reason: reasonProblem }),
          ]}
          submit={posts.save}
          failures={{ ...text.failures, "own-record": text.own }}
          problems={posts.problems}
          send={async (values) => {
            const target =
              rule?.target ??
              (kind === "agency"
                ? kind
                : kind === "person" && person
                  ? person.id
                  : { unit: values.unitKerja ?? "" });
            const body = {
              ...{ target, revision: rule?.revision ?? 0 },
              ...{ details: detailsOf(values), reason: (values.reason ?? "").trim() },
            };
            await onSaved(await call("POST /api/officer/agency/decider-rules", { body }));
          }}
        >
          {!rule && kind === "unit" && (
            <UnitField unit="" label={`${text.unit} *`} hint={undefined} />
          )}
          {!rule && kind === "person" && (
            <PersonChoice
              name="person"
              label={`${text.person} *`}
              hint={posts.personHint}
              chosen={person}
              choose={setPerson}
            />
          )}
          <TextField
            name="superior"
            label={text.superior}
            hint={text.superiorHint}
            autoComplete="off"
            defaultValue={rule?.superior?.title ?? ""}
          />
          {isAgency && (
            <TextField
              name="ppk"
              label={text.ppk}
              hint={text.ppkHint}
              autoComplete="off"
              defaultValue={rule?.ppk?.title ?? ""}
            />
          )}
          <GrantFields rule={rule} />
          <TextField
            name="reason"
            label={`${posts.reason} *`}
            hint={posts.reasonHint}
            autoComplete="off"
          />
        </Form>
      </div>
      <WayOut leave={leave}>{posts.back}</WayOut>
    </section>
  );
}

/** What is delegated: all kinds at once, or some apart. */
function GrantFields({ rule }: { readonly rule: RuleAnswer | undefined }) {
  const field = ({ place, kind, name }: (typeof grantFields)[number]) => (
    <TextField
      key={name}
      name={name}
      label={kind === "all" ? text.places[place] : `${text.places[place]}: ${text.kinds[kind]}`}
      {...(kind === "all" && { hint: text.grantHint })}
      autoComplete="off"
      defaultValue={rule?.grants.find((each) => isFor(each, { place, kind }))?.post.title ?? ""}
    />
  );
  const isOpen = rule?.grants.some((each) => each.kinds !== undefined) ?? false;
  return (
    <>
      {grantFields.filter(({ kind }) => kind === "all").map(field)}
      <details open={isOpen}>
        <summary>{text.someKinds}</summary>
        {grantFields.filter(({ kind }) => kind !== "all").map(field)}
      </details>
    </>
  );
}

function isFor(
  grant: RuleAnswer["grants"][number],
  { place, kind }: Pick<(typeof grantFields)[number], "place" | "kind">,
): boolean {
  if (grant.place !== place) return false;
  return kind === "all" ? grant.kinds === undefined : (grant.kinds?.includes(kind) ?? false);
}

/** Single kinds come before all: the first that fits counts. */
function detailsOf(values: Readonly<Record<string, string>>): RuleRequest["details"] {
  const typed = grantFields.flatMap(({ place, kind, name }) => {
    const post = (values[name] ?? "").trim();
    return post === "" ? [] : [{ place, kind, post }];
  });
  return {
    superior: (values.superior ?? "").trim(),
    ppk: (values.ppk ?? "").trim(),
    grants: [
      ...typed.flatMap(({ kind, ...grant }) =>
        kind === "all" ? [] : [{ ...grant, kinds: [kind] }],
      ),
      ...typed.flatMap(({ kind, ...grant }) => (kind === "all" ? [grant] : [])),
    ],
  };
}
