import { useState } from "preact/hooks";
import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { digitsOf, problemsOf, required } from "../forms/checks.ts";
import { type Failure, failureOf, failureText } from "../forms/failure.ts";
import { TextField } from "../forms/field.tsx";
import { href } from "../language.ts";
import { accountForms } from "../messages/account-forms.ts";
import { AskSection } from "./ask-section.tsx";
import { SelectField } from "./select-field.tsx";

const text = accountForms.reset;
type Mode = keyof typeof text.modes;
const papers = keysOf(text.papers);

interface MfaResetSectionProps {
  readonly employee: EmployeeAnswer;
  readonly account: AccountAnswer;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/**
 * Asks a penyetuju to let the holder register another authenticator.
 * Long: markup, in the order of the page.
 */
export function MfaResetSection({ employee, account, ...way }: MfaResetSectionProps) {
  const { id } = employee;
  const [first = "absent"] = account.modes;
  const [mode, setMode] = useState<Mode>(first);
  return (
    <AskSection
      {...way}
      id="reset-title"
      words={text}
      names={["mode", "code", "paper", "ticket"]}
      check={(values) =>
        problemsOf(values, {
          ...(mode === "counter" && { code: required }),
          ticket: required,
        })
      }
      ask={({ code, paper, ticket }, request) => {
        const seen = { mode, paper: paperOf(paper), ticket: ticket.trim() };
        const read = mode === "counter" && { code: digitsOf(code) };
        const body = { ...request, ...seen, ...read };
        return call("POST /api/accounts/{id}/mfa-reset", { params: { id }, body });
      }}
    >
      <p>
        <a href={href("/bantuan/loket")} target="_blank" rel="noreferrer">
          {accountForms.lostPhoneSteps}
        </a>
      </p>
      <SelectField
        name="mode"
        label={`${text.mode} *`}
        options={account.modes.map((each) => [each, text.modes[each]])}
        value={mode}
        onChoose={(value) => setMode(value === "counter" ? "counter" : "absent")}
      />
      {account.modes.length === 0 && <p class="notice notice-warning">{text.noMode}</p>}
      {account.modes.length === 1 && mode === "absent" && <p class="hint">{text.onlyAbsent}</p>}
      <div hidden={mode !== "counter"}>
        <SendCode id={id} />
        <TextField
          name="code"
          label={`${text.code} *`}
          hint={text.codeHint}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <SelectField
        name="paper"
        label={`${text.paper} *`}
        options={papers.map((paper) => [paper, text.papers[paper]])}
        value="ktp"
      />
      <TextField
        name="ticket"
        label={`${text.ticket} *`}
        hint={text.ticketHint}
        autoComplete="off"
      />
    </AskSection>
  );
}

/** Mails the code that the holder at the counter reads aloud. */
function SendCode({ id }: { id: string }) {
  const [isSent, setSent] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    setFailure(undefined);
    try {
      await call("POST /api/accounts/{id}/mfa-reset/code", { params: { id } });
      setSent(true);
    } catch (error) {
      setFailure(failureOf(error, accountForms.failures));
    }
  };
  return (
    <p>
      <button class="button button-quiet" type="button" onClick={send}>
        {isSent ? text.sendAgain : text.sendCode}
      </button>{" "}
      <span role="status">{failure ? failureText(failure) : isSent && text.sent}</span>
    </p>
  );
}

function paperOf(value: string): keyof typeof text.papers {
  return papers.find((paper) => paper === value) ?? "ktp";
}
