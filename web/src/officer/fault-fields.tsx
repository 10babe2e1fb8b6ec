import { type PhotoFault, photoFaults } from "#shared/employee/photo-faults.ts";
import { useFieldError } from "../forms/form.tsx";
import { photoReviews as text } from "../messages/photo-reviews.ts";

/** The names of the boxes in a form. */
export type FaultField = `fault-${PhotoFault}`;
export const faultFields: readonly FaultField[] = photoFaults.map(
  (fault): FaultField => `fault-${fault}`,
);

/** What is wrong with the photo: one box for each reason (K-15 to K-17). */
export function FaultFields() {
  const error = useFieldError("faults");
  return (
    <fieldset
      id="faults"
      tabIndex={-1}
      class={error ? "field field-wrong" : "field"}
      {...(error && { "aria-describedby": "faults-error" })}
    >
      <legend>{text.faults} *</legend>
      {error && (
        <p class="field-error" id="faults-error">
          {error}
        </p>
      )}
      {photoFaults.map((fault) => (
        <div class="check-row" key={fault}>
          <input type="checkbox" id={`fault-${fault}`} name={`fault-${fault}`} />
          <label for={`fault-${fault}`}>{text.faultNames[fault]}</label>
        </div>
      ))}
    </fieldset>
  );
}

/** Which boxes are marked. */
export function faultsIn(values: Readonly<Record<FaultField, string>>): PhotoFault[] {
  return photoFaults.filter((fault) => values[`fault-${fault}`] !== "");
}
