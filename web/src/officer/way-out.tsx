import type { ComponentChildren } from "preact";

/** Below a form: the quiet button that leaves it without sending. */
export function WayOut({
  leave,
  children,
}: {
  readonly leave: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <p class="after-form">
      <button class="button button-quiet" type="button" onClick={leave}>
        {children}
      </button>
    </p>
  );
}
