import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { parseNip } from "#shared/employee/nip.ts";
import { Heading } from "../components/heading.tsx";
import { nip, problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { NipField } from "../forms/nip-field.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { login } from "../messages/login.ts";
import { session } from "../messages/session.ts";
import { compareClocks } from "../session/code-clock.tsx";
import { beginCodeStep } from "../session/code-step.ts";
import { frozen, loginFirst, recovered, sessionEnded } from "../session/leave-for-login.ts";
import { logIn } from "../session/log-in.ts";
import { rememberedNip, rememberNip } from "../session/remembered-nip.ts";
import { useSignedIn } from "../session/use-signed-in.ts";
import type { LoginDelay } from "../session/with-work.ts";

const text = login.login;

const DelayText = lazyPart(() =>
  import("../session/delay-text.tsx").then((part) => part.DelayText),
);

/** Few come here who are signed in. */
const SignedInPanel = lazyPart(() =>
  import("../session/signed-in-panel.tsx").then((part) => part.SignedInPanel),
);

export function LoginPage() {
  const signedIn = useSignedIn();
  const [another, setAnother] = useState(false);

  return (
    <div class="fills-screen">
      {signedIn && !another ? (
        <SignedInPanel signedIn={signedIn} useAnother={() => setAnother(true)} />
      ) : (
        <LoginForm />
      )}
    </div>
  );
}

/** Long: markup, in the order of the page. */
function LoginForm() {
  const { route } = useLocation();
  const form = useRef<HTMLDivElement>(null);
  const [delay, setDelay] = useState<LoginDelay>();
  useEffect(() => {
    fillRememberedNip(form.current);
  }, []);
  return (
    <div class="narrow panel" ref={form}>
      <Heading>{common.pages.login}</Heading>
      <div class="either">
        <p class="notice notice-info" id={sessionEnded}>
          {session.ended}
        </p>
        <p class="notice notice-info" id={recovered}>
          {text.recovered}
        </p>
        <p class="notice notice-info" id={frozen}>
          {session.failures["account-frozen"]}
        </p>
        <p class="notice notice-info" id={loginFirst}>
          {text.first}
        </p>
        <p class="lead">{text.lead}</p>
      </div>
      <Form
        title={common.pages.login}
        names={["nip", "password", "remember"]}
        check={(values) => problemsOf(values, { nip, password: required })}
        submit={text.submit}
        send={async ({ nip, password, remember }) => {
          const number = parseNip(nip) ?? "";
          const { next, serverTime } = await logIn({ nip: number, password }, setDelay).finally(
            () => setDelay(undefined),
          );
          rememberNip(remember ? number : undefined);
          await compareClocks(serverTime);
          if (next === "code") beginCodeStep();
          route(href(next === "code" ? "/masuk/kode" : "/masuk/mfa"));
        }}
      >
        <NipField />
        <PasswordField name="password" label={text.password} autoComplete="current-password" />
        <div class="check-row">
          <input type="checkbox" id="remember" name="remember" aria-describedby="remember-hint" />
          <label for="remember">{text.remember}</label>
          <p class="hint" id="remember-hint">
            {text.rememberHint}
          </p>
        </div>
        <p role="status">{delay && <DelayText delay={delay} />}</p>
      </Form>
      <p class="after-form">
        <a href={href("/aktivasi")}>{text.forgotten}</a>
      </p>
      <p>
        <a href={href("/masuk/qr")}>{common.pages.qr}</a>
      </p>
      <p>
        <a href={href("/bantuan/ponsel-hilang")}>{common.pages.lostPhone}</a>
      </p>
      <p>
        <a href={href("/kontak")}>{text.contact}</a>
      </p>
    </div>
  );
}

/** «Ingat Saya»: never over what was typed before the script arrived. */
function fillRememberedNip(form: HTMLElement | null): void {
  const remembered = rememberedNip();
  const input = form?.querySelector<HTMLInputElement>("#nip");
  const box = form?.querySelector<HTMLInputElement>("#remember");
  if (!remembered || !input || !box) return;
  input.value ||= remembered;
  box.checked = true;
}
