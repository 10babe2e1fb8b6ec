import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { FieldFrame, TextField } from "../forms/field.tsx";
import { useFieldError, useForgetError } from "../forms/form.tsx";
import { captcha as text } from "../messages/captcha.ts";
import type { Captcha } from "./use-captcha.ts";

/** The captcha inside a form, under the field name "captcha". */
export function CaptchaField({ captcha }: { captcha: Captcha }) {
  const { way, failed, refresh } = captcha;
  const forgetError = useForgetError();
  const choose = (chosen: Captcha["way"]) => {
    forgetError("captcha");
    captcha.choose(chosen);
  };
  return (
    <fieldset class="captcha">
      <legend>Captcha</legend>
      {captcha.onlyWork ? (
        <p class="hint">{text.onlyWork}</p>
      ) : (
        <fieldset class="choice">
          <legend class="visually-hidden">{text.ways}</legend>
          <WayButton way="image" chosen={way} choose={choose} label={text.withImage} />
          <WayButton way="work" chosen={way} choose={choose} label={text.withoutImage} />
        </fieldset>
      )}
      {failed && (
        <p class="notice notice-warning" role="alert">
          {text.failed}{" "}
          <button class="button button-quiet" type="button" onClick={refresh}>
            {text.refresh}
          </button>
        </p>
      )}
      {way === "image" ? <ImageWay captcha={captcha} /> : <WorkWay captcha={captcha} />}
    </fieldset>
  );
}

function WayButton(props: {
  way: Captcha["way"];
  chosen: Captcha["way"];
  choose: Captcha["choose"];
  label: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen === props.way}
      onClick={() => props.choose(props.way)}
    >
      {props.label}
    </button>
  );
}

function ImageWay({ captcha: { challenge, refresh } }: { captcha: Captcha }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!challenge) return undefined;
    // An answer is only right for its own image.
    return () => {
      const input = place.current?.querySelector("input");
      if (input) input.value = "";
    };
  }, [challenge]);
  return (
    <div ref={place}>
      <div class="captcha-image">
        {challenge?.image ? (
          <img
            src={`data:image/png;base64,${challenge.image.png}`}
            alt={text.alt}
            width={220}
            height={72}
          />
        ) : (
          <div class="captcha-waiting" />
        )}
        <button class="button button-quiet" type="button" onClick={refresh}>
          <Icon name="refresh" /> {text.refresh}
        </button>
      </div>
      <TextField
        name="captcha"
        label={text.label}
        hint={text.hint}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
      />
    </div>
  );
}

function WorkWay({ captcha: { progress } }: { captcha: Captcha }) {
  const percent = Math.round(progress * 100);
  const error = useFieldError("captcha");
  return (
    <FieldFrame name="captcha" label={text.withoutImage} hint={text.workHint}>
      <progress
        id="captcha"
        tabIndex={-1}
        max={100}
        value={percent}
        aria-describedby={error ? "captcha-hint captcha-error" : "captcha-hint"}
      />
      <p role="status">{percent === 100 ? text.solved : progressText(percent)}</p>
    </FieldFrame>
  );
}

/** In steps of ten, so that a screen reader does not read every number. */
function progressText(percent: number): string {
  return text.working(Math.floor(percent / 10) * 10);
}
