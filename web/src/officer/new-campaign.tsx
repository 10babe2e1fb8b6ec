import { useEffect, useRef, useState } from "preact/hooks";
import { kindName } from "#shared/employee/kind-name.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { campaigns as text } from "../messages/campaigns.ts";
import { recordForms } from "../messages/record-forms.ts";
import { CampaignReview, type CheckedCampaign } from "./campaign-review.tsx";
import { DayField, day } from "./day-field.tsx";
import { SelectField } from "./select-field.tsx";
import { UnitField } from "./unit-field.tsx";

const lackings = ["COM_6", "COM_7"] as const;

/** An officer opens a campaign: what it is called, until when, and for whom; then it is looked at, and opened. Long: markup, in the order of the page. */
export function NewCampaign() {
  // The same until it is answered: a request whose answer was lost is not a second campaign.
  const key = useRef(crypto.randomUUID().replaceAll("-", ""));
  const [checked, setChecked] = useState<CheckedCampaign>();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasChecked = useRef(false);
  useEffect(() => {
    // The button that led back here is gone.
    if (!checked && wasChecked.current) heading.current?.focus();
    wasChecked.current = checked !== undefined;
  }, [checked]);
  return (
    <div class="narrow-form">
      {checked && <CampaignReview {...checked} edit={() => setChecked(undefined)} />}
      {/* The inputs hold what was typed, so they stay while it is looked at. */}
      <div hidden={checked !== undefined}>
        <h2 ref={heading} tabIndex={-1}>
          {text.begin}
        </h2>
        <Form
          title={text.begin}
          names={["title", "firstDay", "lastDay", "unitKerja", "kind", "lacks"]}
          check={(values) => problemsOf(values, { title: required, firstDay: day, lastDay: day })}
          submit={text.check}
          failures={text.failures}
          problems={recordForms.problems}
          send={async ({ title, ...values }) => {
            const { firstDay, lastDay } = values;
            const unit = values.unitKerja.trim();
            const kind = employeeKinds.find((each) => each === values.kind);
            const lacks = lackings.find((each) => each === values.lacks);
            const group = {
              ...(unit !== "" && { units: [unit] }),
              ...(kind && { kind }),
              ...(lacks && { lacks }),
            };
            const body = { key: key.current, title, group, firstDay, lastDay };
            const { people } = await call("POST /api/requests/campaigns", {
              body: { ...body, only: "count" },
            });
            setChecked({ body, people });
          }}
        >
          <TextField
            name="title"
            label={`${text.title} *`}
            hint={text.titleHint}
            autoComplete="off"
          />
          <DayField name="firstDay" label={`${text.firstDay} *`} />
          <DayField name="lastDay" label={`${text.lastDay} *`} hint={text.dayHint} />
          <UnitField unit="" label={text.unit} hint={text.unitHint} />
          <SelectField
            name="kind"
            label={text.kind}
            options={[
              ["", text.allKinds],
              ...employeeKinds.map((each) => [each, kindName(each)] as const),
            ]}
            value=""
          />
          <SelectField
            name="lacks"
            label={text.lacks}
            options={Object.entries(text.lacking)}
            value=""
          />
        </Form>
      </div>
    </div>
  );
}
