import type { ComponentChildren } from "preact";
import { birthDateOf, sexOf } from "#shared/employee/bkn-checks.ts";
import { type FieldKey, fieldKeys, isRequired } from "#shared/employee/fields.ts";
import { nikFits } from "#shared/employee/nik.ts";
import { parseNip } from "#shared/employee/nip.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { officer as text } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import { useInstantText } from "../session/instant.tsx";
import { fieldName, valueText } from "./value-text.ts";

type Told = FieldKey & keyof EmployeeAnswer;

/** What is read in a place of its own; every other field of the catalogue follows the last of `usual`. */
const usual: readonly Told[] = [
  "gelarDepan",
  "gelarBelakang",
  "golongan",
  "jabatan",
  "unitKerja",
  "instansi",
  "tmt",
  "contractEnd",
];
const elsewhere: ReadonlySet<FieldKey> = new Set<FieldKey>([
  "nip",
  "kind",
  "name",
  "instansiId",
  "kedudukanHukum",
  "email",
  "phone",
  ...usual,
]);
const others = fieldKeys.filter((field): field is Told => !elsewhere.has(field));

/**
 * The record as it is now. What an optional field does not hold is not listed; kedudukan hukum has a panel where it can change.
 * Long: markup, in the order of the page.
 */
export function RecordFacts({ employee }: { employee: EmployeeAnswer }) {
  const { bareName, codesFrom, emailFailedAt, locked, qrPausedAt } = employee;
  const instantText = useInstantText();
  const fact = (field: Told) => (
    <Fact key={field} term={fieldName(field)}>
      {valueText(field, employee[field])}
      {field === "nik" && differsNik(employee) && <span class="fact-hint">{text.nikDiffers}</span>}
    </Fact>
  );
  return (
    <dl class="record-facts">
      <Fact term={employee.kind === "PNS" ? recordFields.nip : recordFields.niPppk}>
        <span class="number">{employee.nip}</span>
      </Fact>
      {employee.formerNips?.map(({ nip, until }) => (
        <Fact key={nip} term={text.formerNip}>
          <span class="number">{nip}</span>
          <span class="fact-hint">{text.formerUntil(instantText(until))}</span>
        </Fact>
      ))}
      {fact("kind")}
      <Fact term={recordFields.name}>{bareName}</Fact>
      {[...usual, ...others].map((field) => (employee[field] || isRequired(field)) && fact(field))}
      {employee.kind !== "PNS" && !employee.contractEnd && (
        <Fact term={recordFields.contractEnd}>{text.contractEndNone}</Fact>
      )}
      {locked && fact("kedudukanHukum")}
      <Fact term={recordFields.email}>
        {employee.email ?? text.emailNone}
        {emailFailedAt && (
          <span class="fact-hint">
            <strong class="notice-warning">{text.emailFailed(instantText(emailFailedAt))}</strong>
          </span>
        )}
        {codesFrom && <span class="fact-hint">{text.codesFrom(instantText(codesFrom))}</span>}
      </Fact>
      {fact("phone")}
      {qrPausedAt && (
        <Fact term={recordFields.qrPausedAt}>
          {instantText(qrPausedAt)}
          <span class="fact-hint">{text.qr.paused}</span>
        </Fact>
      )}
    </dl>
  );
}

/** It follows no correction of a birth date or sex, so this is no more than a hint. */
function differsNik({ nik, nip: grouped }: EmployeeAnswer): boolean {
  const nip = parseNip(grouped);
  return Boolean(nik && nip && !nikFits(nik, { birthDate: birthDateOf(nip), sex: sexOf(nip) }));
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd translate={false}>{children}</dd>
    </div>
  );
}
