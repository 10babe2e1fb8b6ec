/** A letter that waits for the signature of who reads: what it says, its file, and the decision. */
import { useCallback, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { letterSigning as text } from "../messages/letter-signing.ts";
import { letterWords } from "../messages/letter-words.ts";
import { SelectField } from "../officer/select-field.tsx";
import { tellNext } from "../request/told-next.ts";
import { LetterContent, LetterSteps } from "./letter-content.tsx";
import { LetterFile } from "./letter-file.tsx";
import { partName, withPlaces } from "./letter-problems.ts";

export function SignLetter({ id }: { readonly id: LetterAnswer["id"] }) {
  const load = useCallback(
    () => call("GET /api/officer/agency/letters-to-sign/{id}", { params: { id } }),
    [id],
  );
  const { data, failure, reload } = useLoad(load);
  const file = fileAddress("GET /api/officer/agency/letters-to-sign/{id}/file", { params: { id } });
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <LetterContent letter={data} />
          <LetterFile address={file} label={letterWords.draftFile} />
          <Decision letter={data} />
          <LetterSteps letter={data} />
        </>
      )}
    </>
  );
}

/** Long: markup, in the order of the form. */
function Decision({ letter }: { readonly letter: LetterAnswer }) {
  const { route } = useLocation();
  const [verdict, setVerdict] = useState("");
  const { id, revision, people } = letter;
  const done = (told: string) => {
    tellNext(told);
    route(href("/pengajuan?bagian=putusan"));
  };
  return (
    <section class="panel" aria-labelledby="decision-title">
      <h2 id="decision-title">{text.title}</h2>
      <p class="hint">{text.uncertified}</p>
      <Form<string>
        title={leaveWords.deciding}
        names={["verdict", "reason"]}
        check={({ verdict: said = "", reason = "" }) => [
          ...(said === "" ? [{ field: "verdict", code: "required" as const }] : []),
          ...(said === "return" && reason.trim() === ""
            ? [{ field: "reason", code: "required" as const }]
            : []),
        ]}
        submit={text.send}
        failures={letterWords.failures}
        problems={letterWords.problems}
        nameOf={(field) => partName(field, people)}
        send={async ({ verdict: said, reason = "" }) => {
          const params = { id };
          if (said === "sign") {
            const input = { params, body: { revision } };
            await withPlaces(call("POST /api/officer/agency/letters-to-sign/{id}/sign", input));
            return done(text.signed);
          }
          const input = { params, body: { revision, reason: reason.trim() } };
          await call("POST /api/officer/agency/letters-to-sign/{id}/return", input);
          done(text.returned);
        }}
      >
        <SelectField
          name="verdict"
          label={`${text.verdict} *`}
          options={[
            ["", text.choose],
            ["sign", text.sign],
            ["return", text.return],
          ]}
          value=""
          onChoose={setVerdict}
        />
        <p role="status">
          {verdict === "sign" && text.signMeans}
          {verdict === "return" && text.returnMeans}
        </p>
        {verdict === "return" && (
          <TextField
            name="reason"
            label={`${text.reason} *`}
            hint={text.reasonHint}
            autoComplete="off"
          />
        )}
      </Form>
    </section>
  );
}
