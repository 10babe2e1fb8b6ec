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
  const at = address.lastIndexOf("@");
  if (at <= 0) throw badRequest("Missing final '@domain'");
  const fault = localFault(address.slice(0, at)) ?? domainFault(address.slice(at + 1));
  if (fault) throw badRequest(fault);
  return address;
}

/**
 * "The local part of a destination email address may only contain 7-bit ASCII characters" (Amazon SES API v2 Reference,
 * "Destination"). Of its syntax SES says no more; the words are those that it answers with. Quoted local parts are refused
 * here altogether, because this product has none.
 */
function localFault(local: string): string | undefined {
  if (local.startsWith(".")) return "Local address starts with dot";
  if (local.endsWith(".")) return "Local address ends with dot";
  if (local.includes("..")) return "Local address contains dot-dot";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(local)) return "Local address contains control or whitespace";
  return /^[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}$/.test(local)
    ? undefined
    : "Local address contains illegal character";
}

/** Other letters than ASCII "must be encoded using Punycode" (as above). */
function domainFault(domain: string): string | undefined {
  if (domain === "" || domain.endsWith(".")) return "Missing domain";
  if (domain.startsWith(".")) return "Domain starts with dot";
  if (domain.includes("..")) return "Domain contains dot-dot";
  const isName = domain
    .split(".")
    .every((label) => /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label));
  return isName && domain.length <= 255 ? undefined : "Domain contains illegal character";
}

/** The name in front of the address, if there is one. */
export function displayName(mailbox: string): string | undefined {
  return /^\s*"?([^"<]*?)"?\s*</.exec(mailbox)?.[1] || undefined;
}

export function badRequest(message: string): AwsError {
  return new AwsError("BadRequestException", message);
}
