import { DayFull, type SendingAccount, type SendingQuota } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Pace } from "#shared/runtime/pace.ts";

/** Notices may wait, reset codes may not: so much of SES's rate and of its day is left to Cognito's mails. */
const shareOfRate = 2 / 3;
const shareOfDay = 9 / 10;

/** How long what SES said of our account is used. It answers one such question a second. */
const freshMillis = 60_000;

/** Spreads notices over time, so that SES never refuses one: at most two thirds of its rate, nine tenths of its day. */
export class MailAllowance {
  readonly #account: SendingAccount;
  readonly #pace: Pick<Pace, "turn">;
  readonly #clock: Clock;
  readonly #senders: number;
  #known: { readonly quota: Promise<SendingQuota>; readonly at: number } | undefined;
  /** Mails since the quota was read. */
  #sent = 0;

  /** @param senders how many processes send at the same time; each has its part of the rate */
  constructor({
    account,
    pace,
    clock,
    senders,
  }: {
    readonly account: SendingAccount;
    readonly pace: Pick<Pace, "turn">;
    readonly clock: Clock;
    readonly senders: number;
  }) {
    this.#account = account;
    this.#pace = pace;
    this.#clock = clock;
    this.#senders = senders;
  }

  /** Waits for the turn of one mail. @throws DayFull when the notices' part of the day is used up */
  async take(): Promise<void> {
    const { perSecond, perDay, sentInDay } = await this.#quota();
    // The other senders have sent about as many since.
    const sent = sentInDay + this.#sent * this.#senders;
    if (sent >= Math.floor(perDay * shareOfDay)) throw new DayFull();
    this.#sent += 1;
    await this.#pace.turn((perSecond * shareOfRate) / this.#senders);
  }

  /** Asked once a minute. A question that failed is asked again by the next mail. */
  async #quota(): Promise<SendingQuota> {
    const now = this.#clock.now().getTime();
    if (!this.#known || now - this.#known.at >= freshMillis) {
      this.#known = { quota: this.#account.quota(), at: now };
      this.#sent = 0;
    }
    const { quota } = this.#known;
    try {
      return await quota;
    } catch (error) {
      if (this.#known?.quota === quota) this.#known = undefined;
      throw error;
    }
  }
}
