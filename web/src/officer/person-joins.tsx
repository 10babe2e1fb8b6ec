import { useCallback, useState } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import type { AnswerOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { joins as text } from "../messages/joins.ts";
import { officer } from "../messages/officer.ts";
import { JoinSteps } from "./join-steps.tsx";
import { JoinedHistory } from "./joined-history.tsx";
import { Told } from "./told.tsx";

type Joined = AnswerOf<"GET /api/accounts/{id}/joined">["items"];

interface PageData {
  readonly employee: EmployeeAnswer;
  readonly joined: Joined;
}

async function readPage(id: string): Promise<PageData> {
  const params = { params: { id } };
  const [employee, { items }] = await Promise.all([
    call("GET /api/officer/employees/{id}", params),
    call("GET /api/accounts/{id}/joined", params),
  ]);
  return { employee, joined: items };
}

/** What was joined into a record, and where a petugas asks that another one be. */
export function PersonJoins({ id }: { readonly id: string }) {
  const load = useCallback(() => readPage(id), [id]);
  const { data, failure, reload } = useLoad(load);
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<string>();
  if (!data)
    return failure ? (
      <FailureNotice failure={failure} retry={reload} />
    ) : (
      <p role="status">{common.loading}</p>
    );
  if (isAsking)
    return (
      <JoinSteps
        employee={data.employee}
        leave={() => setAsking(false)}
        onAsked={(message) => {
          setAsking(false);
          setDone(message);
        }}
      />
    );
  const begin = () => {
    setDone(undefined);
    setAsking(true);
  };
  return <JoinedRecords {...data} done={done} begin={begin} />;
}

interface JoinedRecordsProps extends PageData {
  readonly done: string | undefined;
  readonly begin: () => void;
}

function JoinedRecords({ employee, joined, done, begin }: JoinedRecordsProps) {
  const { id, locked, name } = employee;
  return (
    <section class="print-list" aria-labelledby="joins-title">
      <p class="lead">{text.lead}</p>
      <Told message={done} />
      <h2 id="joins-title" translate={false}>
        {text.ofPerson(name)}
      </h2>
      {locked && <p class="notice notice-info">{officer.locked[locked]}</p>}
      {joined.length === 0 ? <p>{text.none}</p> : <h3>{text.joinedTitle}</h3>}
      {joined.map((each) => (
        <JoinedHistory
          key={each.id}
          {...each}
          read={(cursor) =>
            call("GET /api/accounts/{id}/joined/{joinedId}/history", {
              ...{ params: { id, joinedId: each.id }, query: { cursor } },
            })
          }
        />
      ))}
      {!locked && (
        <button class="button" type="button" onClick={begin}>
          {text.find}
        </button>
      )}
      <p class="after-form">
        <a href={href(`/petugas/pegawai?id=${id}`)}>{text.toRecord}</a>
      </p>
    </section>
  );
}
