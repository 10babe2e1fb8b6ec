import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DecreeList, ToldDecree } from "#shared/decree/decree-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { decrees as text } from "../messages/decrees.ts";
import { officer } from "../messages/officer.ts";
import { DecreeForm } from "./decree-form.tsx";
import { DecreeItem } from "./decree-item.tsx";
import { type DecreeStep, useDecreeStep } from "./decree-step.ts";
import { ChangeDecree } from "./decree-steps.tsx";
import type { PageQuery } from "./page-query.ts";

interface PageData {
  readonly employee: EmployeeAnswer;
  readonly list: DecreeList;
}

async function readPage(id: string): Promise<PageData> {
  const params = { params: { id } };
  const [employee, list] = await Promise.all([
    call("GET /api/officer/employees/{id}", params),
    call("GET /api/accounts/{id}/decrees", params),
  ]);
  return { employee, list };
}

/** The decrees of one person: what is to come, what has been; a petugas plans, moves and withdraws. */
export function PersonDecrees({ id, query }: { readonly id: string; readonly query: PageQuery }) {
  const load = useCallback(() => readPage(id), [id]);
  const { data, failure, reload } = useLoad(load);
  const { step, of, goTo, goBack } = useDecreeStep(query);
  const [asked, setAsked] = useState(false);
  const way = {
    leave: goBack,
    onAsked: () => {
      goBack();
      setAsked(true);
      reload();
    },
  };
  if (!data)
    return failure ? (
      <FailureNotice failure={failure} retry={reload} />
    ) : (
      <p role="status">{common.loading}</p>
    );
  const { employee, list } = data;
  const decree = list.items.find((each) => each.id === of && isOpen(each));
  if (!employee.locked) {
    if (step === "catat") return <DecreeForm employee={employee} {...way} />;
    if (step && decree) return <ChangeDecree {...{ step, employee, decree }} {...way} />;
  }
  return (
    <Decrees
      {...{ employee, list, asked }}
      begin={(...next) => {
        setAsked(false);
        goTo(...next);
      }}
    />
  );
}

/** Whether it can be moved and withdrawn; while one of both waits for a penyetuju, neither is offered again. */
const isOpen = ({ state }: ToldDecree) => state === "waiting" || state === "stuck";

interface DecreesProps extends PageData {
  readonly asked: boolean;
  readonly begin: (step: DecreeStep, of?: string) => void;
}

/** Long: markup, in the order of the page. */
function Decrees({ employee, list: { items }, asked, begin }: DecreesProps) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked) notice.current?.focus();
  }, [asked]);
  const { locked } = employee;
  return (
    <section class="print-list" aria-labelledby="decrees-title">
      <div role="status">
        {asked && (
          <p class="notice notice-good" tabIndex={-1} ref={notice}>
            {text.asked}
          </p>
        )}
      </div>
      <h2 id="decrees-title" translate={false}>
        {text.ofPerson(employee.name)}
      </h2>
      {locked ? (
        <p class="notice notice-info">{officer.locked[locked]}</p>
      ) : (
        <p>
          <button class="button" type="button" onClick={() => begin("catat")}>
            {text.plan}
          </button>
        </p>
      )}
      <p>
        <a href={href(`/petugas/pegawai?id=${employee.id}`)}>{text.toRecord}</a> ·{" "}
        <a href={href("/petugas/sk")}>{text.toAgency}</a>
      </p>
      {items.length === 0 && (
        <p>
          {text.none} {locked !== "role" && text.othersWait}
        </p>
      )}
      {items.length > 0 && (
        <ul>
          {items.map((decree) => (
            <DecreeItem key={decree.id} decree={decree}>
              {!locked && isOpen(decree) && !decree.asked && (
                <div class="button-row">
                  <Begin label={text.move} go={() => begin("geser", decree.id)} />
                  <Begin label={text.withdraw} go={() => begin("batalkan", decree.id)} />
                </div>
              )}
            </DecreeItem>
          ))}
        </ul>
      )}
    </section>
  );
}

function Begin({ label, go }: { readonly label: string; readonly go: () => void }) {
  return (
    <button class="button button-quiet" type="button" onClick={go}>
      {label}
    </button>
  );
}
