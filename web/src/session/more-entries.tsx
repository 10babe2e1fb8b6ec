import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";

interface MoreEntriesProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** What is not needed every day: one press more, so that the rest stays in one line. It closes by Escape, and when the focus or the page is another. */
export function MoreEntries({ label, children }: MoreEntriesProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { url } = useLocation();
  useEffect(() => setOpen(false), [url]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    // On a phone the menu around it stays.
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside =
      currentTarget instanceof Node &&
      relatedTarget instanceof Node &&
      currentTarget.contains(relatedTarget);
    if (!isInside) setOpen(false);
  };
  return (
    <li onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        class="link-button"
        type="button"
        ref={button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
      </button>
      {open && <ul>{children}</ul>}
    </li>
  );
}
