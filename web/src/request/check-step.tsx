import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { StepTitle } from "../officer/step-title.tsx";
import type { FormPart } from "./form-part.ts";
import type { Draft } from "./request-draft.ts";
import { problemTexts } from "./typed-problems.ts";

interface CheckStepProps {
  readonly title: string;
  readonly part: FormPart;
  readonly draft: Draft;
  /** Of the steps before, without the step. */
  readonly address: string;
  readonly failures: Readonly<Record<string, string>>;
  /** @throws Refusal, NoAnswer: then it can be sent again, and is one request all the same */
  readonly send: () => Promise<void>;
}

/** All of it once more, before it is sent. */
export function CheckStep(props: CheckStepProps) {
  const { title, part, draft, address, failures, send } = props;
  const { note, reply, files } = draft;
  return (
    <section class="panel" aria-labelledby="check-title">
      <StepTitle id="check-title">{text.checkTitle}</StepTitle>
      <p>
        {text.checkHint}{" "}
        {part.decidedBy ?? (part.needsFile(draft) ? text.decidedByTwo : text.decidedByOne)}
      </p>
      <Form
        title={title}
        names={[]}
        check={() => []}
        submit={text.send}
        failures={failures}
        problems={{ ...problemTexts, ...part.problems }}
        nameOf={(field) => (field === "files" ? text.filesTitle : part.nameOf(field))}
        send={send}
      >
        <part.Shown draft={draft} />
        {part.note && note.trim() !== "" && <Said term={said(part.note.label)} words={note} />}
        {reply.trim() !== "" && <Said term={text.reply} words={reply} />}
        {files.length > 0 && (
          <Said term={text.filesTitle} words={files.map(({ name }) => name).join(", ")} />
        )}
      </Form>
      <p class="after-form button-row">
        <a class="button button-quiet" href={href(`${address}&langkah=isian`)}>
          {text.mendFields}
        </a>
        <a class="button button-quiet" href={href(`${address}&langkah=berkas`)}>
          {text.mendFiles}
        </a>
      </p>
    </section>
  );
}

function Said({ term, words }: { readonly term: string; readonly words: string }) {
  return (
    <p>
      <strong>{term}:</strong> <span translate={false}>{words}</span>
    </p>
  );
}

/** A label as a term: what the mark of a needed field says is over by now. */
function said(label: string): string {
  return label.replace(/ \*$/, "");
}
