import { useEffect, useRef } from "preact/hooks";
import { mostFiles } from "#shared/evidence/evidence-limits.ts";
import { FieldFrame } from "../forms/field.tsx";
import { Form, useForgetError } from "../forms/form.tsx";
import { requestForm as text } from "../messages/request-form.ts";
import { StepTitle } from "../officer/step-title.tsx";
import type { Draft } from "./request-draft.ts";
import type { useEvidence } from "./use-evidence.ts";

const input = "bukti";
const titleId = "files-title";

interface FilesStepProps {
  readonly title: string;
  readonly files: Draft["files"];
  readonly evidence: ReturnType<typeof useEvidence>;
  /** Somebody has to see a paper for what is asked. */
  readonly needed: boolean;
  readonly onRemoved: (file: string) => void;
  readonly goOn: () => void;
}

/** The papers behind it: each is sent as soon as it is chosen. Long: markup, in the order of the page. */
export function FilesStep({ title, files, evidence, needed, onRemoved, goOn }: FilesStepProps) {
  const { waiting, wrong, isUnkept, choose, again, drop } = evidence;
  return (
    <section class="panel" aria-labelledby={titleId}>
      <StepTitle id={titleId}>{text.filesTitle}</StepTitle>
      <Form
        title={title}
        names={[input]}
        check={() => {
          if (waiting.length > 0) return [{ field: input, code: "other" }];
          return needed && files.length === 0 ? [{ field: input, code: "required" }] : [];
        }}
        problems={{ required: text.filesNeeded, other: text.stillSending }}
        submit={text.toCheck}
        send={async () => goOn()}
      >
        {wrong && (
          <p class="field-error" role="alert">
            {wrong}
          </p>
        )}
        {files.length + waiting.length < mostFiles && (
          <FieldFrame name={input} label={text.fileLabel(needed)} hint={text.filesHint}>
            <Choosing choose={choose} />
          </FieldFrame>
        )}
        <ForgetWaiting isOver={waiting.length === 0} />
        <ul class="choices" aria-live="polite">
          {files.map(({ file, name }) => (
            <Item key={file} name={name} state={text.arrived} remove={() => onRemoved(file)} />
          ))}
          {waiting.map(({ id, file, state }) => (
            <Item key={id} name={file.name} state={state ?? text.stopped} remove={() => drop(id)} />
          ))}
        </ul>
        {isUnkept && <p class="notice notice-warning">{text.notKept}</p>}
        {waiting.some(({ state }) => state === undefined) && (
          <p>
            <button class="button button-quiet" type="button" onClick={again}>
              {text.sendAgain}
            </button>
          </p>
        )}
      </Form>
    </section>
  );
}

/** Whoever chooses a file has read that one is missing. */
function Choosing({ choose }: Pick<FilesStepProps["evidence"], "choose">) {
  const forget = useForgetError();
  return (
    <input
      id={input}
      class="evidence-file"
      type="file"
      accept="application/pdf,image/jpeg"
      aria-describedby={`${input}-hint`}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        currentTarget.value = "";
        if (!file) return;
        forget(input);
        void choose(file);
      }}
    />
  );
}

/** What was said of files on their way is not true once none is. */
function ForgetWaiting({ isOver }: { readonly isOver: boolean }) {
  const forget = useForgetError();
  const newest = useRef(forget);
  newest.current = forget;
  useEffect(() => {
    if (isOver) newest.current(input);
  }, [isOver]);
  return null;
}

interface ItemProps {
  readonly name: string;
  readonly state: string;
  readonly remove: () => void;
}

function Item({ name, state, remove }: ItemProps) {
  return (
    <li>
      <span translate={false}>{name}</span>: {state}{" "}
      <button
        class="link-button"
        type="button"
        onClick={() => {
          // The button goes with its file; the focus stays in the list's part of the page.
          document.getElementById(titleId)?.focus();
          remove();
        }}
      >
        {text.remove(name)}
      </button>
    </li>
  );
}
