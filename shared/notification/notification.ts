import * as z from "zod";
import { isSameMailbox } from "#shared/employee/email.ts";
import {
  type Employee,
  type EmployeeId,
  employeeId,
  savedStatus,
} from "#shared/employee/employee.ts";
import { type CardStatus, statusOf } from "#shared/employee/kedudukan-hukum.ts";
import { photoNews } from "#shared/employee/photo-review.ts";
import { qrNews } from "#shared/employee/qr-news.ts";
import type { MailAnswer } from "#shared/mail/mail.ts";
import { requestId } from "#shared/request/request.ts";
import type { LinkPurpose } from "#shared/session/mailed-link.ts";
import { type NotificationCode, notificationCodes } from "./notification-codes.ts";

/** A holder's inbox, newest first. */
export const notificationsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        ...{ id: z.string(), at: z.iso.datetime(), code: z.enum(notificationCodes) },
        /** The own request that it is about: the page leads there. */
        request: requestId.exactOptional(),
      }),
    )
    .readonly(),
});

/** One item of a holder's inbox. */
export const notification = z.object({
  employeeId,
  /** Sorts by time, and is the same for the same change: "2026-11-21T03:00:00.000Z#7". */
  id: z.string(),
  /** ISO instant of the change. */
  at: z.string(),
  code: z.enum(notificationCodes),
  /** Which reset or change it is about: the link of its mail cancels that one alone. */
  matterId: z.string().optional(),
});
export type Notification = Readonly<z.infer<typeof notification>>;

/** Whether the mail of an item is still to be sent, waits for the summary, was sent, or will never be sent. */
export const mailState = z.enum(["waiting", "kept", "sent", "refused"]);
export type MailState = z.infer<typeof mailState>;

/** Which inbox item has mails to be sent. It is a message of the mail queue, so it has ids only: addresses are read when it is time. */
export const mailMessage = z.strictObject({ employeeId, notificationId: z.string() });
export type MailMessage = Readonly<z.infer<typeof mailMessage>>;

/** The mails of an inbox item. */
export interface ItemMails {
  /** ISO instant of the change. */
  readonly at: string;
  readonly code: NotificationCode;
  readonly matterId?: string | undefined;
  /** To the record's address. */
  readonly mail: MailState;
  /** Former addresses that got theirs or refuse it, while others wait. */
  readonly settled?: readonly string[] | undefined;
}

type Told = Pick<
  Employee,
  | "id"
  | "revision"
  | "updatedAt"
  | "email"
  | "kedudukanHukum"
  | "tmt"
  | "contractEnd"
  | "photoId"
  | "photoReview"
  | "qrGeneration"
  | "qrPausedAt"
  | "nipOpenUntil"
  | "instansi"
  | "cardChangedAt"
>;

/** An inbox item, and whether a mail says it as well. */
export interface Telling {
  readonly notification: Notification;
  readonly isMailed: boolean;
}

/** What a holder should hear of a save: of the card, of the e-mail address, of photo or QR, or of several. */
export function notificationsOf(before: Told, after: Told): readonly Telling[] {
  const { revision, updatedAt: at } = after;
  const [told, id] = [{ employeeId: after.id, at }, `${at}#${revision}`];
  const news = photoNews(before, after) ?? qrNews(before, after);
  const code = news ?? codeOf(before, after);
  const ofCard =
    after.cardChangedAt === before.cardChangedAt && !news
      ? []
      : [{ notification: { ...told, id, code }, isMailed: isMailed(code, before, after) }];
  const ofEmail = isSameMailbox(before.email, after.email)
    ? []
    : [
        {
          notification: { ...told, id: `${id}#email`, code: "email-changed" as const },
          isMailed: true,
        },
      ];
  return [...ofCard, ...ofEmail];
}

/**
 * Who has no photo has no card that a mail could be about: an agency that moves in changes thousands of such records. A new name of
 * the agency is nobody's own matter, and its mails would stand before everybody else's. Both are in the inbox.
 */
function isMailed(code: NotificationCode, before: Told, after: Told): boolean {
  if (code === "card-begun" && savedStatus(before) === "upcoming") return true;
  // Its card is not valid any more, and only its holder can mend that.
  if (code === "photo-revoked") return true;
  return after.photoId !== undefined && before.instansi === after.instansi;
}

const byStatus: Readonly<Record<CardStatus, NotificationCode>> = {
  active: "card-restored",
  // Its TMT was moved ahead: until then it is of no use.
  upcoming: "card-suspended",
  suspended: "card-suspended",
  ended: "card-ended",
};

/** The code says what happened to the card. A card that cannot be shown was not drawn again. */
function codeOf(before: Told, after: Told): NotificationCode {
  const status = savedStatus(after);
  const former = savedStatus(before);
  if (former === "upcoming" && status === "active") return "card-begun";
  if (status !== former) {
    // Without a photo there was no card that could be valid again.
    if (status === "active" && before.photoId === undefined) return "card-begun";
    const isDecided = statusOf(after.kedudukanHukum) === "ended";
    return status === "ended" && !isDecided ? "contract-ended" : byStatus[status];
  }
  if (status !== "active" || after.photoId === undefined) return "record-changed";
  return before.photoId === after.photoId ? "card-changed" : "photo-confirmed";
}

/** Holders' inboxes. */
export interface Notifications {
  /**
   * Adds an item whose mails wait, or that has none. An existing item stays as it is.
   * @returns the state of the mail to the record's address, which is the last one
   */
  add(notification: Notification, mail?: "waiting" | "refused"): Promise<MailState>;
  /** The mails of an item (strongly consistent read); undefined when it is not there. */
  mailsOf(message: MailMessage): Promise<ItemMails | undefined>;
  /**
   * Keeps other senders of the item's mails out until then, so that a message that came twice at the same moment is one mail.
   * @returns the mails; undefined when none waits, when another sender has them, or when the item is not there
   */
  claimMails(
    message: MailMessage,
    times: { readonly now: Date; readonly until: Date },
  ): Promise<ItemMails | undefined>;
  /** Lets another sender have the mails at once. */
  releaseMails(message: MailMessage): Promise<void>;
  /** Notes that a former address got its mail, or refuses it. */
  settleFormerMail(message: MailMessage, address: string): Promise<void>;
  /** Notes the final state of the mail to the record's address, and forgets the others. */
  settleMail(message: MailMessage, mail: "sent" | "refused"): Promise<void>;
  /** The items of the last fourteen days whose mails wait for the summary, oldest first (strongly consistent). */
  kept(employeeId: EmployeeId, now: Date): Promise<Notification[]>;
  /** The newest items, newest first, 20 unless told. One that cannot be read is left out and reported. */
  list(employeeId: EmployeeId, limit?: number): Promise<Notification[]>;
}

/** Inbox items whose mails are to be sent; they are sent after the stream was read, at the pace that SES allows. */
export interface MailsToSend {
  send(message: MailMessage): Promise<void>;
}

/** The mails of inbox items. */
export interface NotificationMails {
  /** @throws as Mailer.deliver */
  send(to: string, code: NotificationCode, ...links: readonly MailLink[]): Promise<MailAnswer>;
  /** What each of these would have said, as one mail. None of them has links. @throws as Mailer.deliver */
  sendSummary(to: string, codes: readonly NotificationCode[]): Promise<MailAnswer>;
}

/** What a reader can do about it who did not do it. */
export interface MailLink {
  readonly purpose: LinkPurpose;
  readonly secret: string;
}
