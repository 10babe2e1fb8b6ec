import { useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { attendance as text } from "../messages/attendance.ts";

interface LockUnitProps {
  readonly unit: string;
  readonly month: string;
  readonly onLocked: () => void;
}

interface Told {
  readonly closed: number;
  readonly notOver: number;
  readonly beforeOpen: number;
  readonly own: number;
}

/** As often as months that have changed meanwhile are closed again. */
const attempts = 3;

/** All pages of the unit's people; it may be pressed again. */
async function lockAll(unit: string, month: string): Promise<Told> {
  const sum = { closed: 0, notOver: 0, beforeOpen: 0, own: 0 };
  let after: `emp_${string}` | undefined;
  do {
    const told = await lockPage({ unit, month, ...(after && { after }) });
    sum.closed += told.closed;
    sum.notOver += told.notOver;
    sum.beforeOpen += told.beforeOpen;
    sum.own += told.own;
    after = told.next;
  } while (after);
  return sum;
}

async function lockPage(body: { unit: string; month: string; after?: `emp_${string}` }) {
  for (let attempt = 1; ; attempt++) {
    const told = await call("POST /api/officer/agency/attendance/closings", { body });
    if (told.raced === 0 || attempt >= attempts) return told;
  }
}

/** Locks the month of all people of a unit, and says of whom it could not. */
export function LockUnit({ unit, month, onLocked }: LockUnitProps) {
  const { failure, busy, run } = useReading();
  const [told, setTold] = useState<Told>();
  const lock = () =>
    run(async () => {
      setTold(await lockAll(unit, month));
      onLocked();
    });
  return (
    <section class="panel" aria-labelledby="lock-title">
      <h3 id="lock-title">{text.lock}</h3>
      <p class="hint">{text.lockHint}</p>
      <button
        class="button button-quiet"
        type="button"
        {...(busy && { "aria-disabled": true })}
        onClick={() => !busy && lock()}
      >
        {text.lock}
      </button>
      <div role="status">
        {busy && <p>{text.locking}</p>}
        {told && !busy && (
          <>
            <p class="notice notice-good">{text.lockDone(told.closed)}</p>
            {told.notOver > 0 && <p class="notice notice-info">{text.notOver(told.notOver)}</p>}
            {told.beforeOpen > 0 && (
              <p class="notice notice-info">{text.beforeOpen(told.beforeOpen)}</p>
            )}
            {told.own > 0 && <p class="notice notice-info">{text.ownOpen}</p>}
          </>
        )}
      </div>
      {failure && <FailureNotice failure={failure} retry={lock} />}
    </section>
  );
}
