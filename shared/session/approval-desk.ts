import {
  type Approval,
  type ApprovalId,
  type ApprovalKind,
  isDecidedBy,
  isOfAgency,
  queueOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import {
  approve,
  type DecideApproval,
  type DecidedKinds,
  refuse,
  withdraw,
} from "#shared/access/decide-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { ok } from "#shared/http/answers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import { type AskRole, standingOf } from "./require-session.ts";

/** How many are told of at most. */
const mostWaiting = 50;
const mostOwn = 20;

export interface ApprovalApi extends AskRole {
  readonly roles: RoleGrants;
  readonly approvals: Approvals;
}

interface Caller {
  readonly principal: RoleHolder;
}

interface CallerOfOne extends Caller {
  readonly params: { readonly id: ApprovalId };
}

/**
 * What the routes of a role that decides do: what waits for it, and how each of it ends. The routes state who may and what is answered.
 * Long: one function for each route.
 * @param tell how the approvals of these kinds are answered, all that are answered together
 */
export function approvalDesk<Role extends "operator" | "penyetuju", Told>(
  api: ApprovalApi,
  decider: Role,
  kinds: DecidedKinds<ApprovalKind<Role>>,
  tell: (approvals: readonly Approval[], by: RoleHolder) => Promise<(approval: Approval) => Told>,
) {
  const dependencies: DecideApproval = {
    ...api,
    kinds,
    standingOf: (id) => standingOf(api, id),
  };
  const answerEnd = async (approval: Approval, by: RoleHolder) => {
    logger.info("approval.ended", { approvalId: approval.id, state: approval.outcome?.state });
    return ok((await tell([approval], by))(approval));
  };
  return {
    /** Nothing that this reader asked for is among what waits, and of penyetuju's only the own units. */
    list: async ({ principal: by }: Caller) => {
      const isWaiting = (each: Approval) =>
        each.asker.id !== by.employeeId && isDecidedBy(each, by);
      const [waiting, own] = await Promise.all([
        api.approvals.waiting(queueOf({ decider, subject: by }), {
          now: api.clock.now(),
          limit: mostWaiting,
          fits: isWaiting,
        }),
        api.approvals.askedBy(by.employeeId, {
          limit: mostOwn,
          // Who works in another agency by now reads nothing of the former one (decision 0053).
          fits: (each) => each.decider === decider && isOfAgency(each, by.instansiId),
        }),
      ]);
      const parse = await tell([...waiting, ...own], by);
      const told = (all: readonly Approval[]) =>
        readable({ name: "approval", parse }, all, ({ id }) => ({ approvalId: id }));
      return ok({ waiting: told(waiting), own: told(own) });
    },
    approve: async ({ principal: by, params: { id } }: CallerOfOne) =>
      answerEnd(await approve(dependencies, { id, by }), by),
    refuse: async ({
      principal: by,
      params: { id },
      body,
    }: CallerOfOne & { readonly body: { readonly reason: string } }) =>
      answerEnd(await refuse(dependencies, { id, by, reason: body.reason }), by),
    withdraw: async ({ principal: by, params: { id } }: CallerOfOne) =>
      answerEnd(await withdraw(dependencies, { id, by }), by),
  };
}
