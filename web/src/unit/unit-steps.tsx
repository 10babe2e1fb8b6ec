import type { UnitChangeRequest, UnitTreeAnswer } from "#shared/agency/unit-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { units as text } from "../messages/units.ts";
import { AskSection } from "../officer/ask-section.tsx";
import { askDraft, type TypedTexts } from "../officer/form-draft.ts";
import { KeptForm } from "../officer/kept-form.tsx";
import { UnitField } from "../officer/unit-field.tsx";
import type { UnitStep } from "./unit-step.ts";

interface UnitStepFormProps {
  readonly step: UnitStep;
  readonly unit: UnitTreeAnswer["unit"];
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

type Asked = Pick<UnitChangeRequest, "requestId" | "reason">;

/** One change of the tree, which a penyetuju decides. */
export function UnitStepForm({ leave, onAsked, ...of }: UnitStepFormProps) {
  const way = askDraft.way({ leave, onAsked });
  return (
    <KeptForm draft={askDraft} id={`unit ${of.step} ${of.unit?.id ?? ""}`}>
      {(begun) => <UnitStepFields {...{ ...of, ...way, begun }} />}
    </KeptForm>
  );
}

/** Long: markup, in the order of the page. */
function UnitStepFields({
  step,
  unit,
  begun,
  ...way
}: UnitStepFormProps & { readonly begun: TypedTexts }) {
  const { names, requestOf, isRequired } = formOf(step, unit);
  return (
    <AskSection
      {...way}
      begun={begun.reason}
      id="unit-step"
      words={{ ...text.steps[step], reasonHint: text.reasonHint, done: text.asked }}
      failures={text.failures}
      names={names}
      check={(values) => (isRequired ? problemsOf(values, checksOf(names)) : [])}
      ask={(values, asked) => {
        const [name] = names;
        const typed = name ? values[name].trim() : "";
        return call("POST /api/officer/unit-changes", { body: requestOf(asked, typed) });
      }}
    >
      {names.includes("name") && (
        <TextField
          name="name"
          label={`${text.name} *`}
          autoComplete="off"
          defaultValue={begun.name ?? (step === "ganti-nama" && unit ? unit.name : "")}
        />
      )}
      {names.includes("into") && (
        <UnitField
          name="into"
          unit={begun.into ?? ""}
          label={`${text.into} *`}
          hint={text.intoHint}
        />
      )}
      {names.includes("parent") && (
        <UnitField
          name="parent"
          unit={begun.parent ?? ""}
          label={text.parent}
          hint={text.parentHint}
          except={unit?.name}
        />
      )}
    </AskSection>
  );
}

type FieldName = "name" | "into" | "parent";

interface StepForm {
  /** At most one field. */
  readonly names: readonly FieldName[];
  readonly isRequired: boolean;
  readonly requestOf: (asked: Asked, typed: string) => UnitChangeRequest;
}

function checksOf(names: readonly FieldName[]) {
  return {
    ...(names.includes("name") && { name: required }),
    ...(names.includes("into") && { into: required }),
  };
}

function formOf(step: UnitStep, opened: UnitTreeAnswer["unit"]): StepForm {
  const unit = opened && { id: opened.id, name: opened.name };
  if (step === "tambah" || !unit)
    return {
      ...{ names: ["name"], isRequired: true },
      requestOf: (asked, name) => ({
        ...asked,
        action: "add",
        name,
        ...(unit && { parent: unit }),
      }),
    };
  switch (step) {
    case "ganti-nama":
      return {
        ...{ names: ["name"], isRequired: true },
        requestOf: (asked, name) => ({ ...asked, action: "rename", unit, name }),
      };
    case "gabung":
      return {
        ...{ names: ["into"], isRequired: true },
        requestOf: (asked, into) => ({ ...asked, action: "merge", unit, into }),
      };
    case "pindah":
      return {
        ...{ names: ["parent"], isRequired: false },
        requestOf: (asked, parent) => ({
          ...{ ...asked, action: "move", units: [unit] },
          ...(parent && { parent }),
        }),
      };
    case "tutup":
      return {
        ...{ names: [], isRequired: false },
        requestOf: (asked) => ({ ...asked, action: "close", unit }),
      };
  }
}
