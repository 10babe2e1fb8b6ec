import * as z from "zod";
import type { Operation } from "../kernel/json-service.ts";
import { operation } from "../kernel/operation.ts";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import { badRequest, bareAddress, displayName, type Identities } from "./identities.ts";
import { type Letter, type Mails, recipientsOf } from "./mails.ts";

const text = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const addresses = z.array(z.string()).default([]);
const nameAndValue = z.strictObject({ Name: z.string(), Value: z.string() });

const input = z.strictObject({
  FromEmailAddress: z.string(),
  FromEmailAddressIdentityArn: z.string().optional(),
  Destination: z.strictObject({
    ToAddresses: addresses,
    CcAddresses: addresses,
    BccAddresses: addresses,
  }),
  ReplyToAddresses: addresses,
  // Raw and Template fail with their names.
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: text,
      Body: z.strictObject({ Text: text.optional(), Html: text.optional() }),
      Headers: z.array(nameAndValue).default([]),
    }),
  }),
  EmailTags: z.array(nameAndValue).default([]),
  ConfigurationSetName: z.string().optional(),
});
type Input = z.output<typeof input>;

export interface SendQuota {
  /** Recipients per second. */
  readonly maxSendRate: number;
  /** Recipients in any 24 hours. */
  readonly max24HourSend: number;
}

const mostRecipients = 50;
const mostHeaders = 15;
const secondMillis = 1000;

export function sendEmail(
  context: CloudContext,
  {
    identities,
    mails,
    quota,
    hasConfigurationSet,
  }: {
    identities: Identities;
    mails: Mails;
    quota: SendQuota;
    hasConfigurationSet: (name: string) => boolean;
  },
): Operation {
  return operation(input, (request, caller) => {
    const letter = toLetter(request);
    const address = bareAddress(letter.from);
    const identity = identities.covering(address);
    const arn = request.FromEmailAddressIdentityArn ?? identities.arn(identity?.name ?? address);
    const conditions = sendConditions(letter, address);
    context.authorize(caller, "ses:SendEmail", arn, conditions);
    if (letter.configurationSet !== undefined) {
      const set = `arn:aws:ses:${context.region}:${context.account}:configuration-set/${letter.configurationSet}`;
      context.authorize(caller, "ses:SendEmail", set, conditions);
      requireConfigurationSet(letter.configurationSet, hasConfigurationSet);
    }
    if (!identity || arn !== identities.arn(identity.name)) throw notVerified(context, address);
    requireQuota(mails, quota, recipientsOf(letter).length);
    return { MessageId: mails.deliver(letter).id };
  });
}

/** @throws AwsError BadRequestException for what is no mail */
function toLetter(request: Input): Letter {
  const { Subject, Body, Headers } = request.Content.Simple;
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = request.Destination;
  const recipients = recipientsOf({ to, cc, bcc });
  if (recipients.length === 0) throw badRequest("Must have at least one recipient.");
  if (recipients.length > mostRecipients)
    throw badRequest(`Recipient count exceeds ${mostRecipients}.`);
  for (const mailbox of [...recipients, ...request.ReplyToAddresses]) bareAddress(mailbox);
  if (!Body.Text && !Body.Html) throw badRequest("Missing required body: Text or Html.");
  checkHeaders(Headers);
  checkTags(request.EmailTags);
  return {
    from: request.FromEmailAddress,
    to,
    cc,
    bcc,
    replyTo: request.ReplyToAddresses,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    headers: pairs(Headers),
    tags: pairs(request.EmailTags),
    configurationSet: request.ConfigurationSetName,
  };
}

type NameAndValue = z.output<typeof nameAndValue>;

/** @throws AwsError BadRequestException for what "MessageHeader" and "Message" (Amazon SES API v2 Reference) do not allow */
function checkHeaders(headers: readonly NameAndValue[]): void {
  if (headers.length > mostHeaders) throw badRequest(`Header count exceeds ${mostHeaders}.`);
  for (const { Name, Value } of headers) {
    if (!/^[!-9;-~]{1,126}$/.test(Name)) throw badRequest("Invalid header name.");
    if (!/^[ -~]{1,995}$/.test(Value) || Name.length + Value.length > 996)
      throw badRequest(`Invalid value of the header ${Name}.`);
  }
}

/** @throws AwsError BadRequestException for what "MessageTag" (Amazon SES API v2 Reference) does not allow */
function checkTags(tags: readonly NameAndValue[]): void {
  const isWrong = tags.some(({ Name, Value }) =>
    [Name, Value].some((part) => !/^[A-Za-z0-9_-]{1,256}$/.test(part)),
  );
  if (isWrong) throw badRequest("Invalid message tag.");
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html */
function sendConditions(letter: Letter, address: string): Record<string, string | string[]> {
  const name = displayName(letter.from);
  return {
    "ses:ApiVersion": "2",
    "ses:FromAddress": address,
    "ses:Recipients": recipientsOf(letter).map(bareAddress),
    ...(name === undefined ? {} : { "ses:FromDisplayName": name }),
  };
}

function requireConfigurationSet(name: string, exists: (name: string) => boolean): void {
  if (exists(name)) return;
  throw new AwsError("NotFoundException", `Configuration set <${name}> does not exist.`, {
    status: 404,
  });
}

/** @throws AwsError LimitExceededException, TooManyRequestsException */
export function requireQuota(mails: Mails, quota: SendQuota, recipients: number): void {
  if (mails.sentWithin() + recipients > quota.max24HourSend)
    throw new AwsError("LimitExceededException", "Daily message quota exceeded.");
  if (mails.sentWithin(secondMillis) + recipients > quota.maxSendRate) {
    throw new AwsError("TooManyRequestsException", "Maximum sending rate exceeded.", {
      status: 429,
    });
  }
}

function notVerified({ region }: Pick<CloudContext, "region">, address: string): AwsError {
  return new AwsError(
    "MessageRejected",
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${address}`,
  );
}

function pairs(list: readonly NameAndValue[]): Record<string, string> {
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
}
