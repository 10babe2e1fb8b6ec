import { createHash } from "node:crypto";
import { AwsError } from "../kernel/service.ts";
import type { User } from "./user.ts";
import type { Pool } from "./user-pool.ts";

type MailKind = "AdminCreateUser" | "ForgotPassword";

/** An e-mail that Cognito sends. */
export interface Mail {
  readonly poolId: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  /** HTML or plain text, as the pool's template is. */
  readonly body: string;
  readonly from: string;
  /** Of SES, as the pool has it. */
  readonly configurationSet?: string | undefined;
}

export type Deliver = (mail: Mail) => void | Promise<void>;

/** A message to be sent to a user. */
export interface Message {
  readonly kind: MailKind;
  readonly pool: Pool;
  readonly user: User;
  /** The verification code, or the temporary password of an invitation. */
  readonly code: string;
}

const codePlaceholder = "{####}";
const usernamePlaceholder = "{username}";
/** The sender of pools without one of their own. */
const defaultFrom = "no-reply@verificationemail.com";

/** Writes codes into the pool's templates and sends them. */
export class Messages {
  readonly #deliver: Deliver;

  constructor(deliver: Deliver) {
    this.#deliver = deliver;
  }

  /** @throws AwsError CodeDeliveryFailureException when the mail cannot be handed over */
  async send({ kind, pool, user, code }: Message): Promise<void> {
    const template = templateOf(pool, kind);
    const write = (text: string) =>
      text
        .replaceAll(codePlaceholder, () => code)
        .replaceAll(usernamePlaceholder, () => user.username);
    try {
      await this.#deliver({
        poolId: pool.id,
        kind,
        to: user.attributes.email ?? "",
        subject: write(template.subject),
        body: write(template.body),
        from: pool.definition.EmailConfiguration.From ?? defaultFrom,
        configurationSet: pool.definition.EmailConfiguration.ConfigurationSet,
      });
    } catch (error) {
      throw new AwsError(
        "CodeDeliveryFailureException",
        `Failed to deliver the message: ${String(error)}`,
      );
    }
  }
}

/** The address as CodeDeliveryDetails shows it: "s***@e***". */
export function maskedAddress(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}

/** An address for a user who does not exist, always the same for the same name. */
export function simulatedAddress({ id }: Pool, username: string): string {
  const digest = createHash("sha256").update(`${id}/${username}`).digest();
  const letter = (index: number) => String.fromCharCode(97 + (digest.readUInt8(index) % 26));
  return `${letter(0)}@${letter(1)}`;
}

function templateOf({ definition }: Pool, kind: MailKind): { subject: string; body: string } {
  if (kind === "AdminCreateUser") {
    const template = definition.AdminCreateUserConfig.InviteMessageTemplate;
    return {
      subject: template.EmailSubject ?? "Your temporary password",
      body:
        template.EmailMessage ??
        `Your username is ${usernamePlaceholder} and temporary password is ${codePlaceholder}.`,
    };
  }
  const template = definition.VerificationMessageTemplate;
  return {
    subject:
      template.EmailSubject ?? definition.EmailVerificationSubject ?? "Your verification code",
    body:
      template.EmailMessage ??
      definition.EmailVerificationMessage ??
      `Your verification code is ${codePlaceholder}`,
  };
}
