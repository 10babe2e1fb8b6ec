/** A letter as text: all that its paper says, for whoever writes or signs it. */
import type { ComponentChildren } from "preact";
import { groupNip } from "#shared/employee/nip.ts";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { letterKindRules } from "#shared/letter/letter-kinds.ts";
import { ruleOf } from "#shared/letter/letter-rules.ts";
import { dayText } from "../clock-text.ts";
import { language } from "../language.ts";
import { letterWords as text } from "../messages/letter-words.ts";
import { Instant } from "../session/instant.tsx";

interface LetterProps {
  readonly letter: LetterAnswer;
}

/** Long: markup, in the order of the paper. */
export function LetterContent({ letter }: LetterProps) {
  const { words, face, kind, state, place } = letter;
  const { fields } = text;
  const isSigned = state === "signed" || state === "withdrawn";
  return (
    <section class="panel" aria-labelledby="letter-title">
      <h2 id="letter-title">{text.kinds[kind]}</h2>
      <p>
        <strong>{text.states[state]}</strong>
      </p>
      {!face && <p class="notice notice-warning">{text.nobodyActs}</p>}
      <dl class="own-record record-facts">
        {face && (isSigned || place) && (
          <Fact name={text.number}>
            <span translate={false}>{face.number}</span>
            {!isSigned && <span class="fact-hint"> ({text.planned})</span>}
          </Fact>
        )}
        {face && isSigned && <Fact name={text.day}>{dayText(face.day)}</Fact>}
        <Fact name={fields.hal}>{words.hal}</Fact>
        <Fact name={fields.urgency}>{text.urgencies[words.urgency]}</Fact>
        <Fact name={fields.secrecy}>{text.secrecies[words.secrecy]}</Fact>
        <Fact name={fields.classification}>{words.classification}</Fact>
        {face && (
          <Fact name={fields.post}>
            <span translate={false}>
              {face.lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
              {face.signer}
            </span>
          </Fact>
        )}
      </dl>
      <Parts letter={letter} />
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const money = new Intl.NumberFormat(language === "en" ? "en-GB" : "id-ID");

function Parts({ letter }: LetterProps) {
  const { words } = letter;
  const { fields } = text;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [fields.considering, words.considering],
    [fields.basis, words.basis],
    [fields.to, words.to],
    [fields.tasks, words.tasks],
    [fields.income, words.income.map(({ what, amount }) => `${what}: Rp ${money.format(amount)}`)],
    [fields.items, words.items.map(({ what, count, note }) => joined([what, count, note]))],
    [fields.text, words.text.split("\n").filter((each) => each.trim() !== "")],
    [fields.purpose, words.purpose === "" ? [] : [words.purpose]],
    [fields.copies, words.copies],
  ];
  return (
    <>
      <People letter={letter} />
      {lists.map(
        ([name, lines]) =>
          lines.length > 0 && (
            <div key={name}>
              <h3>{name}</h3>
              <ol translate={false}>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            </div>
          ),
      )}
    </>
  );
}

const joined = (parts: readonly string[]) => parts.filter((each) => each !== "").join(" · ");

/** In the order of the paper, once somebody could sign it. */
function People({ letter: { words, people, face } }: LetterProps) {
  if (people.length === 0) return null;
  const isMany = letterKindRules[words.kind].people === "many";
  const named =
    face?.people ?? people.map(({ name = text.formerPerson }) => ({ name, nip: "", jabatan: "" }));
  const list = (
    <ol translate={false}>
      {named.map(({ name, nip, jabatan }) => (
        <li key={`${name} ${nip}`}>
          {name}
          <div class="hint">{joined([nip && groupNip(nip), jabatan])}</div>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <h3>{isMany ? text.fields.people : text.person}</h3>
      {people.length > ruleOf("peopleInBody") ? (
        <details>
          <summary>{text.annex(people.length)}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </>
  );
}

/** What happened to it, oldest first. */
export function LetterSteps({ letter: { steps } }: LetterProps) {
  return (
    <section class="panel" aria-labelledby="steps-title">
      <h2 id="steps-title">{text.steps}</h2>
      <ol>
        {steps.map(({ to, at, name = text.formerPerson, reason }) => (
          <li key={`${at} ${to}`}>
            <strong>{text.states[to]}</strong>, <span translate={false}>{name}</span>,{" "}
            <Instant at={at} />
            {reason && <div translate={false}>{reason}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
