/** New people and new numbers, as who decides reads them. */
import { entryFields } from "#shared/employee/entry.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { decidedFields } from "#shared/employee/record-change.ts";
import { changeForms } from "../messages/change-forms.ts";
import { personRequests as text } from "../messages/person-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import { EvidenceLink } from "../officer/evidence-parts.tsx";
import { sourceText } from "../officer/source-fields.tsx";
import { termHint } from "../officer/term-hint.ts";
import { fieldName, valueText } from "../officer/value-text.ts";
import type { AgencyApproval, ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact, OldAndNew } from "./old-and-new.tsx";

export function nipChangeView({ from, to }: ChangeOf<"nip-change">): ChangeView {
  const { question, effect } = text.nipChange;
  return { question, effect, facts: <OldAndNew field={recordFields.nip} old={from} wanted={to} /> };
}

/** Each field that changes, and what the change rests on. */
export function recordChangeView(
  { from, to, source }: ChangeOf<"record-change">,
  subject: AgencyApproval["subject"]["id"],
): ChangeView {
  const { question, effect, source: term } = changeForms.decide;
  const { kedudukanHukum } = to;
  return {
    question,
    effect: to.diedOn
      ? effect.died
      : kedudukanHukum === undefined
        ? effect.other
        : effect[statusOf(kedudukanHukum)],
    facts: (
      <>
        {decidedFields.map(
          (field) =>
            to[field] !== undefined && (
              <OldAndNew
                key={field}
                field={fieldName(field)}
                old={valueText(field, from[field])}
                wanted={valueText(field, to[field])}
              />
            ),
        )}
        {source && (
          <dl class="record-facts">
            <Fact term={term}>
              <span translate={false}>{sourceText(source)}</span>
              {source.file && isPerson(subject) && <EvidenceLink id={subject} file={source.file} />}
            </Fact>
          </dl>
        )}
      </>
    ),
  };
}

/** As `isPerson` of shared/access, without its schemas. */
function isPerson(id: AgencyApproval["subject"]["id"]): id is EmployeeAnswer["id"] {
  return id.startsWith("emp_");
}

/** All that will be written, in the order of the form. */
export function newPersonView({ entry }: ChangeOf<"new-person">): ChangeView {
  const { question, effect, what } = text.newPerson;
  const { name, gelarDepan, gelarBelakang } = entry;
  const hint = termHint(entry);
  return {
    subject: [[gelarDepan, name].filter(Boolean).join(" "), gelarBelakang]
      .filter(Boolean)
      .join(", "),
    question,
    effect: entry.email ? effect.email : effect.counter,
    facts: (
      <>
        <p>
          <strong>{what}</strong>
        </p>
        <dl class="record-facts">
          {entryFields.map(
            (field) =>
              entry[field] && (
                <Fact key={field} term={fieldName(field)}>
                  <span translate={false}>{valueText(field, entry[field])}</span>
                  {field === "contractEnd" && hint && <span class="fact-hint">{hint}</span>}
                </Fact>
              ),
          )}
        </dl>
      </>
    ),
  };
}
