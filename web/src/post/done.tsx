import { useEffect, useRef } from "preact/hooks";

/** It has the focus, because the form that had it is gone. */
export function Done({ message }: { readonly message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}
