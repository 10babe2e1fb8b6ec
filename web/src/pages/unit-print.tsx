import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PrintRequest } from "#shared/print/print-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { Heading } from "../components/heading.tsx";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { print as text } from "../messages/print.ts";
import { PrintList } from "../officer/print-list.tsx";
import { SelectField } from "../officer/select-field.tsx";
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
  const [kind, setKind] = useState<PrintRequest["kind"]>("cards");
  const ask = async ({ unitKerja, shape, sheet }: Readonly<Record<Field, string>>) => {
    requestId.current ??= crypto.randomUUID();
    const request = { requestId: requestId.current, unitKerja: unitKerja.trim() };
    await call("POST /api/officer/prints", {
      body:
        kind === "letters"
          ? { ...request, kind }
          : {
              ...{ ...request, kind },
              shape: keysOf(text.shapes).find((each) => each === shape) ?? "landscape",
              sheet: keysOf(text.sheets).find((each) => each === sheet) ?? "card",
            },
    });
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
          <SelectField
            name="kind"
            label={text.kind}
            options={Object.entries(text.kinds)}
            value={kind}
            onChoose={(chosen) => setKind(chosen === "letters" ? chosen : "cards")}
          />
          {kind === "cards" && (
            <>
              <SelectField
                name="shape"
                label={text.shape}
                options={Object.entries(text.shapes)}
                value="landscape"
              />
              <SelectField
                name="sheet"
                label={text.sheet}
                options={Object.entries(text.sheets)}
                value="card"
              />
            </>
          )}
        </Form>
      </div>
      <PrintList asked={asked} onForbidden={() => setForbidden(true)} />
    </div>
  );
}

const fields = ["unitKerja", "shape", "sheet"] as const;
type Field = (typeof fields)[number];

/** The unit that an employee's page led here for. Known only in the browser: the prerendered page has no query. */
function useUnitOfAddress(): string {
  const { query } = useLocation();
  const [unit, setUnit] = useState("");
  useEffect(() => setUnit(query.unit ?? ""), [query.unit]);
  return unit;
}
