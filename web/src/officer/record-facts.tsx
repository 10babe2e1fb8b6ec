import type { ComponentChildren } from "preact";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { instantText } from "../clock-text.ts";
import { officer as text } from "../messages/officer.ts";
import { fieldName, valueText } from "./value-text.ts";

/** The record as it is now. What an optional field does not hold is not listed; kedudukan hukum has a panel where it can change. */
export function RecordFacts({ employee }: { employee: EmployeeAnswer }) {
  const { bareName, gelarDepan, gelarBelakang, hasPhoto, codesFrom, contractEnd, locked } =
    employee;
  const fact = (field: keyof EmployeeAnswer) => (
    <Fact term={fieldName(field)}>{valueText(field, employee[field] as string | undefined)}</Fact>
  );
  return (
    <dl class="record-facts">
      <Fact term={employee.kind === "PPPK" ? text.fields.niPppk : text.fields.nip}>
        <span class="number">{employee.nip}</span>
      </Fact>
      {fact("kind")}
      <Fact term={text.fields.name}>{bareName}</Fact>
      {gelarDepan && fact("gelarDepan")}
      {gelarBelakang && fact("gelarBelakang")}
      {fact("golongan")}
      {fact("jabatan")}
      {fact("unitKerja")}
      {fact("instansi")}
      {fact("tmt")}
      {contractEnd && fact("contractEnd")}
      {locked && fact("kedudukanHukum")}
      <Fact term={text.fields.email}>
        {employee.email}
        {codesFrom && <span class="fact-hint">{text.codesFrom(instantText(codesFrom))}</span>}
      </Fact>
      {fact("phone")}
      <Fact term={text.fields.photoId}>{hasPhoto ? text.photo.yes : text.photo.no}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd translate={false}>{children}</dd>
    </div>
  );
}
