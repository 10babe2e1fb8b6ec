import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { officePages } from "../messages/office-pages.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { type FaultField, FaultFields, faultFields, faultsIn } from "./fault-fields.tsx";
import type { PhotoDecisionProps } from "./photo-decisions.tsx";
import { orStale } from "./stale-photo.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

interface AskNewPhotoProps extends PhotoDecisionProps {
  readonly leave: () => void;
}

/** Asks the holder for a new photo: why, and in the officer's own words if needed. */
export function AskNewPhoto({ seen, look, onDecided, onStale, leave }: AskNewPhotoProps) {
  const { id, name, photoId, reviewedAt } = seen;
  return (
    <>
      <StepTitle id="ask-photo-title" isPart>
        {text.askTitle(name)}
      </StepTitle>
      <p class="hint">{text.askEffect}</p>
      <Form<FaultField | "faults" | "note">
        title={officePages.photos}
        names={[...faultFields, "faults", "note"]}
        check={(values) =>
          faultsIn(values).length === 0 ? [{ field: "faults", code: "required" }] : []
        }
        nameOf={(field) => (field === "faults" ? text.faults : undefined)}
        submit={text.send}
        look={look}
        failures={text.failures}
        send={async (values) => {
          const body = {
            ...{ photoId, faults: faultsIn(values), note: values.note.trim() },
            ...(reviewedAt && { reviewedAt }),
          };
          const asking = call("POST /api/officer/people/{id}/photo/new", { params: { id }, body });
          if (await orStale(asking, onStale)) onDecided(text.asked(name));
        }}
      >
        <FaultFields />
        <TextField name="note" label={text.note} hint={text.noteHint} autoComplete="off" />
      </Form>
      <WayOut leave={leave}>{text.cancel}</WayOut>
    </>
  );
}
