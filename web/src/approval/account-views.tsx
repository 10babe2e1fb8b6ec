/** Changes of somebody's account, as who decides reads them. */
import { accountApprovals as text } from "../messages/account-approvals.ts";
import { accountForms as forms } from "../messages/account-forms.ts";
import { accounts } from "../messages/accounts.ts";
import { approvals } from "../messages/approvals.ts";
import { recordFields } from "../messages/record-fields.ts";
import { useInstantText } from "../session/instant.tsx";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact, OldAndNew } from "./old-and-new.tsx";

const { question, effect } = text.approve;

export function emailCorrectionView({ from, to }: ChangeOf<"email-correction">): ChangeView {
  return {
    question: question["email-correction"],
    effect: effect["email-correction"],
    facts: <OldAndNew field={recordFields.email} old={from ?? text.noAddress} wanted={to} />,
  };
}

export function unfreezeView(): ChangeView {
  const { unfreezeFrom, unfreezeTo } = text;
  return {
    question: question["account-unfreeze"],
    effect: effect["account-unfreeze"],
    facts: <OldAndNew field={accounts.steps.cairkan} old={unfreezeFrom} wanted={unfreezeTo} />,
  };
}

export function mfaResetView(change: ChangeOf<"mfa-reset">): ChangeView {
  return {
    question: question["mfa-reset"],
    effect: effect[change.mode],
    facts: <MfaReset change={change} />,
  };
}

/** What the officer saw, and whether the address is one that a colleague set. */
function MfaReset({ change }: { readonly change: ChangeOf<"mfa-reset"> }) {
  const instantText = useInstantText();
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
