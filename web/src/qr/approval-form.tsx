import { useState } from "preact/hooks";
import { deviceText, placeText } from "../account/origin-text.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { digitsOf, problemsOf, sixDigits, twoDigits } from "../forms/checks.ts";
import { type Failure, failureOf, failureText } from "../forms/failure.ts";
import { CodeField, TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { qrApproval as text } from "../messages/qr-approval.ts";
import { Instant } from "../session/instant.tsx";
import { Countdown } from "./countdown.tsx";
import type { Asked } from "./use-scanned.ts";

interface ApprovalFormProps {
  readonly secret: string;
  readonly asked: Asked;
  readonly onApproved: () => void;
  readonly onRefused: () => void;
  /** Called with a refusal after which nothing more can be sent. */
  readonly onOver: (error: unknown) => void;
}

const final = ["qr-over", "qr-number-wrong"];
const isFinal = (error: unknown) => error instanceof Refusal && final.includes(error.problem.code);

/**
 * Which computer asks, the number it shows, a code of the authenticator; or «Bukan saya».
 * Long: markup, in the order of the page.
 */
export function ApprovalForm({ secret, asked, onApproved, onRefused, onOver }: ApprovalFormProps) {
  const { scan, session } = asked;
  return (
    <>
      <p class="lead">
        {text.lead} <strong translate={false}>{session.displayName}</strong>
      </p>
      <Computer scan={scan} />
      <p>{text.only}</p>
      <Countdown from={scan.secondsLeft} text={text.left} />
      {session.roles.length > 1 && <p>{text.cardOnly}</p>}
      <Form
        title={common.pages.qr}
        names={["number", "code"]}
        check={(values) => problemsOf(values, { number: twoDigits, code: sixDigits })}
        submit={text.approve}
        failures={text.failures}
        send={async ({ number, code }) => {
          const body = { secret, number: digitsOf(number), code: digitsOf(code) };
          try {
            await call("POST /api/account/qr/approve", { body });
            onApproved();
          } catch (error) {
            if (!isFinal(error)) throw error;
            onOver(error);
          }
        }}
      >
        <TextField
          name="number"
          label={text.number}
          hint={text.numberHint}
          class="code-input"
          inputMode="numeric"
          autoComplete="off"
        />
        <CodeField name="code" label={text.code} hint={text.codeHint} />
      </Form>
      <Refuse secret={secret} onRefused={onRefused} onOver={onOver} />
    </>
  );
}

/** What is known of the computer, and a warning where it seems to be elsewhere than this phone. */
function Computer({ scan: { origin, askedAt, elsewhere } }: Pick<Asked, "scan">) {
  return (
    <>
      <dl class="asking-computer">
        <dt>{text.device}</dt>
        <dd>{deviceText(origin)}</dd>
        <dt>{text.place}</dt>
        <dd>{placeText(origin) ?? text.unknownPlace}</dd>
        <dt>{text.askedAt}</dt>
        <dd>
          <Instant at={askedAt} />
        </dd>
      </dl>
      {elsewhere && (
        <p class="notice notice-warning" role="alert">
          {text.elsewhere}
        </p>
      )}
    </>
  );
}

function Refuse({
  secret,
  onRefused,
  onOver,
}: Pick<ApprovalFormProps, "secret" | "onRefused" | "onOver">) {
  const [failure, setFailure] = useState<Failure>();
  const refuse = async () => {
    setFailure(undefined);
    try {
      await call("POST /api/account/qr/refuse", { body: { secret } });
      onRefused();
    } catch (error) {
      if (isFinal(error)) onOver(error);
      else setFailure(failureOf(error));
    }
  };
  return (
    <p class="after-form">
      <button class="button button-quiet" type="button" onClick={refuse}>
        {text.notMe}
      </button>{" "}
      <span role="status">{failure && failureText(failure)}</span>
    </p>
  );
}
