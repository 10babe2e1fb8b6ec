import type { QrCodeAnswer, QrStandingAnswer } from "#shared/session/qr-answers.ts";
import { imageAddress } from "../captcha/image-address.ts";
import { Heading } from "../components/heading.tsx";
import { failureText } from "../forms/failure.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { qrLogin as text } from "../messages/qr-login.ts";
import { Countdown } from "../qr/countdown.tsx";
import { useQrLogin } from "../qr/use-qr-login.ts";

/** For a computer: a code that a signed-in phone scans, then the number to type there. All states have the same place. */
export function QrLoginPage() {
  const { code, standing, failure, renew } = useQrLogin();
  const over = failure ? failureText(failure) : overText(standing);
  return (
    <div class="fills-screen">
      <div class="narrow panel">
        <Heading>{common.pages.qr}</Heading>
        <p class="lead">{text.lead}</p>
        <div class="qr-place">
          <Place code={code} standing={standing} over={over} renew={renew} />
        </div>
        <p class="visually-hidden" role="status">
          {standing?.state === "scanned" ? text.scanned(standing.number ?? 0) : over}
        </p>
        <ol class="steps">
          <li>{text.steps.phone}</li>
          <li>{text.steps.scan}</li>
          <li>{text.steps.type}</li>
        </ol>
        <p class="hint">{text.never}</p>
        <p class="after-form">
          <a href={href("/masuk")}>{text.byPassword}</a>
        </p>
        <p>
          <a href={href("/bantuan/ponsel-hilang")}>{common.pages.lostPhone}</a>
        </p>
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly code: QrCodeAnswer | undefined;
  readonly standing: QrStandingAnswer | undefined;
  readonly over: string | undefined;
  readonly renew: () => void;
}

function Place({ code, standing, over, renew }: PlaceProps) {
  if (over)
    return (
      <>
        <p>{over}</p>
        <button class="button" type="button" onClick={renew}>
          {text.renew}
        </button>
      </>
    );
  if (!code) return <p>{common.loading}</p>;
  if (standing?.state === "scanned")
    return (
      <>
        <p>{text.typeThis}</p>
        <p class="qr-number">{standing.number}</p>
        <Countdown key="scanned" from={standing.secondsLeft} text={text.left} />
      </>
    );
  return (
    <>
      <img src={imageAddress(code.qr)} alt={text.qrAlt} width={220} height={220} />
      <Countdown key={code.id} from={code.secondsLeft} text={text.left} />
    </>
  );
}

/** Why another code is needed; undefined while this one is waited for. */
function overText(standing: QrStandingAnswer | undefined): string | undefined {
  if (!standing) return undefined;
  const { state } = standing;
  return state === "shown" || state === "scanned" || state === "approved"
    ? undefined
    : text.over[state];
}
