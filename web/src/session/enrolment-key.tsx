import { useEffect, useState } from "preact/hooks";
import type { EnrolmentAnswer } from "#shared/session/login-answers.ts";
import { imageAddress } from "../captcha/image-address.ts";
import { enrolment as text } from "../messages/enrolment.ts";

/** The key for the authenticator app: on a phone the button first, on a computer the QR first. */
export function EnrolmentKey({ enrolment }: { enrolment: EnrolmentAnswer }) {
  const phone = useIsPhone();
  const here = <OnThisDevice enrolment={enrolment} />;
  const scan = <Scan qr={enrolment.qr} />;
  return (
    <>
      {phone ? here : scan}
      <details>
        <summary>{phone ? text.otherDevice : text.thisDevice}</summary>
        {phone ? scan : here}
      </details>
    </>
  );
}

function Scan({ qr }: { qr: string }) {
  return (
    <>
      <p>{text.scan}</p>
      <img class="enrolment-qr" src={imageAddress(qr)} alt={text.qrAlt} width={220} height={220} />
    </>
  );
}

function OnThisDevice({ enrolment }: { enrolment: EnrolmentAnswer }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(enrolment.secret);
    setCopied(true);
  };
  return (
    <>
      <p>{text.openHint}</p>
      <p>
        <a class="button button-quiet" href={enrolment.otpauthUri}>
          {text.open}
        </a>
      </p>
      <p>{text.key}</p>
      <p class="key">
        <code>{enrolment.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <p>
        <button class="button button-quiet" type="button" onClick={copy}>
          {text.copy}
        </button>{" "}
        <span role="status">{copied ? text.copied : ""}</span>
      </p>
    </>
  );
}

/** A finger instead of a mouse is what tells a phone, not the name a browser gives itself. */
function useIsPhone(): boolean {
  const [phone, setPhone] = useState(false);
  useEffect(() => setPhone(matchMedia("(pointer: coarse)").matches), []);
  return phone;
}
