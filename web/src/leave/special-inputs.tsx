/** What few leaves have: the approval of BKN and the leave that a CLTN prolongs, and a permission that was given before (izin sementara). */
import type { OwnLeaveAnswer } from "#shared/leave/leave-answers.ts";
import type { AskedKind } from "#shared/leave/leave-kinds.ts";
import { leave as text } from "../messages/leave.ts";
import { SelectField } from "../officer/select-field.tsx";
import { spanText } from "./leave-text.ts";

interface SpecialProps {
  readonly own: OwnLeaveAnswer;
  readonly values: Readonly<Record<string, string>>;
  readonly kind: AskedKind;
}

export function SpecialInputs({ own, values, kind }: SpecialProps) {
  if (kind === "alasan-penting")
    return (
      <SelectField
        name="interim"
        label={text.interim}
        hint={text.interimHint}
        options={[
          ["", text.interims.none],
          ["yes", text.interims.yes],
        ]}
        value={values.interim ?? ""}
      />
    );
  return kind === "cltn" ? <CltnInputs own={own} values={values} /> : null;
}

function CltnInputs({ own, values }: Omit<SpecialProps, "kind">) {
  const given = givenCltns(own);
  return (
    <>
      {given.length > 0 && (
        <SelectField
          name="extends"
          label={text.extends}
          options={[
            ["", text.extendsNone],
            ...given.map(({ id, content }) => [id, spanText(content)] as const),
          ]}
          value={values.extends ?? ""}
        />
      )}
      <SelectField
        name="bkn"
        label={text.evidence["persetujuan-bkn"]}
        hint={text.bkn}
        options={[
          ["", text.bkns.none],
          ["yes", text.bkns.yes],
        ]}
        value={values.bkn ?? ""}
      />
    </>
  );
}

/** Those that an extension may adjoin. */
export function givenCltns({ leaves }: Pick<OwnLeaveAnswer, "leaves">) {
  return leaves.filter(
    ({ standing, content }) =>
      content.kind === "cltn" && ["coming", "running", "over"].includes(standing),
  );
}
