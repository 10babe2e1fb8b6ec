import type { CloudContext } from "../kernel/service.ts";
import { AttemptLimit } from "./attempt-limit.ts";
import { ChallengeSessions } from "./challenge-sessions.ts";
import { Lockout } from "./lockout.ts";
import { type Deliver, Messages } from "./messages.ts";
import type { CognitoQuotas } from "./quotas.ts";
import { ResetCodes } from "./reset-codes.ts";
import { SignIns } from "./sign-ins.ts";
import { SigningKeys } from "./signing-keys.ts";
import { UserDirectory } from "./user-directory.ts";

export interface CognitoOptions {
  readonly deliver: Deliver;
  /** Makes a verification code; six random digits unless a test fixes them. */
  readonly makeCode?: () => string;
  /** Calls in a second; those of AWS unless told. "none" where time stands still, or stories go faster than people. */
  readonly quotas?: CognitoQuotas | "none";
}

/** What the operations work with. */
export interface Dependencies {
  readonly context: CloudContext;
  readonly directory: UserDirectory;
  readonly sessions: ChallengeSessions;
  readonly lockout: Lockout;
  readonly attempts: AttemptLimit;
  readonly resetCodes: ResetCodes;
  readonly signIns: SignIns;
  readonly keys: SigningKeys;
  readonly messages: Messages;
  readonly makeCode: () => string;
}

export function createDependencies(
  context: CloudContext,
  { deliver, makeCode }: CognitoOptions & { makeCode: () => string },
): Dependencies {
  const { store, clock } = context;
  return {
    context,
    directory: new UserDirectory(store, clock),
    sessions: new ChallengeSessions(store, clock),
    lockout: new Lockout(store, clock),
    attempts: new AttemptLimit(store, clock),
    resetCodes: new ResetCodes(store, clock),
    signIns: new SignIns(store, clock),
    keys: new SigningKeys(store),
    messages: new Messages(deliver),
    makeCode,
  };
}
