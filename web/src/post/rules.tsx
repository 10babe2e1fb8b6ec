import { useState } from "preact/hooks";
import type { RuleAnswer } from "#shared/post/rule-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { rules as text } from "../messages/rules.ts";
import { Done } from "./done.tsx";
import { ruleName } from "./rule-name.ts";

const RulePanel = lazyPart(() => import("./rule-panel.tsx").then((part) => part.RulePanel));
const WhoDecides = lazyPart(() => import("./who-decides.tsx").then((part) => part.WhoDecides));

const read = () => call("GET /api/officer/agency/decider-rules");

/** The rules of the agency, the form of one, and who decides for one person. Long: markup, in the order of the page. */
export function Rules() {
  const [open, setOpen] = useState<RuleAnswer | "new">();
  const [done, setDone] = useState<string>();
  const { data, failure, reload, replace } = useLoad(read);
  const onSaved = async (saved: RuleAnswer) => {
    // The form stays until what it changed is there, so that nothing moves later.
    await read().then(replace, reload);
    setOpen(undefined);
    setDone(text.saved(ruleName(saved)));
  };
  return (
    <>
      <p class="lead">{text.lead}</p>
      <p>
        <a href={href("/petugas/pejabat")}>{text.toPosts}</a>
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      <div role="status">{done && !open && <Done key={done} message={done} />}</div>
      {open && <RulePanel open={open} onSaved={onSaved} leave={() => setOpen(undefined)} />}
      {data && !open && (
        <>
          <section class="print-list" aria-labelledby="rules-title">
            <h2 id="rules-title">{text.title}</h2>
            {data.items.length === 0 && <p>{text.none}</p>}
            {!data.readOnly && (
              <p class="button-row">
                <button class="button" type="button" onClick={() => setOpen("new")}>
                  {text.add}
                </button>
              </p>
            )}
            <ul>
              {data.items.map((rule) => (
                <RuleItem
                  key={rule.target}
                  rule={rule}
                  open={data.readOnly ? undefined : () => setOpen(rule)}
                />
              ))}
            </ul>
          </section>
          <WhoDecides />
        </>
      )}
    </>
  );
}

function RuleItem({
  rule,
  open,
}: {
  readonly rule: RuleAnswer;
  readonly open: (() => void) | undefined;
}) {
  const { superior, ppk, grants } = rule;
  const name = ruleName(rule);
  return (
    <li class="panel print-item">
      <h3 translate={false}>{name}</h3>
      <dl class="record-facts">
        {superior && <Fact name={text.superior} title={superior.title} />}
        {ppk && <Fact name={text.ppk} title={ppk.title} />}
        {grants.map(({ kinds, place, post }) => {
          const which = kinds?.map((kind) => text.kinds[kind]).join(", ") ?? text.allKinds;
          const label = `${text.places[place]}: ${which}`;
          return <Fact key={label} name={label} title={post.title} />;
        })}
      </dl>
      {open && (
        <p class="button-row">
          <button
            class="button button-quiet"
            type="button"
            aria-label={text.changeOf(name)}
            onClick={open}
          >
            {text.change}
          </button>
        </p>
      )}
    </li>
  );
}

function Fact({ name, title }: { readonly name: string; readonly title: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd translate={false}>{title}</dd>
    </div>
  );
}
