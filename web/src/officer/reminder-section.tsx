import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { RemindedList } from "#shared/account/account-lists.ts";
import type { ReminderPreviewAnswer } from "#shared/account/reminder-answers.ts";
import { call } from "../api/member-client.ts";
import { Form } from "../forms/form.tsx";
import { lazyPart } from "../lazy-page.ts";
import { officePages } from "../messages/office-pages.ts";
import { reminders as text } from "../messages/reminders.ts";
import type { Wanted } from "./reminder-preview.tsx";
import { addressOfRun } from "./reminder-run.ts";
import { UnitField } from "./unit-field.tsx";

/** It comes once a list was asked for. */
const ReminderPreview = lazyPart(() =>
  import("./reminder-preview.tsx").then((part) => part.ReminderPreview),
);

interface ReminderSectionProps {
  readonly list: RemindedList;
  readonly isOpenAtFirst: boolean;
}

/**
 * Mails to the people of a list: of which unit, exactly who; then the run has an address of its own.
 * Long: markup, one step after the other.
 */
export function ReminderSection({ list, isOpenAtFirst }: ReminderSectionProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [preview, setPreview] = useState<{ wanted: Wanted; answer: ReminderPreviewAnswer }>();
  const { route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [isOpen, preview]);
  const look = async (typed: string) => {
    const unitKerja = typed.trim();
    const wanted = { list, ...(unitKerja && { unitKerja }) };
    const asked = call("GET /api/officer/reminders", { query: wanted });
    // Both at once: what comes after its heading has the focus pushes the list away.
    const [answer] = await Promise.all([asked, ReminderPreview.preload()]);
    setPreview({ wanted, answer });
  };
  if (!isOpen)
    return (
      <button
        class="button button-quiet open-reminders"
        type="button"
        onClick={() => setOpen(true)}
      >
        {text.open}
      </button>
    );
  return (
    <section class="panel reminders">
      <h2 tabIndex={-1} ref={heading}>
        {text.title}
      </h2>
      {preview ? (
        <ReminderPreview
          {...preview}
          onStarted={(bulkId) => route(addressOfRun(bulkId))}
          onCancel={() => setPreview(undefined)}
        />
      ) : (
        <Form
          title={officePages.accountLists}
          names={["unitKerja"]}
          check={() => []}
          submit={text.look}
          send={({ unitKerja }) => look(unitKerja)}
        >
          <p>{text.hints[list]}</p>
          <UnitField unit="" label={text.unit} hint={text.unitHint} />
        </Form>
      )}
    </section>
  );
}
