import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import { maxPhotoBytes } from "#shared/photo/photo-limits.ts";
import { wait } from "../api/backoff.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { postFile } from "../api/post-file.ts";
import { CardImage } from "../components/card-image.tsx";
import { problemsOf } from "../forms/checks.ts";
import { type Failure, failureOf, failureText } from "../forms/failure.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { officePages } from "../messages/office-pages.ts";
import { photo } from "../messages/photo.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { keyOf, worstFirst, wrongText } from "../photo/rule-list.tsx";
import { bytesOf, type Network, OutcomeLate, sendPhoto } from "../photo/send-photo.ts";
import { reasonProblem } from "./employee-change.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

type Sent =
  | { readonly step: "choose" }
  | { readonly step: "busy"; readonly text: string }
  | { readonly step: "failed"; readonly text: string }
  | { readonly step: "judged"; readonly answer: PhotoAnswer };

interface CounterPhotoProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/** A photo of somebody at the counter: chosen, judged as any other, seen on the card, and asked for. */
export function CounterPhoto({ id, name, leave, onAsked }: CounterPhotoProps) {
  const [sent, setSent] = useState<Sent>({ step: "choose" });
  const choose = (file: File) => void send(id, file, setSent);
  return (
    <>
      <StepTitle id="counter-photo-title" isPart>
        {text.counterTitle(name)}
      </StepTitle>
      <p class="hint">{text.counterHint}</p>
      <Chooser busy={sent.step === "busy"} choose={choose} />
      <p role="status">{sent.step === "busy" && sent.text}</p>
      {sent.step === "failed" && (
        <p class="notice notice-bad" role="alert">
          {sent.text}
        </p>
      )}
      {sent.step === "judged" && <Judged {...{ id, name, onAsked }} answer={sent.answer} />}
      <WayOut leave={leave}>{text.cancel}</WayOut>
    </>
  );
}

interface ChooserProps {
  readonly busy: boolean;
  readonly choose: (file: File) => void;
}

function Chooser({ busy, choose }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <p>
      <button
        class="button button-quiet"
        type="button"
        aria-disabled={busy}
        onClick={() => !busy && input.current?.click()}
      >
        {photo.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/png"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file, mended, can be chosen again.
          currentTarget.value = "";
          if (file) choose(file);
        }}
      />
    </p>
  );
}

function networkOf(id: EmployeeId): Network {
  return {
    startPhoto: () => call("POST /api/officer/people/{id}/photos", { params: { id } }),
    readPhoto: (photoId) =>
      call("GET /api/officer/people/{id}/photos/{photoId}", { params: { id, photoId } }),
    ...{ postFile, wait },
  };
}

/** One over the limit is refused for its size like all that would follow. */
async function send(id: EmployeeId, file: File, setSent: (sent: Sent) => void): Promise<void> {
  setSent({ step: "busy", text: photo.validating });
  const bytes = await bytesOf(file, maxPhotoBytes);
  if (!bytes) {
    setSent({ step: "failed", text: photo.unreadable });
    return;
  }
  if (bytes.size > maxPhotoBytes) {
    setSent({ step: "failed", text: photo.violations["too-large"] });
    return;
  }
  try {
    const onProgress = () => setSent({ step: "busy", text: photo.validating });
    setSent({ step: "judged", answer: await sendPhoto(bytes, onProgress, networkOf(id)) });
  } catch (error) {
    setSent({ step: "failed", text: failedText(error) });
  }
}

function failedText(error: unknown): string {
  if (error instanceof OutcomeLate) return photo.late;
  const failure: Failure = failureOf(error, photo.failures);
  return failureText(failure);
}

function Judged({
  id,
  name,
  answer,
  onAsked,
}: Omit<CounterPhotoProps, "leave"> & { readonly answer: PhotoAnswer }) {
  const { photoId, state, rules } = answer;
  const found = worstFirst(rules).flatMap((each) =>
    each.verdict === "failed" || each.verdict === "warned" ? [each] : [],
  );
  const verdict = useRef<HTMLParagraphElement>(null);
  // What has come says what to do next.
  useLayoutEffect(() => verdict.current?.focus(), []);
  return (
    <>
      <p
        class={state === "accepted" ? "notice notice-good" : "notice notice-bad"}
        role="status"
        tabIndex={-1}
        ref={verdict}
      >
        {state === "accepted" ? photo.accepted : photo.refused}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map((each) => (
            <li key={keyOf(each)}>
              {photo.rules[each.rule]}: {wrongText(each)}
            </li>
          ))}
        </ul>
      )}
      {state === "accepted" && <AskForm {...{ id, name, photoId, onAsked }} />}
    </>
  );
}

type AskFormProps = Omit<CounterPhotoProps, "leave"> & Pick<PhotoAnswer, "photoId">;

/** The card as it would be, in both shapes, and how the officer knows who it is. Long: markup, in the order of the page. */
function AskForm({ id, name, photoId, onAsked }: AskFormProps) {
  const [requestId] = useState(() => crypto.randomUUID());
  return (
    <>
      <div class="person-card">
        {(["portrait", "landscape"] as const).map((shape) => (
          <CardImage
            key={shape}
            shape={shape}
            alt={photo.previewAlt(photo[shape])}
            src={fileAddress("GET /api/officer/people/{id}/photos/{photoId}/preview/{face}", {
              params: { id, photoId, face: `front-${shape}` },
            })}
          />
        ))}
      </div>
      <Form
        title={officePages.employee}
        names={["counterReason"]}
        check={(values) => problemsOf(values, { counterReason: reasonProblem })}
        submit={text.counterSend}
        look="button button-quiet"
        failures={{ ...photo.failures, ...text.failures }}
        send={async ({ counterReason }) => {
          await call("POST /api/officer/people/{id}/photos/{photoId}/ask", {
            params: { id, photoId },
            body: { reason: counterReason.trim(), requestId },
          });
          onAsked(text.counterAsked(name));
        }}
      >
        <TextField
          name="counterReason"
          label={`${text.reason} *`}
          hint={text.counterReasonHint}
          autoComplete="off"
        />
      </Form>
    </>
  );
}
