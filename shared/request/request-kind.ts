import type * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { ChainLink, Request, RequestId } from "./request.ts";
import type { Move } from "./requests.ts";

/** What an officer may not do while an account is frozen. */
type HeldAct = "agree" | "clarify";

/** As it was typed and brought. */
export interface Asked {
  readonly content: z.core.util.JSONType;
  readonly files: Request["files"];
}

/** What is asked in the form that is kept, and who decides it. */
export interface Kept {
  readonly content: z.core.util.JSONType;
  /** Of one person, kind and group one request is open. */
  readonly group: string;
  readonly chain: readonly [ChainLink, ...ChainLink[]];
}

/**
 * One kind of request. The engine knows nothing else of it: another kind is another object, and changes no file of this folder
 * (test/shared/request/another-kind.test.ts).
 */
export interface RequestKind {
  /** Days in which who asked answers a question; then the request expires. */
  readonly answerDays: number;
  /** What was typed, held to the kind's shape and no rule, for a draft. @throws InvalidInput */
  readonly read: (content: Asked["content"]) => Asked["content"];
  /**
   * Holds what is asked to the kind's rules; asked again when it is revised, with what was asked before.
   * @param of the id that the request has, or will have: what it holds already is its own
   * @throws InvalidInput by the fields of its form; Conflict where it may not be asked now
   */
  readonly keep: (
    asked: Asked,
    person: Employee,
    of: { readonly id: RequestId; readonly before?: Pick<Request, "content"> },
  ) => Promise<Kept>;
  /** Whether what it is about is not as it was asked for any more: then nobody agrees, and who asked revises it. */
  readonly isOutdated: (request: Request, person: Employee) => Promise<boolean>;
  /**
   * Whether it may be decided at once with others like it, for one reason; a kind that does not say is decided one by one. Asked at each
   * decision.
   */
  readonly isDecidedTogether?: (request: Request, person: Employee) => Promise<boolean>;
  /** Whether it may be put off (ditangguhkan); a kind that does not say is not. */
  readonly isPostponable?: (request: Request) => boolean;
  /** Nobody signed in to ask for it, so nobody can be asked about it. */
  readonly isUnanswerable?: true;
  /**
   * What waits until its person gets in again: while the account is frozen what was asked through it may be a stranger's, and nobody could
   * answer a question. It may be rejected, and what it says stays (decision 0085).
   */
  readonly heldActs?: readonly HeldAct[];
  /**
   * Writes a move that is no approval, with what of the kind's own must hold at the same moment (days that a submission reserves and another
   * end gives back), in one transaction; a kind that does not say has nothing of its own. @throws Conflict as `Requests.saving`
   */
  readonly save?: (move: Move) => Promise<void>;
  /**
   * Carries out what was approved, and writes the end of the request, in one transaction.
   * @param by the last decider @throws Conflict `request-outdated`, or as `Requests.saving`
   */
  readonly carryOut: (approved: Move, by: Id<"emp">) => Promise<void>;
}

/** Those that a function knows, by the name that their requests have. */
export type RequestKinds = Readonly<Record<string, RequestKind>>;
