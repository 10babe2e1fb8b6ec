import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { call } from "../api/member-client.ts";
import { Heading } from "../components/heading.tsx";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { print as text } from "../messages/print.ts";
import {
  type PrintChoice,
  PrintFields,
  printChoice,
  printFields,
} from "../officer/print-fields.tsx";
import { PrintList } from "../officer/print-list.tsx";
import { UnitField } from "../officer/unit-field.tsx";

/**
 * An officer prints the cards of one unit, or letters to its people: which, how, then the file, with those of the last day.
 * Long: markup, in the order of the page.
 */
export function UnitPrintPage() {
  const unit = useUnitOfAddress();
  const [asked, setAsked] = useState(0);
  // An auditor comes here by the address alone.
  const [isForbidden, setForbidden] = useState(false);
  // The same until it is answered: a request whose answer was lost does not print twice.
  const requestId = useRef<string>(undefined);
  const [kind, setKind] = useState<PrintChoice["kind"]>("cards");
  const ask = async ({ unitKerja, ...how }: Readonly<Record<Field, string>>) => {
    requestId.current ??= crypto.randomUUID();
    const body = { requestId: requestId.current, unitKerja: unitKerja.trim() };
    await call("POST /api/officer/prints", { body: { ...body, ...printChoice(kind, how) } });
    requestId.current = undefined;
    setAsked((count) => count + 1);
  };
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.unitPrint}</Heading>
      <p class="lead">{text.lead}</p>
      <div class="narrow-form" hidden={isForbidden}>
        <Form
          title={officePages.unitPrint}
          names={fields}
          check={(values) => problemsOf(values, { unitKerja: required })}
          submit={text.submit[kind]}
          send={ask}
        >
          <UnitField key={unit} unit={unit} hint={text.unitHint} />
          <PrintFields kind={kind} choose={setKind} />
        </Form>
      </div>
      <PrintList asked={asked} onForbidden={() => setForbidden(true)} />
    </div>
  );
}

const fields = ["unitKerja", ...printFields] as const;
type Field = (typeof fields)[number];

/** The unit that an employee's page led here for. Known only in the browser: the prerendered page has no query. */
function useUnitOfAddress(): string {
  const { query } = useLocation();
  const [unit, setUnit] = useState("");
  useEffect(() => setUnit(query.unit ?? ""), [query.unit]);
  return unit;
}
