/** What a captcha is for; an answer opens nothing else. */
export type CaptchaPurpose = "reset" | "verify";

/** What is kept to check an answer: neither the text nor the number. */
export interface Captcha {
  readonly id: string;
  readonly purpose: CaptchaPurpose;
  /** See `textHash`. */
  readonly textHash: string;
  /** See proof-of-work.ts. */
  readonly salt: string;
  readonly challenge: string;
  /** ISO instant. */
  readonly endsAt: string;
}
