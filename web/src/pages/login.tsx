import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { parseNip } from "#shared/employee/nip.ts";
import { Heading } from "../components/heading.tsx";
import { nip, problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { session } from "../messages/session.ts";
import { wasSentToLogin } from "../session/leave-for-login.ts";
import { type LoginDelay, logIn } from "../session/log-in.ts";
import { deviceMemory } from "../storage.ts";

const text = session.login;
const rememberedNip = "kartu-nip";

export function LoginPage() {
  const { route } = useLocation();
  const form = useRef<HTMLDivElement>(null);
  const [sent, setSent] = useState(false);
  const [delay, setDelay] = useState<LoginDelay>();

  useEffect(() => {
    setSent(wasSentToLogin());
    fillRememberedNip(form.current);
  }, []);

  return (
    <div class="narrow panel" ref={form}>
      <Heading>{common.pages.login}</Heading>
      <p class="lead">{text.lead}</p>
      {sent && (
        <p class="notice notice-info" role="status">
          {common.session.ended}
        </p>
      )}
      <Form
        title={common.pages.login}
        names={["nip", "password", "remember"]}
        check={(values) => problemsOf(values, { nip, password: required })}
        submit={text.submit}
        send={async ({ nip, password, remember }) => {
          const number = parseNip(nip) ?? "";
          const { next } = await logIn({ nip: number, password }, setDelay).finally(() =>
            setDelay(undefined),
          );
          if (remember) deviceMemory.write(rememberedNip, number);
          else deviceMemory.forget(rememberedNip);
          route(href(next === "code" ? "/masuk/kode" : "/masuk/mfa"));
        }}
      >
        <TextField
          name="nip"
          label={text.nip}
          hint={text.nipHint}
          inputMode="numeric"
          autoComplete="username"
          spellcheck={false}
        />
        <PasswordField name="password" label={text.password} autoComplete="current-password" />
        <div class="check-row">
          <input type="checkbox" id="remember" name="remember" aria-describedby="remember-hint" />
          <label for="remember">{text.remember}</label>
          <p class="hint" id="remember-hint">
            {text.rememberHint}
          </p>
        </div>
        <p role="status">{delay && delayText(delay)}</p>
      </Form>
      <p class="after-form">
        <a href={href("/aktivasi")}>{text.forgotten}</a>
      </p>
    </div>
  );
}

/** Shares in tens, so that a screen reader is not flooded. */
function delayText(delay: LoginDelay): string {
  return delay.kind === "work"
    ? text.checking(Math.floor(delay.share * 10) * 10)
    : text.waiting(delay.seconds);
}

/** «Ingat Saya»: never over what was typed before the script arrived. */
function fillRememberedNip(form: HTMLElement | null): void {
  const remembered = deviceMemory.read(rememberedNip);
  const input = form?.querySelector<HTMLInputElement>("#nip");
  const box = form?.querySelector<HTMLInputElement>("#remember");
  if (!remembered || !input || !box) return;
  input.value ||= remembered;
  box.checked = true;
}
