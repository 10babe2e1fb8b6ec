import type { NodeFunction } from "../constructs/node-function.ts";
import type { Settings } from "../settings.ts";

/** The address people know: in mails, in every card's QR, and the only origin that may change anything. */
export class Site {
  readonly url: string;

  constructor({ domain }: Pick<Settings, "domain">) {
    this.url = `https://${domain}`;
  }

  name(to: NodeFunction): void {
    to.set("SITE_URL", this.url);
  }
}
