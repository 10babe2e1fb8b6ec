/** Transfers to another agency, as who decides reads them. */
import { recordFields } from "../messages/record-fields.ts";
import { transferApprovals as text } from "../messages/transfer-approvals.ts";
import { sourceText } from "../officer/source-fields.tsx";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact, OldAndNew } from "./old-and-new.tsx";

export function releaseView({ to, source }: ChangeOf<"transfer-out">): ChangeView {
  const { what, ...asked } = text.out;
  return {
    ...asked,
    facts: (
      <>
        <p>
          <strong>{what}</strong>
        </p>
        <dl class="record-facts">
          <Fact term={text.to}>
            <span translate={false}>{to}</span>
          </Fact>
          <Fact term={text.source}>
            <span translate={false}>{sourceText(source)}</span>
          </Fact>
        </dl>
      </>
    ),
  };
}

export function arrivalView({ from, to }: ChangeOf<"transfer-in">): ChangeView {
  const { what, ...asked } = text.in;
  return {
    ...asked,
    facts: (
      <>
        <p>
          <strong>{what}</strong>
        </p>
        <dl class="record-facts">
          <Fact term={text.from}>
            <span translate={false}>{from.instansi}</span>
          </Fact>
        </dl>
        {(["unitKerja", "jabatan"] as const).map((field) => (
          <OldAndNew key={field} field={recordFields[field]} old={from[field]} wanted={to[field]} />
        ))}
      </>
    ),
  };
}
