import { createHash } from "node:crypto";
import type { QrAction } from "#shared/audit/qr-actions.ts";
import { isRepeated, nextQr } from "#shared/employee/change-employee.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import { nipOpenUntil } from "#shared/employee/open-nip.ts";
import { revise } from "#shared/employee/revision.ts";
import { saveNewest } from "#shared/employee/save-newest.ts";
import { nipOpenings, qrReplacements, qrResumptions } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** What a holder does with the QR of the own card (decision 0070), and with what its check tells (decision 0073). */
export interface OwnQr {
  readonly employees: Pick<WritableEmployees, "find" | "save" | "digestOf">;
  readonly limits: Pick<RateLimits, "countOnce">;
  readonly clock: Clock;
}

/** Whether there is a QR that could be valid, now or once a suspension is over. */
export function hasQr(employee: Employee, now: Date): boolean {
  return employee.photoId !== undefined && cardStatus(employee, now) !== "ended";
}

/**
 * The next QR has a new token, and is not paused; the old one answers «diganti» for ever. Saving draws the card.
 * @param employee the holder's record as it was just read
 * @param requestId the client makes it: a request that comes twice is carried out once
 * @returns the record afterwards
 * @throws Conflict `no-qr`, `request-mismatch`, `record-changed`; TooManyAttempts
 */
export async function replaceOwnQr(
  api: OwnQr,
  { employee, requestId }: { readonly employee: Employee; readonly requestId: string },
): Promise<Employee> {
  const { employees, limits, clock } = api;
  const { id } = employee;
  const digest = createHash("sha256")
    .update(JSON.stringify([id, "replace-own-qr"]))
    .digest("hex");
  const mark = { id: requestId, digest };
  if (await isRepeated(employees, mark)) return (await employees.find(id)) ?? employee;
  requireQr(employee, clock.now());
  await limits.countOnce(qrReplacements, { who: id, what: requestId }, clock.now());
  try {
    return await save(api, employee, { action: "qr-replaced", next: nextQr }, mark);
  } catch (error) {
    // The same request was carried out a moment ago.
    const isDone = error instanceof Conflict && error.code === "request-repeated";
    if (isDone && (await isRepeated(employees, mark)))
      return (await employees.find(id)) ?? employee;
    throw error;
  }
}

/**
 * From the next check on the card answers «ditangguhkan», whatever it is checked by, until its holder ends that or the QR is replaced.
 * This is never refused for its number: who has lost a card is not made to wait.
 * @param employee the holder's record as it was just read
 * @returns the record afterwards; a QR that is paused stays so since then
 * @throws Conflict `no-qr`, `record-changed`
 */
export async function pauseOwnQr(api: OwnQr, employee: Employee): Promise<Employee> {
  return await save(api, employee, {
    action: "qr-paused",
    next: ({ qrPausedAt }) => ({ qrPausedAt: qrPausedAt ?? api.clock.now().toISOString() }),
  });
}

/**
 * The paused QR answers again what the record says. Pressed twice, it is one: each ends the pause that it was pressed in, and no later one.
 * @param employee the holder's record as it was just read
 * @returns the record afterwards
 * @throws Conflict `no-qr`, `record-changed`; TooManyAttempts
 */
export async function resumeOwnQr(api: OwnQr, employee: Employee): Promise<Employee> {
  const { id, qrPausedAt: ended } = employee;
  if (ended === undefined) return employee;
  requireQr(employee, api.clock.now());
  await api.limits.countOnce(qrResumptions, { who: id, what: ended }, api.clock.now());
  return await save(api, employee, {
    action: "qr-resumed",
    next: ({ qrPausedAt }) => ({ qrPausedAt: qrPausedAt === ended ? undefined : qrPausedAt }),
  });
}

const nipOpenMilliseconds = 3_600_000;

/**
 * For an hour a check of the card shows the whole NIP. Pressed twice, it is one, and makes the hour no longer.
 * @param employee the holder's record as it was just read
 * @returns the record afterwards
 * @throws Conflict `no-qr`, `record-changed`; TooManyAttempts
 */
export async function openOwnNip(api: OwnQr, employee: Employee): Promise<Employee> {
  const { id, revision } = employee;
  const now = api.clock.now();
  if (nipOpenUntil(employee, now)) return employee;
  requireQr(employee, now);
  // A double press was read from the same revision.
  await api.limits.countOnce(nipOpenings, { who: id, what: `${revision}` }, now);
  const until = new Date(now.getTime() + nipOpenMilliseconds).toISOString();
  return await save(api, employee, {
    action: "nip-opened",
    next: (newest) => ({ nipOpenUntil: nipOpenUntil(newest, now) ?? until }),
  });
}

/**
 * The next check masks the NIP again. A press that comes late closes no later opening; once the hour is over there is nothing to close.
 * @param employee the holder's record as it was just read
 * @returns the record afterwards
 * @throws Conflict `no-qr`, `record-changed`
 */
export async function closeOwnNip(api: OwnQr, employee: Employee): Promise<Employee> {
  const closed = nipOpenUntil(employee, api.clock.now());
  if (!closed) return employee;
  return await save(api, employee, {
    action: "nip-closed",
    next: ({ nipOpenUntil: until }) => ({ nipOpenUntil: until === closed ? undefined : until }),
  });
}

/** @throws Conflict `no-qr` */
function requireQr(employee: Employee, now: Date): void {
  if (!hasQr(employee, now)) throw new Conflict("no-qr");
}

interface QrChange {
  readonly action: QrAction;
  readonly next: (
    newest: Employee,
  ) => Partial<Pick<Employee, "qrGeneration" | "qrPausedAt" | "nipOpenUntil">>;
}

async function save(
  { employees, clock }: OwnQr,
  first: Employee,
  { action, next }: QrChange,
  mark?: RequestMark,
): Promise<Employee> {
  const actor = { role: "holder", id: first.id } as const;
  return await saveNewest({
    first,
    find: () => employees.find(first.id),
    save: async (newest) => {
      requireQr(newest, clock.now());
      const revision = revise(newest, next(newest), { at: clock.now(), actor, action });
      if (!revision) return newest;
      await employees.save(revision, mark);
      return revision.after;
    },
  });
}
