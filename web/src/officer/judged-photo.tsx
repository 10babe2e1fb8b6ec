import type { ComponentChildren } from "preact";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { RuleOutcome } from "#shared/photo/photo-report.ts";
import type { PersonPhotoAnswer, ToldReview } from "#shared/photo/review-answers.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { photo as photoText } from "../messages/photo.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { keyOf, worstFirst, wrongText } from "../photo/rule-words.ts";
import { useInstantText } from "../session/instant.tsx";

interface JudgedPhotoProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly answer: PersonPhotoAnswer & { readonly photoId: string };
  /** Beside the card, where the page has none of its own. */
  readonly withCard: boolean;
  /** What can be done about it. */
  readonly children: ComponentChildren;
}

/** A photo beside what the judge and people said of it. */
export function JudgedPhoto({ id, name, answer, withCard, children }: JudgedPhotoProps) {
  const { photoId, review, rules, follows } = answer;
  const [params, query] = [{ id }, { v: photoId }];
  return (
    <div class="record-facts">
      <div class="person-card">
        <img
          class="see-through"
          src={fileAddress("GET /api/officer/people/{id}/photo/picture", { params, query })}
          alt={text.photoAlt(name)}
          width={274}
          height={350}
          style={{ width: "17.1rem" }}
        />
        {withCard && (
          <CardImage
            shape="portrait"
            alt={text.cardAlt(name)}
            src={fileAddress("GET /api/officer/people/{id}/card/faces/{face}", {
              params: { id, face: "front-portrait" },
              query,
            })}
          />
        )}
      </div>
      <div>
        <ReviewState review={review} follows={follows} />
        {review?.warned.includes("transparency") && (
          <p class="notice notice-warning">{text.cutFromBusy}</p>
        )}
        {rules ? <Rules rules={rules} /> : <WarnedNames review={review} />}
        {children}
      </div>
    </div>
  );
}

interface Review {
  readonly review: ToldReview | undefined;
}

type Earlier = NonNullable<PersonPhotoAnswer["follows"]>;

interface ReviewStateProps extends Review {
  readonly follows?: Earlier | undefined;
}

/** What people said, why they look, and until when something is expected. */
export function ReviewState({ review, follows }: ReviewStateProps) {
  const instantText = useInstantText();
  if (!review) return <p>{text.unlooked}</p>;
  const { state, at, causes, faults = [], note, until, overdue, reportedAt } = review;
  return (
    <>
      <p>
        <strong>{text.states[state]}</strong> {state === "waiting" && text.waits(instantText(at))}
        {until && !overdue && text.until(instantText(until))}
      </p>
      {overdue && <p class="notice notice-warning">{text.overdue}</p>}
      <Faults faults={faults} />
      {note && (
        <p>
          {text.note}: <q>{note}</q>
        </p>
      )}
      <Report review={review} />
      {state === "waiting" &&
        causes
          .filter((cause) => cause !== "reported" || !reportedAt)
          .map((cause) => (
            <div key={cause} class={cause === "sampled" ? "hint" : "notice notice-warning"}>
              {cause === "asked" && follows ? <EarlierWord {...follows} /> : text.causes[cause]}
              {cause === "warned" && ` ${warnedNames(review.warned)}.`}
            </div>
          ))}
    </>
  );
}

/** What somebody who checked the card said, of this photo or of the one before. */
function Report({ review: { reportedAt, reportedEarlier } }: { readonly review: ToldReview }) {
  const instantText = useInstantText();
  if (!reportedAt) return null;
  const told = reportedEarlier ? text.reportedEarlier : text.reported;
  return <p class="notice notice-warning">{told(instantText(reportedAt))}</p>;
}

/** What was said of the photo before, whose picture is shown to nobody. */
function EarlierWord({ state, at, name, faults, note }: Earlier) {
  const instantText = useInstantText();
  return (
    <>
      {text.earlier[state]} <span translate={false}>{name ? text.by(name) : text.byOfficer}</span>,{" "}
      {instantText(at)}
      <Faults faults={faults} />
      {note && <q>{note}</q>}
    </>
  );
}

function Faults({ faults }: Pick<Earlier, "faults">) {
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map((fault) => (
        <li key={fault}>{text.faultNames[fault]}</li>
      ))}
    </ul>
  );
}

/** How to mend it is told to the holder: whoever looks at a photo cannot take it again. */
const holdersFixes = { other: "" };

/** What is for people to judge, with what the judge measured; what passed in one line. */
function Rules({ rules }: { readonly rules: readonly RuleOutcome[] }) {
  const passed = namesOf(rules, "passed");
  const warned = worstFirst(rules).flatMap((each) => (each.verdict === "warned" ? [each] : []));
  return (
    <>
      {warned.map((each) => (
        <p key={keyOf(each)} class="notice notice-warning">
          {ruleNames[each.rule]}: {wrongText(each, holdersFixes)}
        </p>
      ))}
      <p>
        <strong>{text.judge}:</strong>{" "}
        {[text.likeness, ...namesOf(rules, "not-checked")].join("; ")}
      </p>
      {passed.length > 0 && (
        <p class="hint">
          {text.passed}: {passed.join("; ")}
        </p>
      )}
    </>
  );
}

/** Each rule once. */
function namesOf(rules: readonly RuleOutcome[], verdict: RuleOutcome["verdict"]): string[] {
  const found = rules.filter((each) => each.verdict === verdict).map(({ rule }) => rule);
  return [...new Set(found)].map((rule) => photoText.rules[rule]);
}

/** The names alone are kept longer than what was measured. */
function WarnedNames({ review }: Review) {
  if (!review) return null;
  return (
    <>
      {review.warned.length > 0 && (
        <p>
          {text.warned}: {warnedNames(review.warned)}
        </p>
      )}
      <p class="hint">{text.rulesGone}</p>
    </>
  );
}

const ruleNames: Readonly<Record<string, string>> = photoText.rules;

export function warnedNames(rules: readonly string[]): string {
  return rules.map((rule) => ruleNames[rule] ?? photoText.rules.other).join(", ");
}
