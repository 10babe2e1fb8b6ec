import { useCallback, useEffect, useState } from "preact/hooks";
import type { EnrolmentAnswer } from "#shared/session/login-answers.ts";
import { call, Refusal } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { digitsOf, problemsOf, required, sixDigits } from "../forms/checks.ts";
import { CodeField, TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { enrolment as text } from "../messages/enrolment.ts";
import { clockOffMs } from "../session/device-clock.ts";
import { EnrolmentKey } from "../session/enrolment-key.tsx";
import { startLoginAgain } from "../session/leave-for-login.ts";

/** The mailbox has to answer first. */
const needsMail = "needs-mail";

/** Few need it. */
const EnrolmentMail = lazyPart(() =>
  import("../session/enrolment-mail.tsx").then((part) => part.EnrolmentMail),
);

const ClockNotice = lazyPart(() =>
  import("../session/clock-notice.tsx").then((part) => part.ClockNotice),
);

/** Shown at the end, and loaded while the code is typed. */
const CodesPanel = lazyPart(() =>
  import("../session/codes-panel.tsx").then((part) => part.CodesPanel),
);

export function EnrolmentPage() {
  const { data, failure, reload } = useLoad(useCallback(loadEnrolment, []));
  const [codes, setCodes] = useState<readonly string[]>();
  useEffect(() => {
    if (data) void CodesPanel.preload();
  }, [data]);
  const noLogin = failure?.code === "step-expired";
  useEffect(() => {
    if (noLogin) startLoginAgain();
  }, [noLogin]);
  if (codes) return <CodesPanel codes={codes} />;
  return (
    <div class="fills-screen">
      <div class="narrow panel">
        <Heading>{common.pages.enrolment}</Heading>
        <p class="lead">{text.lead}</p>
        {data === needsMail && <EnrolmentMail onDone={reload} />}
        {data && data !== needsMail && <DeviceClock offMs={data.offMs} />}
        {data && data !== needsMail && <Steps enrolment={data.enrolment} onDone={setCodes} />}
        {failure && !noLogin && <FailureNotice failure={failure} retry={reload} />}
        {!data && (!failure || noLogin) && <p role="status">{common.loading}</p>}
      </div>
    </div>
  );
}

type OnDone = (recoveryCodes: readonly string[]) => void;

function Steps({ enrolment, onDone }: { enrolment: EnrolmentAnswer; onDone: OnDone }) {
  return (
    <ol class="steps">
      <li>
        <h2>{text.app}</h2>
        <p>{text.appText}</p>
      </li>
      <li>
        <h2>{text.add}</h2>
        <EnrolmentKey enrolment={enrolment} />
        <details>
          <summary>{text.twoApps}</summary>
          <p>{text.twoAppsText}</p>
        </details>
      </li>
      <li>
        <h2>{text.enter}</h2>
        <EnrolmentForm onDone={onDone} />
      </li>
    </ol>
  );
}

interface Loaded {
  readonly enrolment: EnrolmentAnswer;
  readonly offMs: number;
}

async function loadEnrolment(): Promise<Loaded | typeof needsMail> {
  const startedAt = Date.now();
  const enrolment = await call("GET /api/session/enrolment").catch((error: unknown) => {
    if (error instanceof Refusal && error.problem.code === "mailed-code-needed") return undefined;
    throw error;
  });
  if (!enrolment) return needsMail;
  // The answer took some time, so the server's time is taken to be that of the middle of the request.
  const offMs = clockOffMs(enrolment.serverTime, (startedAt + Date.now()) / 2);
  if (offMs) await ClockNotice.preload();
  return { enrolment, offMs };
}

function DeviceClock({ offMs }: { offMs: number }) {
  return offMs ? (
    <ClockNotice offMs={offMs} />
  ) : (
    <p class="notice notice-info">{text.clockRight}</p>
  );
}

function EnrolmentForm({ onDone }: { onDone: OnDone }) {
  return (
    <Form
      title={common.pages.enrolment}
      names={["code", "deviceName"]}
      check={(values) => problemsOf(values, { code: sixDigits, deviceName: required })}
      submit={text.submit}
      send={async ({ code, deviceName }) => {
        const { recoveryCodes } = await call("POST /api/session/enrolment", {
          body: { code: digitsOf(code), deviceName: deviceName.trim() },
        });
        onDone(recoveryCodes);
      }}
    >
      <CodeField name="code" label={text.code} hint={text.codeHint} />
      <TextField
        name="deviceName"
        label={text.device}
        hint={text.deviceHint}
        defaultValue={text.devicePhone}
        autoComplete="off"
      />
    </Form>
  );
}
