import { useEffect, useRef, useState } from "preact/hooks";
import type { SessionsAnswer } from "#shared/session/account-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { account } from "../messages/account.ts";
import { Instant } from "../session/instant.tsx";
import { deviceText, placeText } from "./origin-text.ts";

const text = account.devices;
type Device = SessionsAnswer["items"][number];

/** Where the account is signed in now, and how to end that. @param first the list as the page was opened with */
export function DevicesSection({ first }: { first: SessionsAnswer }) {
  const [{ items }, setDevices] = useState(first);
  const [done, setDone] = useState("");
  const { failure, busy, run } = useReading();
  const end = (sending: () => Promise<unknown>, message: string) =>
    run(async () => {
      setDone("");
      await sending();
      setDevices(await call("GET /api/account/sessions"));
      setDone(message);
    });
  const endOne = (device: Device) =>
    end(
      () => call("POST /api/account/sessions/end", { body: { id: device.id } }),
      text.ended(deviceText(device.origin ?? {})),
    );
  const endOthers = () =>
    end(() => call("POST /api/account/sessions/end-others"), text.othersEnded);
  return (
    <section class="panel" aria-labelledby="devices-title">
      <h2 id="devices-title">{text.title}</h2>
      <p>{text.hint}</p>
      <div role="status">{done && <Done key={done} message={done} />}</div>
      {failure && (
        <FailureNotice failure={failure} retry={() => end(() => Promise.resolve(), "")} />
      )}
      <ul class="notifications">
        {items.map((device) => (
          <DeviceLine key={device.id} device={device} busy={busy} end={() => endOne(device)} />
        ))}
      </ul>
      {items.length > 1 && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={endOthers}>
          {text.endOthers}
        </button>
      )}
    </section>
  );
}

interface DeviceLineProps {
  readonly device: Device;
  readonly busy: boolean;
  readonly end: () => void;
}

function DeviceLine({ device, busy, end }: DeviceLineProps) {
  const { origin = {}, isThis, madeBy, beganAt, lastSeenAt } = device;
  const name = deviceText(origin);
  const place = placeText(origin);
  return (
    <li>
      <strong>{name}</strong>
      {place && `, ${place}`}
      {isThis && ` (${text.thisOne})`}
      {madeBy && ` (${text.byQr})`}
      <br />
      {text.began} <Instant at={beganAt} />
      <br />
      {text.lastSeen} <Instant at={lastSeenAt} />
      {!isThis && (
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={busy}
          aria-label={text.endOf(name)}
          onClick={end}
        >
          {text.end}
        </button>
      )}
    </li>
  );
}

/** It has the focus, because the button that was pressed is gone. */
function Done({ message }: { message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}
