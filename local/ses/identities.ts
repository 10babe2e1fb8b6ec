import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

export interface Identity {
  /** An address, or a domain that covers its addresses and those of its subdomains. */
  readonly name: string;
  readonly verified: boolean;
  readonly configurationSet?: string | undefined;
}

/** Who may be written from: addresses and domains, by name in lower case. */
export class Identities {
  readonly #arnPrefix: string;
  readonly #shelf: Shelf<Identity>;

  constructor({ region, account, store }: CloudContext) {
    this.#arnPrefix = `arn:aws:ses:${region}:${account}:identity/`;
    this.#shelf = store.shelf("ses-identities");
  }

  arn(name: string): string {
    return `${this.#arnPrefix}${name}`;
  }

  get(name: string): Identity | undefined {
    return this.#shelf.get(name.toLowerCase());
  }

  /** @throws AwsError NotFoundException */
  find(name: string): Identity {
    const identity = this.get(name);
    if (identity) return identity;
    throw new AwsError("NotFoundException", `Email identity ${name} does not exist.`, {
      status: 404,
    });
  }

  save(identity: Identity): void {
    this.#shelf.set(identity.name.toLowerCase(), identity);
  }

  delete(name: string): void {
    this.#shelf.delete(name.toLowerCase());
  }

  all(): Identity[] {
    return this.#shelf.range().map(([, identity]) => identity);
  }

  /** The verified identity that covers an address, the narrowest first. */
  covering(address: string): Identity | undefined {
    return candidates(address)
      .map((name) => this.get(name))
      .find((identity) => identity?.verified);
  }
}

/** "a@mail.example.go.id" → itself, mail.example.go.id, example.go.id, go.id, id. */
function candidates(address: string): string[] {
  const labels = address.slice(address.lastIndexOf("@") + 1).split(".");
  return [address, ...labels.map((_, at) => labels.slice(at).join("."))];
}

/** The bare address in "Kartu ASN <noreply@example.go.id>". @throws AwsError BadRequestException */
export function bareAddress(mailbox: string): string {
  const address = (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
  if (/[\r\n]/.test(mailbox)) throw badRequest("Illegal address");
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw badRequest("Missing final '@domain'");
  return address;
}

/** The name in front of the address, if there is one. */
export function displayName(mailbox: string): string | undefined {
  return /^\s*"?([^"<]*?)"?\s*</.exec(mailbox)?.[1] || undefined;
}

export function badRequest(message: string): AwsError {
  return new AwsError("BadRequestException", message);
}
