import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

/** A mail as it was handed over. Nothing ever leaves the machine. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet?: string | undefined;
  /** ISO 8601, in the cloud's time. */
  readonly sentAt: string;
}

export type Letter = Omit<Mail, "id" | "sentAt">;

const dayMillis = 86_400_000;

/** Every mail ever sent, by the time it was sent. */
export class Mails {
  readonly #clock: CloudContext["clock"];
  readonly #shelf: Shelf<Mail>;
  readonly #listeners = new Set<(mail: Mail) => void>();
  /** Of the last 24 hours, oldest first: the quotas count them at every sending. */
  #recent: { readonly at: number; readonly recipients: number }[];

  constructor({ clock, store }: Pick<CloudContext, "clock" | "store">) {
    this.#clock = clock;
    this.#shelf = store.shelf("ses-mails");
    this.#recent = this.#shelf
      .range({ from: hex(clock.millis() - dayMillis) })
      .map(([, mail]) => ({ at: Date.parse(mail.sentAt), recipients: recipientsOf(mail).length }));
  }

  /** Keeps the mail and tells who listens. @returns it with its id and time */
  deliver(letter: Letter): Mail {
    const now = this.#clock.millis();
    // As on AWS an id begins with the time; what follows keeps mails of one millisecond in order.
    const id = `${hex(now)}-${hex(this.#shelf.size)}-000000`;
    const mail: Mail = { ...letter, id, sentAt: new Date(now).toISOString() };
    this.#shelf.set(id, mail);
    this.#recent.push({ at: now, recipients: recipientsOf(mail).length });
    for (const listener of this.#listeners) listener(mail);
    return mail;
  }

  newestFirst(): Mail[] {
    return this.#shelf
      .range()
      .map(([, mail]) => mail)
      .reverse();
  }

  /** @returns how to stop listening */
  onDelivery(listener: (mail: Mail) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Messages sent in the last so many milliseconds, at most 24 hours; each recipient of a mail counts as one, as for SES's quotas. */
  sentWithin(milliseconds: number = dayMillis): number {
    const now = this.#clock.millis();
    this.#recent = this.#recent.filter(({ at }) => at > now - dayMillis);
    return (
      this.#recent
        // The cloud's clock can be set back: what was sent later is not yet sent.
        .filter(({ at }) => at > now - milliseconds && at <= now)
        .reduce((sum, { recipients }) => sum + recipients, 0)
    );
  }
}

export function recipientsOf({ to, cc, bcc }: Pick<Mail, "to" | "cc" | "bcc">): string[] {
  return [...to, ...cc, ...bcc];
}

function hex(value: number): string {
  return Math.floor(value).toString(16).padStart(16, "0");
}
