import type { ComponentChildren } from "preact";
import { approvals as text } from "../messages/approvals.ts";

interface OldAndNewProps {
  readonly field: string;
  readonly old: string;
  readonly wanted: string;
  /** More that the decider must know. */
  readonly children?: ComponentChildren;
}

/** One thing that changes. */
export function OldAndNew({ field, old, wanted, children }: OldAndNewProps) {
  return (
    <>
      <p>
        <strong>{field}</strong>
      </p>
      <dl class="record-facts">
        <Fact term={text.before}>
          <del>{old}</del>
        </Fact>
        <Fact term={text.after}>
          <ins>{wanted}</ins>
        </Fact>
        {children}
      </dl>
    </>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ComponentChildren;
}

export function Fact({ term, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
