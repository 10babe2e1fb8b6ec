import { useCallback, useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { WantedChange } from "#shared/bulk-change/bulk-change.ts";
import type { BulkChangeAnswer } from "#shared/bulk-change/bulk-change-answers.ts";
import {
  kedudukanHukumCodes,
  kedudukanHukumName,
  statusOf,
} from "#shared/employee/kedudukan-hukum.ts";
import { page } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { bulkChanges as text } from "../messages/bulk-changes.ts";
import { common } from "../messages/common.ts";
import { officer } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms } from "../messages/record-forms.ts";
import { BulkList } from "./bulk-list.tsx";
import { askDraft } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { keepMarks, readMarks } from "./marks.ts";
import type { PageQuery } from "./page-query.ts";
import { SelectField } from "./select-field.tsx";
import { problemsOfSource, SourceFields, sourceNames, sourceOf } from "./source-fields.tsx";
import { UnitField } from "./unit-field.tsx";

/** What changes for those who are marked in the list; with an id, exactly who, and how far it is. */
export function BulkChange({ query: { id, untuk } }: { readonly query: PageQuery }) {
  // The page stays, and the link or form that led here does not. Before the first answer it was opened, and takes no focus.
  useEffect(() => {
    if (page.person) document.querySelector<HTMLElement>("h1")?.focus();
  }, [id, untuk]);
  return (
    <>
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      {id && untuk === "ingatkan" && <ReminderProgress bulkId={id} />}
      {id && untuk !== "ingatkan" && <Kept key={id} id={id} />}
      {!id && <Marked task={untuk} />}
    </>
  );
}

function Kept({ id }: { readonly id: string }) {
  const load = useCallback(
    () => call("GET /api/accounts/bulk-changes/{bulkId}", { params: { bulkId: id } }),
    [id],
  );
  const { data, failure, reload } = useLoad<BulkChangeAnswer>(load);
  if (data) return <BulkList list={data} reload={reload} />;
  return failure ? (
    <FailureNotice failure={failure} retry={reload} />
  ) : (
    <p role="status">{common.loading}</p>
  );
}

const MarkedReminders = lazyPart(() =>
  import("./marked-reminders.tsx").then((part) => part.MarkedReminders),
);
const ReminderProgress = lazyPart(() =>
  import("./reminder-progress.tsx").then((part) => part.ReminderProgress),
);
const MarkedPrint = lazyPart(() => import("./marked-print.tsx").then((part) => part.MarkedPrint));

type Action = WantedChange["action"];

/** Whose marks they are is known when the first answer has come. */
async function marksOfReader() {
  await call("GET /api/officer/units");
  return readMarks();
}

/** @param task what is done for them; a change of their records unless said */
function Marked({ task }: { readonly task: string | undefined }) {
  const { data, failure, reload } = useLoad(marksOfReader);
  const Task = (task !== undefined && tasks[task]) || Wish;
  if (data) return data.length > 0 ? <Task marks={data} /> : <p>{text.nobodyMarked}</p>;
  return failure ? (
    <FailureNotice failure={failure} retry={reload} />
  ) : (
    <p role="status">{common.loading}</p>
  );
}

/** By the address. */
const tasks: Readonly<Record<string, typeof MarkedPrint>> = {
  cetak: MarkedPrint,
  ingatkan: MarkedReminders,
};

/** Long: markup, in the order of the page. */
function Wish({ marks }: { readonly marks: readonly string[] }) {
  const { route } = useLocation();
  const [action, choose] = useState<Action>("assign");
  // The same until it is answered: a request whose answer was lost makes one list.
  const [requestId] = useState(() => crypto.randomUUID());
  const look = async (change: WantedChange) => {
    const body = { requestId, ids: marks, change };
    const { bulkId } = await call("POST /api/accounts/bulk-changes", { body });
    keepMarks([]);
    askDraft.forget();
    route(href(`/petugas?bagian=massal&id=${bulkId}`));
  };
  const stated = { title: officer.bulk, submit: text.look } as const;
  return (
    <section class="panel narrow-form">
      <h2>{text.title}</h2>
      <p role="status">{text.marked(marks.length)}</p>
      <p class="hint">{text.hint}</p>
      <SelectField
        name="action"
        label={text.action}
        options={[
          ["assign", text.actions.assign],
          ["suspend", text.actions.suspend],
        ]}
        value={action}
        onChoose={(value) => choose(value === "suspend" ? "suspend" : "assign")}
      />
      <KeptForm key={action} draft={askDraft} id={`bulk ${action}`}>
        {(begun) =>
          action === "assign" ? (
            <Form
              {...stated}
              names={["unitKerja"]}
              check={(values) => problemsOf(values, { unitKerja: required })}
              send={({ unitKerja }) => look({ action: "assign", unitKerja: unitKerja.trim() })}
            >
              <UnitField unit={begun.unitKerja ?? ""} hint={text.unitHint} />
            </Form>
          ) : (
            <Form
              {...stated}
              problems={recordForms.problems}
              names={["kedudukanHukum", ...sourceNames]}
              check={(values) => [
                ...problemsOf(values, { sourceNumber: required, sourceDay: required }),
                ...problemsOfSource(values),
              ]}
              send={({ kedudukanHukum, ...typed }) => {
                const { source = { number: "" } } = sourceOf(typed);
                return look({ action: "suspend", kedudukanHukum, source });
              }}
            >
              <SelectField
                name="kedudukanHukum"
                label={`${recordFields.kedudukanHukum} *`}
                options={suspending}
                value={begun.kedudukanHukum ?? "04"}
              />
              <SourceFields needed typed={begun} />
            </Form>
          )
        }
      </KeptForm>
    </section>
  );
}

const suspending = kedudukanHukumCodes
  .filter((code) => statusOf(code) === "suspended")
  .map((code) => [code, kedudukanHukumName(code) ?? code] as const);
