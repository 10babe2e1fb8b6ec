import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { call, page } from "../api/client.ts";
import { Heading } from "../components/heading.tsx";
import { digitsOf, problemsOf, sixDigits } from "../forms/checks.ts";
import { CodeField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { login } from "../messages/login.ts";
import { ClockNotice, loginClockOffMs } from "../session/code-clock.tsx";
import { endCodeStep, isAtCodeStep } from "../session/code-step.ts";
import { firstPage } from "../session/first-page.ts";
import { startLoginAgain, takeWantedPage } from "../session/leave-for-login.ts";

const text = login.code;

/** Few need it. */
const RecoveryForm = lazyPart(() =>
  import("../session/recovery-form.tsx").then((part) => part.RecoveryForm),
);

/** Long: markup, in the order of the page. */
export function CodePage() {
  const { route } = useLocation();
  const [lost, setLost] = useState(false);
  const offMs = loginClockOffMs();
  useEffect(() => {
    if (!isAtCodeStep()) startLoginAgain();
  }, []);
  return (
    <div class="narrow panel">
      <Heading>{common.pages.code}</Heading>
      <p class="lead">{text.lead}</p>
      {offMs !== 0 && <ClockNotice offMs={offMs} />}
      <Form
        title={common.pages.code}
        names={["code"]}
        check={(values) => problemsOf(values, { code: sixDigits })}
        submit={text.submit}
        send={async ({ code }) => {
          const first = await signIn(digitsOf(code));
          if (first) route(href(first));
        }}
      >
        <CodeField name="code" label={text.code} hint={text.codeHint} />
      </Form>
      <details>
        <summary>{text.wrong}</summary>
        <p>{text.wrongText}</p>
      </details>
      <details onToggle={() => setLost(true)}>
        <summary>{text.use}</summary>
        {lost && <RecoveryForm />}
      </details>
      <details>
        <summary>{text.lost}</summary>
        <p>{text.lostText}</p>
        <p>
          <a href={href("/bantuan/ponsel-hilang")}>{common.pages.lostPhone}</a>
        </p>
      </details>
      <p class="after-form">
        <a href={href("/masuk")}>{text.restart}</a>
      </p>
    </div>
  );
}

/** @returns the page to show; undefined when the browser loads the page that was asked for before the login */
async function signIn(code: string): Promise<string | undefined> {
  const { roles, person } = await call("POST /api/session/code", { body: { code } });
  // From here on the page is for who signed in on it.
  page.person = person;
  endCodeStep();
  // Somebody else's card does not stay here for when there is no network. Where its module does not arrive, the own card's page sees to it.
  await import("../offline/kept-card.ts")
    .then((kept) => kept.forgetCardOfOthers(person))
    .catch(() => {});
  const wanted = takeWantedPage(person);
  if (!wanted) return firstPage(roles);
  // A full load, because the page may be in the other language.
  location.assign(wanted);
  return undefined;
}
