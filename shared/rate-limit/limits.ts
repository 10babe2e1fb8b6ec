/**
 * How often something may be tried, and what a try costs. docs/decisions/0011-limits.md has the reason for each number. Some are
 * settings of the deployment (`LoginLimits`; infra/settings.ts has the defaults); the others follow from Cognito's
 * documents or from measurements. Only failures are counted. After too many failures a try first costs work
 * (shared/captcha/work-challenge.ts), and is refused only at the end.
 */

/** Counts in fixed windows of that many seconds. */
export interface CountWindow {
  /** "login-failures-by-nip": what is counted, and by what. */
  readonly name: string;
  readonly windowSeconds: number;
}

/** `free` ones in a window cost nothing; after them each `step` more doubles the work. */
export interface GrowingLimit extends CountWindow {
  readonly free: number;
  readonly step: number;
}

/** How long a weak phone calculates at most, seconds: at the first level, and at the last. Each level doubles it. */
export interface WorkGrowth {
  readonly firstSeconds: number;
  readonly mostSeconds: number;
}

/** Settings of the deployment. */
export interface LoginLimits {
  /** So many wrong passwords an hour cost nothing; after each further so many the work doubles. */
  readonly failuresPerLevel: number;
  /** The most work a login asks for, seconds of a weak phone. */
  readonly mostWorkSeconds: number;
}

const minute = 60;
const hour = 60 * minute;

/** Wrong passwords of a number. */
export const loginFailureWindow: CountWindow = {
  name: "login-failures-by-nip",
  windowSeconds: hour,
};

type LoginFailures = Readonly<Record<"byNip" | "byDevice" | "byNetwork", GrowingLimit>>;

/** Wrong passwords and codes. Those of a known device are counted for the device; all others for number and network. */
export function loginFailures({ failuresPerLevel }: LoginLimits): LoginFailures {
  const fewFailures = { free: failuresPerLevel, step: failuresPerLevel, windowSeconds: hour };
  return {
    byNip: { ...fewFailures, ...loginFailureWindow },
    byDevice: { name: "login-failures-by-device", ...fewFailures },
    byNetwork: networkFailures,
  };
}

/** One network can be many people: an office, or the customers of a mobile operator. */
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
 * Cognito locks a number for 2^(n-5) seconds after the n-th wrong password or code in a row (see lockout.ts). Unknown devices
 * cannot bring n above this value, so that strangers cause a known device a lock of at most 8 seconds.
 */
export const strangersFailures = 8;

/** Wrong codes an hour, by number or by known device, of those who have the password: 240 a day find one of a million with 0.07 %. */
export const codeFailures = { free: 10, windowSeconds: hour } as const;

/** Failures a minute over all networks from which everybody's login costs the first level of work. */
export const failuresPerMinute = 120;

/** Captchas, for each network and purpose: wrong answers, and all answers (many right ones are somebody who collects cards). */
export const captchaLimits = {
  failures: { name: "captcha-failures", free: 25, step: 25, windowSeconds: 15 * minute },
  answers: { name: "captcha-answers", free: 60, step: 60, windowSeconds: minute },
} as const satisfies Record<string, GrowingLimit>;

/** «Tanpa gambar», for people who cannot read the image: first about a second, more when many answers come from the network. */
export const captchaWork: WorkGrowth = { firstSeconds: 1, mostSeconds: 8 };

/** Reset codes mailed to one account. Only who knows its e-mail can use them up. Cognito's own limit is between 5 and 20. */
export const resetMails = { name: "reset-mails", max: 5, windowSeconds: hour } as const;

/**
 * Tried codes of resets, for number and e-mail together: who does not know the e-mail uses up nothing of the holder's, and
 * a right e-mail is not refused sooner than a wrong one. A known device has as many of its own, so that who knows both uses up
 * only those of other devices.
 */
export const resetCodeTries = { name: "reset-code-tries", max: 10, windowSeconds: hour } as const;
export const resetCodeTriesByDevice = {
  name: "reset-code-tries-by-device",
  max: 10,
  windowSeconds: hour,
} as const;

/** Codes that we mail ourselves to one account, for whatever purpose (mailed-code.ts) but the counter's, which officers ask for. */
export const mailedCodeMails = { name: "mailed-code-mails", max: 5, windowSeconds: hour } as const;
export const counterCodeMails = { ...mailedCodeMails, name: "counter-code-mails" } as const;
/** QR codes that computers of one network ask for; an office is one network, and each waiting page asks for up to four. */
export const qrCodes = { name: "qr-codes", max: 600, windowSeconds: 15 * minute } as const;

/**
 * What a holder does with the own QR, a day: each replacement draws a card and makes printed ones waste, each notice is a mail. A pause is not counted:
 * it needs a resumption before it. Nor is closing the NIP: it needs an opening.
 */
export const qrReplacements = {
  name: "qr-replacements",
  max: 3,
  windowSeconds: 24 * hour,
} as const;
export const qrResumptions = { name: "qr-resumptions", max: 10, windowSeconds: 24 * hour } as const;
export const nipOpenings = { name: "nip-openings", max: 10, windowSeconds: 24 * hour } as const;

/** @returns 0 while it is free, then 1, 2, 3 … */
export function levelOf(
  count: number,
  { free, step }: Pick<GrowingLimit, "free" | "step">,
): number {
  return count < free ? 0 : 1 + Math.floor((count - free) / step);
}
