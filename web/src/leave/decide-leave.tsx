/** One leave, as whoever decides it reads it: the form, what is left afterwards, who else is away. */
import { useCallback } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { DecidedLeave } from "#shared/leave/leave-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { fieldText } from "../forms/field-text.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { leave as form } from "../messages/leave.ts";
import { leaveDecision as text } from "../messages/leave-decision.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { requests } from "../messages/requests.ts";
import { tellNext } from "../request/told-next.ts";
import { Trail } from "../request/trail.tsx";
import { Person } from "./leave-form.tsx";
import { LeaveNotes } from "./leave-notes.tsx";
import { leaveText, spanText } from "./leave-text.ts";
import { VerdictForm } from "./verdict-form.tsx";

export function DecideLeave({ id }: { readonly id: DecidedLeave["id"] }) {
  const load = useCallback(() => call("GET /api/requests/deciding/{id}", { params: { id } }), [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Whole leave={data} />}
    </>
  );
}

interface WholeProps {
  readonly leave: DecidedLeave;
}

/** Long: markup, in the order of the form. */
function Whole({ leave }: WholeProps) {
  const { route } = useLocation();
  const { content, trail, number, files, yours, barred, outdated } = leave;
  const { days = 0, workingDays = 0 } = content;
  const onDone = (told: string) => {
    tellNext(told);
    route(href("/pengajuan?bagian=putusan"));
  };
  return (
    <>
      <section class="panel" aria-labelledby="leave-title">
        <h2 id="leave-title">{leaveText(content)}</h2>
        <p class="hint">{requests.number(number)}</p>
        <Person {...leave} />
        <dl class="own-record">
          {facts(leave).map(([term, said]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd translate={false}>{said}</dd>
            </div>
          ))}
        </dl>
        <p>{leaveWords.days(workingDays, days)}</p>
        {files.length > 0 && <p>{requests.files(files.length)}</p>}
        <Papers leave={leave} />
      </section>
      <section class="panel" aria-labelledby="notes-title">
        <h2 id="notes-title">{form.sections.V}</h2>
        <LeaveNotes {...leave} />
        <p>
          <strong>{text.leftAfter(leave.leftAfter, leave.year)}</strong>
        </p>
      </section>
      <Away leave={leave} />
      <Findings leave={leave} />
      {outdated && <p class="notice notice-warning">{text.outdated}</p>}
      {barred && <p class="notice notice-info">{requests.failures["request-decided-by-you"]}</p>}
      {yours && <VerdictForm leave={leave} onDone={onDone} />}
      {leave.recalledFrom && (
        <p class="notice notice-info">{text.recall.since(dayText(leave.recalledFrom))}</p>
      )}
      {leave.recallable && <Recall leave={leave} open={leave.recallable} onDone={onDone} />}
      <Trail trail={trail} by={text.by} />
    </>
  );
}

const Recall = lazyPart(() => import("./recall-form.tsx").then((part) => part.RecallForm));
const RequestFiles = lazyPart(() =>
  import("../officer/request-files.tsx").then((part) => part.RequestFiles),
);

/** To look at, by whose turn it is. */
function Papers({ leave: { employeeId, files } }: WholeProps) {
  const open = files.flatMap(({ file, grant }) => (grant === undefined ? [] : [{ file, grant }]));
  return open.length === 0 ? null : <RequestFiles {...{ employeeId, files: open }} byPost />;
}

function facts({ content }: DecidedLeave): readonly (readonly [string, string])[] {
  const { kind, reason, words, address, phone, abroad, travelDays, evidence, interim } = content;
  return [
    [form.sections.II, leaveWords.kinds[kind]] as const,
    [
      form.sections.III,
      [reason && form.reasons[reason], words].filter(Boolean).join(": "),
    ] as const,
    [form.sections.IV, spanText(content)] as const,
    [form.travelDays, travelDays === undefined ? "" : String(travelDays)] as const,
    [form.place, abroad ? form.places.abroad : form.places.home] as const,
    [form.extends, content.extends === undefined ? "" : text.extension] as const,
    [form.interim, interim ? text.interim : ""] as const,
    [form.sections.VI, `${address}, ${phone}`] as const,
    [form.proof, evidence.map((each) => form.evidence[each]).join("; ")] as const,
  ].filter(([, said]) => said !== "");
}

function paperText(name: unknown): string {
  const papers: Readonly<Record<string, string>> = form.evidence;
  return papers[String(name)] ?? "";
}

function Away({ leave: { away, unitKerja } }: Pick<WholeProps, "leave">) {
  return (
    <section class="panel" aria-labelledby="away-title">
      <h2 id="away-title">{text.away}</h2>
      <p class="hint" translate={false}>
        {unitKerja}
      </p>
      {away.length === 0 && <p>{text.nobodyAway}</p>}
      {away.length > 0 && (
        <ul class="notifications">
          {away.map(({ name, from, to, isGiven }) => (
            <li key={`${name} ${from}`}>
              <span translate={false}>{name}</span>, {leaveWords.span(dayText(from), dayText(to))}
              <div class="hint">{isGiven ? text.given : text.askedFor}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Findings({ leave: { findings } }: Pick<WholeProps, "leave">) {
  if (findings.length === 0) return null;
  return (
    <div class="notice notice-warning">
      <p>
        <strong>{text.findings}</strong>
      </p>
      <ul>
        {findings.map(({ field, code, limit, measured, year }) => (
          <li key={`${field} ${code} ${year}`}>
            {fieldText(
              code,
              {
                ...(limit !== undefined && { limit }),
                ...(measured !== undefined && { measured }),
                ...(year !== undefined && { year }),
              },
              form.problems,
            )}
            {code === "evidence-missing" && ` (${paperText(limit)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
