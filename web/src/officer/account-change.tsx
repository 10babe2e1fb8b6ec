import type { ComponentChildren } from "preact";
import type { AccountApprovalAnswer } from "#shared/account/account-answers.ts";
import { accountApprovals as text } from "../messages/account-approvals.ts";
import { accountForms as forms } from "../messages/account-forms.ts";
import { accounts } from "../messages/accounts.ts";
import { approvals } from "../messages/approvals.ts";
import { recordFields } from "../messages/record-fields.ts";
import { useInstantText } from "../session/instant.tsx";

/** Old and new of what is asked about an account, and what the officer saw. */
export function AccountChange({ change }: { change: AccountApprovalAnswer["change"] }) {
  const instantText = useInstantText();
  if (change.kind === "email-correction")
    return <OldAndNew field={recordFields.email} old={change.from} wanted={change.to} />;
  if (change.kind === "account-unfreeze")
    return (
      <OldAndNew field={accounts.steps.cairkan} old={text.unfreezeFrom} wanted={text.unfreezeTo} />
    );
  const { mode, paper, ticket, emailChanged } = change;
  return (
    <OldAndNew
      field={accounts.steps["reset-autentikator"]}
      old={text.resetFrom}
      wanted={text.resetTo[mode]}
    >
      <Fact term={forms.reset.paper}>{forms.reset.papers[paper]}</Fact>
      <Fact term={forms.reset.ticket}>
        <span translate={false}>{ticket}</span>
      </Fact>
      {emailChanged && (
        <Fact term={text.emailChanged}>
          {text.emailChangedBy(
            emailChanged.name ?? approvals.nameless,
            instantText(emailChanged.at),
          )}
        </Fact>
      )}
    </OldAndNew>
  );
}

function OldAndNew(props: {
  readonly field: string;
  readonly old: string;
  readonly wanted: string;
  readonly children?: ComponentChildren;
}) {
  const { field, old, wanted, children } = props;
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

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
