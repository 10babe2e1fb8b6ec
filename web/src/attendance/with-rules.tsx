import type { FunctionComponent } from "preact";
import type * as z from "zod";
import type { rulesAnswer } from "#shared/attendance/attendance-answers.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { machinesText as text } from "../messages/attendance-machines.ts";
import { common } from "../messages/common.ts";

export type Rules = z.infer<typeof rulesAnswer>;

/** Of the machines, schedules and terms of the agency, those that are said anew. */
type Said = Partial<Rules["details"]>;
export type SayRules = (said: Said, reason: string) => Promise<void>;

const read = () => call("GET /api/officer/agency/attendance/rules");

export interface RulesProps {
  readonly data: Rules;
  readonly say: SayRules;
}

/** Shows what the agency has said of its machines, schedules and terms: one item, which is saved whole (decision 0114). */
export function WithRules({ Shown }: { readonly Shown: FunctionComponent<RulesProps> }) {
  const { data, failure, reload, replace } = useLoad(read);
  const say: SayRules = async (said, reason) => {
    if (!data) return;
    const body = { ...data.details, ...said, revision: data.revision, reason };
    try {
      replace(await call("POST /api/officer/agency/attendance/rules", { body }));
    } catch (error) {
      // What is typed stays; saved once more, it goes on from what somebody else has said.
      if (error instanceof Refusal && error.problem.code === "attendance-changed")
        await read().then(replace, () => undefined);
      throw error;
    }
  };
  // Who works for units of it alone is not told that there are rules.
  const told = failure?.code === "not-found" ? { ...failure, text: text.wholeAgency } : failure;
  return (
    <>
      {told && <FailureNotice failure={told} retry={reload} />}
      {!data && !told && <p role="status">{common.loading}</p>}
      {data && <Shown data={data} say={say} />}
    </>
  );
}
