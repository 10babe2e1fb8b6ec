/** «Kode hadir»: a QR that changes each half minute, for a gate of the office. Once it is open it needs no network. */
import { useCallback, useEffect, useState } from "preact/hooks";
import { makeCode, stepOf, stepSeconds } from "#shared/presence/presence-code.ts";
import { Refusal } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { styles } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { presence as text } from "../messages/presence.ts";
import { Countdown } from "../qr/countdown.tsx";
import { type CodePicture, codePicture } from "./code-picture.ts";
import { type KnownPhone, knownPhone } from "./kept-phone.ts";

await styles(import.meta.env.ATTENDANCE_STYLES);

export function OwnCode() {
  const { data, failure, reload, replace } = useLoad(useCallback(phoneOrWhyNot, []));
  useEffect(() => {
    // Another phone may have taken its place while nobody looked at this one.
    const look = () => {
      if (!document.hidden) phoneOrWhyNot().then(replace, reload);
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [replace, reload]);
  return (
    <section class="panel" aria-labelledby="code-title">
      <h2 id="code-title">{text.title}</h2>
      <p>{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && (
        <div class="presence-code" role="status">
          {common.loading}
        </div>
      )}
      {typeof data === "string" && <p class="notice notice-warning">{data}</p>}
      {data && typeof data !== "string" && <Code phone={data} />}
      <p class="hint">{text.hint}</p>
    </section>
  );
}

/** @returns words where no phone of this person's is to show a code. @throws Refusal, NoAnswer */
async function phoneOrWhyNot(): Promise<KnownPhone | string> {
  try {
    return await knownPhone();
  } catch (error) {
    const why = error instanceof Refusal ? text.failures[error.problem.code] : undefined;
    if (why === undefined) throw error;
    return why;
  }
}

/** Counts half minutes by the service's clock, and the seconds that are left of this one. */
function useStep({ offMs }: KnownPhone) {
  const now = Date.now() - offMs;
  const [step, setStep] = useState(stepOf(now));
  const leftMs = (step + 1) * stepSeconds * 1000 - now;
  useEffect(() => {
    const timer = setTimeout(() => setStep(stepOf(Date.now() - offMs)), Math.max(leftMs, 0) + 5);
    return () => clearTimeout(timer);
  }, [step, offMs]);
  return { step, left: Math.max(1, Math.ceil(leftMs / 1000)), now };
}

/** Of which half minute a picture is. */
type Drawn = CodePicture & { readonly of: number };

function Code({ phone }: { readonly phone: KnownPhone }) {
  const { step, left, now } = useStep(phone);
  const [picture, setPicture] = useState<Drawn>();
  useEffect(() => {
    let wanted = true;
    void makeCode(phone, step).then((code) => {
      if (wanted) setPicture({ ...codePicture(code), of: step });
    });
    return () => {
      wanted = false;
    };
  }, [phone, step]);
  if (now >= Date.parse(phone.endsAt)) return <p role="status">{text.over}</p>;
  return (
    <div class="presence-code" aria-busy={picture?.of !== step}>
      <Picture picture={picture} />
      <Countdown key={step} from={left} text={text.changesIn} />
    </div>
  );
}

/** Its place is there before it. */
function Picture({ picture }: { readonly picture: Drawn | undefined }) {
  if (!picture) return <svg viewBox="0 0 1 1" aria-hidden="true" />;
  const { side, path, of } = picture;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={text.picture}
      data-step={of}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
