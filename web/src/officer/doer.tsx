import { approver as text } from "../messages/approver.ts";

interface DoerProps {
  /** As the page names who did it. */
  readonly name: string | undefined;
  /** The second person; without a name where the reader may not know it. */
  readonly approvedBy?: { readonly name?: string | undefined } | undefined;
}

/** Who did something, and who approved it. */
export function Doer({ name, approvedBy }: DoerProps) {
  return (
    <>
      <span translate={false}>{name}</span>
      {approvedBy && (
        <>
          , {text.approvedBy}{" "}
          {approvedBy.name ? <span translate={false}>{approvedBy.name}</span> : text.secondPerson}
        </>
      )}
    </>
  );
}
