import { href } from "../language.ts";

interface PartLinkProps {
  readonly to: string;
  readonly isHere: boolean;
  readonly label: string;
}

/** One of the parts of a page, which are at addresses of their own. */
export function PartLink({ to, isHere, label }: PartLinkProps) {
  return (
    <a class="button button-quiet" href={href(to)} {...(isHere && { "aria-current": "page" })}>
      {label}
    </a>
  );
}
