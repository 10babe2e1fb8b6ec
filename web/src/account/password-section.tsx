import { useEffect, useRef, useState } from "preact/hooks";
import { lazyPart } from "../lazy-page.ts";
import { password as text } from "../messages/password.ts";

/** Few need it, and its rules bring a list of words. */
const PasswordForm = lazyPart(() =>
  import("./password-form.tsx").then((part) => part.PasswordForm),
);

/** What the address points to when somebody comes to change the password. */
const anchor = "kata-sandi";
const isAskedFor = () => location.hash === `#${anchor}`;

/** Before the section is shown, so that nothing moves when the form comes. */
export async function preparePassword(): Promise<void> {
  if (isAskedFor()) await PasswordForm.preload();
}

/** Another password. @param onChanged the other devices are signed out */
export function PasswordSection({ onChanged }: { onChanged: () => void }) {
  const [wanted, setWanted] = useState(isAskedFor);
  const [done, setDone] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // The section was not there when the browser looked for it.
  useEffect(() => {
    if (!isAskedFor()) return;
    title.current?.scrollIntoView();
    title.current?.focus();
  }, []);
  useEffect(() => {
    if (done) title.current?.focus();
  }, [done]);
  return (
    <section class="panel" id={anchor} aria-labelledby="password-title">
      <h2 id="password-title" tabIndex={-1} ref={title}>
        {text.title}
      </h2>
      <div role="status">{done && <p class="notice notice-good">{text.done}</p>}</div>
      {!done && (
        <details open={wanted} onToggle={() => setWanted(true)}>
          <summary>{text.change}</summary>
          {wanted && (
            <PasswordForm
              onDone={() => {
                setDone(true);
                onChanged();
              }}
            />
          )}
        </details>
      )}
    </section>
  );
}
