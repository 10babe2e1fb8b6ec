import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { common } from "../messages/common.ts";

interface WayOutProps {
  readonly leave: () => void;
  readonly children: ComponentChildren;
}

/** Below a form: the quiet button that leaves it without sending. */
export function WayOut({ leave, children }: WayOutProps) {
  return (
    <p class="after-form">
      <button class="button button-quiet" type="button" onClick={leave}>
        {children}
      </button>
    </p>
  );
}

/** In the place of a form that was asked for, until it is there: it has the focus of the button that went. */
export function WaitWithWayOut({ leave }: Pick<WayOutProps, "leave">) {
  const said = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => said.current?.focus(), []);
  return (
    <>
      <p role="status" tabIndex={-1} ref={said}>
        {common.loading}
      </p>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </>
  );
}
