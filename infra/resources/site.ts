import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";

/** The public address: it stands in mails and in every card's QR, and only its pages may change anything. */
export class Site {
  readonly url: string;

  constructor({ domain }: Pick<Settings, "domain">) {
    this.url = `https://${domain}`;
  }

  name(to: NodeFunction): void {
    to.set("SITE_URL", this.url);
  }
}
