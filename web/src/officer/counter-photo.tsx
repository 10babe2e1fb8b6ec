import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoAnswer } from "#shared/photo/photo-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { CardImage } from "../components/card-image.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { lazyPart } from "../lazy-page.ts";
import { officePages } from "../messages/office-pages.ts";
import { photo } from "../messages/photo.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { noMemory } from "../photo/photo-memory.ts";
import { WaysOn, wasJudged } from "../photo/photo-outcome.tsx";
import { FileButton } from "../photo/picture-chooser.tsx";
import { RuleList } from "../photo/rule-list.tsx";
import { Cancelled, isBusy, Late, Sending } from "../photo/sending.tsx";
import { usePhoto } from "../photo/use-photo.ts";
import { counterFailures, counterNetwork } from "./counter-network.ts";
import { reasonProblem } from "./employee-change.ts";
import type { RecordSection } from "./record-step.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

/** The same as on the holder's own page. */
const Studio = lazyPart(() => import("../studio/studio.tsx").then((part) => part.Studio));

/**
 * A photo of somebody at the counter: any picture, made a photo in the studio, judged as any other, seen on the card, and asked for. Of
 * other people's pictures nothing is kept in an office's browser. Long: markup, in the order of the page.
 */
export function CounterPhoto({ employee: { id, name }, goTo, onAsked }: Props) {
  const [network] = useState(() => counterNetwork(id));
  const { state, choose, again, cancel, lookAgain, mend, send, picture } = usePhoto({
    memory: noMemory,
    network,
  });
  const another = <FileButton busy={false} isQuiet label={photo.another} choose={choose} />;
  return (
    <section class="panel wide" aria-labelledby="counter-photo-title">
      {/* An officer's other pages need none of it. */}
      <link rel="stylesheet" href={import.meta.env.STUDIO_STYLES} />
      <StepTitle id="counter-photo-title">{text.counterTitle(name)}</StepTitle>
      <p class="hint">{text.counterHint}</p>
      <FileButton busy={isBusy(state)} isQuiet label={photo.choose} choose={choose} />
      <p class="hint" id="photo-hint">
        {text.counterChoose}
      </p>
      <Sending {...{ state, cancel }} />
      {state.step === "cancelled" && <Cancelled again={again} mend={() => mend("check")} />}
      {state.step === "unreadable" && (
        <p class="notice notice-bad" role="alert">
          {photo.unreadable[state.why]}
        </p>
      )}
      {state.step === "late" && <Late lookAgain={() => lookAgain(state.photoId)} />}
      {state.step === "failed" && <FailureNotice failure={state.failure} retry={again} />}
      {state.step === "studio" && (
        <Studio
          key={state.file}
          file={state.file}
          isFound={false}
          at={state.at}
          keeping={picture.keeping}
          step={picture.step}
          begun={picture.begun()}
          onEdit={picture.edit}
          another={another}
          send={send}
        />
      )}
      {state.step === "refused" && (
        <>
          <Verdict>{wasJudged(state.rules) ? photo.refused : photo.notValidated}</Verdict>
          <WaysOn rules={state.rules} {...{ mend, again, another }} />
        </>
      )}
      {state.step === "accepted" && <Accepted {...{ id, name, onAsked }} answer={state.photo} />}
      <WayOut leave={() => goTo(undefined)}>{text.cancel}</WayOut>
    </section>
  );
}

type Props = Pick<RecordSection, "employee" | "goTo" | "onAsked">;

interface VerdictProps {
  readonly isGood?: boolean;
  readonly children: ComponentChildren;
}

/** What has come says what to do next. */
function Verdict({ isGood, children }: VerdictProps) {
  const verdict = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => verdict.current?.focus(), []);
  return (
    <p
      class={isGood ? "notice notice-good" : "notice notice-bad"}
      role="status"
      tabIndex={-1}
      ref={verdict}
    >
      {children}
    </p>
  );
}

interface AcceptedProps extends Pick<Props, "onAsked"> {
  readonly id: EmployeeId;
  readonly name: string;
  readonly answer: PhotoAnswer;
}

function Accepted({ answer: { rules, photoId }, ...props }: AcceptedProps) {
  return (
    <>
      <Verdict isGood>{photo.accepted}</Verdict>
      {rules.some(({ verdict }) => verdict === "warned") && <RuleList rules={rules} />}
      <AskForm {...props} photoId={photoId} />
    </>
  );
}

type AskFormProps = Omit<AcceptedProps, "answer"> & Pick<PhotoAnswer, "photoId">;

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
        failures={counterFailures}
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
