import { useEffect, useRef, useState } from "preact/hooks";
import type { AgencyAnswer, AgencyListAnswer } from "#shared/agency/agency-answers.ts";
import { call } from "../api/member-client.ts";
import { TextField } from "../forms/field.tsx";
import { lazyPart } from "../lazy-page.ts";
import { agency as text } from "../messages/agency.ts";
import { askDraft } from "../officer/form-draft.ts";
import { WayOut } from "../officer/way-out.tsx";
import { AgencyForm } from "./agency-form.tsx";
import { type Choices, codeCheck, detailsOf, valuesOf } from "./agency-values.ts";

/** It comes when an agency is opened. */
const BackgroundOfAny = lazyPart(() =>
  import("./agency-background.tsx").then((part) => part.BackgroundOfAny),
);

/** What is open: the form of an agency, or of a new one. */
type Open = AgencyAnswer | "new" | undefined;

interface AgenciesProps {
  readonly data: AgencyListAnswer;
  readonly replace: (data: AgencyListAnswer) => void;
}

/** All agencies, and the form of one. */
export function AgencyList({ data, replace }: AgenciesProps) {
  const { items, ...choices } = data;
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<AgencyAnswer>();
  const onSaved = (saved: AgencyAnswer) => {
    const others = items.filter(({ id }) => id !== saved.id);
    replace({ ...data, items: [...others, saved].sort((a, b) => (a.id < b.id ? -1 : 1)) });
    setDone(saved);
    setOpen(undefined);
  };
  return (
    <>
      <div role="status">
        {done && !open && <Done key={done.id} message={text.saved(done.name)} />}
      </div>
      {open ? (
        <Panel open={open} choices={choices} onSaved={onSaved} leave={() => setOpen(undefined)} />
      ) : (
        <List items={items} open={setOpen} />
      )}
    </>
  );
}

/** It has the focus, because the form that had it is gone. */
function Done({ message }: { message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}

function List({
  items,
  open,
}: {
  readonly items: readonly AgencyAnswer[];
  readonly open: (open: Open) => void;
}) {
  return (
    <section class="print-list" aria-labelledby="agencies-title">
      <h2 id="agencies-title">{text.list}</h2>
      <ul>
        {items.map((agency) => (
          <li key={agency.id} class="panel print-item">
            <h3 translate={false}>{agency.name}</h3>
            <p class="hint" translate={false}>
              {[agency.id, agency.zone].join(" · ")}
            </p>
            <button
              class="button button-quiet"
              type="button"
              aria-label={text.changeOf(agency.name)}
              onClick={() => open(agency)}
            >
              {text.change}
            </button>
          </li>
        ))}
      </ul>
      <button class="button" type="button" onClick={() => open("new")}>
        {text.add}
      </button>
    </section>
  );
}

interface PanelProps {
  readonly open: NonNullable<Open>;
  readonly choices: Choices;
  readonly onSaved: (saved: AgencyAnswer) => void;
  readonly leave: () => void;
}

/** Long: markup, in the order of the page. */
function Panel({ open, choices, onSaved, leave }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = open === "new" ? text.add : text.changeOf(open.name);
  const form = { title, choices, submit: text.save };
  return (
    <div class="panels">
      <section class="panel" aria-labelledby="agency-title">
        <h2 id="agency-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {open === "new" ? (
          <AgencyForm
            {...form}
            id="new"
            values={valuesOf(undefined)}
            more={{
              names: ["id"],
              fields: ({ id }) => <IdField typed={id} />,
              checks: { id: codeCheck },
            }}
            send={async ({ id, reason, ...values }) => {
              const body = { id: id.trim(), details: detailsOf(values), reason: reason.trim() };
              onSaved(await call("POST /api/operator/agencies", { body }));
            }}
          />
        ) : (
          <AgencyForm
            {...form}
            id={open.id}
            values={valuesOf(open)}
            send={async ({ reason, ...values }) => {
              const { id, revision } = open;
              const body = { revision, details: detailsOf(values), reason: reason.trim() };
              onSaved(await call("PATCH /api/operator/agencies/{id}", { params: { id }, body }));
            }}
          />
        )}
        <WayOut leave={askDraft.over(leave)}>{text.back}</WayOut>
      </section>
      {open !== "new" && <BackgroundOfAny id={open.id} />}
    </div>
  );
}

function IdField({ typed }: { readonly typed: string | undefined }) {
  return (
    <TextField
      name="id"
      label={`${text.id} *`}
      hint={text.idHint}
      autoComplete="off"
      defaultValue={typed ?? ""}
    />
  );
}
