/**
 * How often something may be tried, and what trying costs. Why each number is what it is: docs/decisions/0011-limits.md. What an
 * agency may choose is a setting (`LoginLimits`; infra/settings.ts has the defaults); the others follow from Cognito's
 * documents or from measurements. Only failures are counted against people. What fails too often is
 * made dearer (work, see shared/captcha/work-challenge.ts), and only in the end refused.
 */

/** Counts in fixed windows of that many seconds. */
export interface CountWindow {
  /** "login-failures-by-nip": what is counted, and by what. */
  readonly name: string;
  readonly windowSeconds: number;
}

/** So many in a window are free; then each `step` more doubles the work. */
export interface GrowingLimit extends CountWindow {
  readonly free: number;
  readonly step: number;
}

/** How long a weak phone calculates at most: at the first level, doubling, up to the last. */
export interface WorkGrowth {
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/** Settings of the deployment. */
export interface LoginLimits {
  /** Wrong passwords an hour that are free, and after which the work doubles each time. */
  readonly failuresPerLevel: number;
  /** The most work a login asks for, seconds of a weak phone. */
  readonly mostWorkSeconds: number;
}

const minute = 60;
const hour = 60 * minute;

type LoginFailures = Readonly<Record<"byNip" | "byDevice" | "byNetwork", GrowingLimit>>;

/** Wrong passwords and codes. A known device is counted by itself alone; everybody else by number and by network. */
export function loginFailures({ failuresPerLevel }: LoginLimits): LoginFailures {
  const fewFailures = { free: failuresPerLevel, step: failuresPerLevel, windowSeconds: hour };
  return {
    byNip: { name: "login-failures-by-nip", ...fewFailures },
    byDevice: { name: "login-failures-by-device", ...fewFailures },
    byNetwork: networkFailures,
  };
}

/** One network is many people: an office, or a mobile operator's subscribers. */
const networkFailures: GrowingLimit = {
  name: "login-failures-by-network",
  free: 25,
  step: 25,
  windowSeconds: 15 * minute,
};

export const loginWorkFirstSeconds = 0.4;

export function loginWork({ mostWorkSeconds }: LoginLimits): WorkGrowth {
  return { firstSeconds: loginWorkFirstSeconds, mostSeconds: mostWorkSeconds };
}

/**
 * Cognito locks a number for 2^(n-5) seconds after the n-th wrong password or code in a row (see lockout.ts). Devices that are not
 * known may not drive n above this: the lock that a known device can meet because of strangers is 8 seconds at most.
 */
export const strangersFailures = 8;

/** Wrong codes an hour, by number or by known device, of those who have the password: 240 a day find one of a million with 0.07 %. */
export const codeFailures = { free: 10, windowSeconds: hour } as const;

/** Failures a minute over all networks from which everybody's login costs the first level of work. */
export const failuresPerMinute = 120;

/** Captchas, by network, and for each purpose apart: wrong answers, and answers at all (many right ones are a collector of cards). */
export const captchaLimits = {
  failures: { name: "captcha-failures", free: 25, step: 25, windowSeconds: 15 * minute },
  answers: { name: "captcha-answers", free: 60, step: 60, windowSeconds: minute },
} as const satisfies Record<string, GrowingLimit>;

/** «Tanpa gambar»: at once about a second, for who cannot read the image; more when the network's answers are many. */
export const captchaWork: WorkGrowth = { firstSeconds: 1, mostSeconds: 8 };

/** Reset codes mailed to one account; only who knows its e-mail uses them up. Cognito's own limit lies between 5 and 20. */
export const resetMails = { name: "reset-mails", max: 5, windowSeconds: hour } as const;

/**
 * Codes of a reset that are tried, by number and e-mail together: who does not know the e-mail uses up nothing of the holder's,
 * and a right e-mail is refused no sooner than a wrong one.
 */
export const resetCodeTries = { name: "reset-code-tries", max: 10, windowSeconds: hour } as const;

/** @returns 0 while it is free, then 1, 2, 3 … */
export function levelOf(
  count: number,
  { free, step }: Pick<GrowingLimit, "free" | "step">,
): number {
  return count < free ? 0 : 1 + Math.floor((count - free) / step);
}
