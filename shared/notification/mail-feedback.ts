import * as z from "zod";

/**
 * The fields that we read of what SES tells of a mail through EventBridge («Contents of event data that Amazon SES publishes», SES Developer
 * Guide; the event is in `detail`). Each of our mails, and of Cognito's, has one recipient. `bouncedRecipients` is not read, because it may
 * name the mailbox that the address forwards to.
 */
export const mailFeedback = z.object({
  detail: z.object({
    eventType: z.enum(["Bounce", "Complaint", "Reject"]),
    mail: z.object({ messageId: z.string(), destination: z.array(z.string()) }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
    complaint: z.object({ complaintFeedbackType: z.string().nullish() }).optional(),
  }),
});
export type MailFeedback = Readonly<z.infer<typeof mailFeedback>["detail"]>;

/**
 * Whether no more mails are to be sent to the address: it bounced for good (also because SES itself keeps it on its suppression list), or
 * its owner called a mail spam. A full mailbox or an absence (`Transient`) passes, and what SES cannot tell (`Undetermined`) says nothing.
 */
export function endsDelivery({ eventType, bounce, complaint }: MailFeedback): boolean {
  if (eventType === "Bounce") return bounce?.bounceType === "Permanent";
  return eventType === "Complaint" && complaint?.complaintFeedbackType !== "not-spam";
}
