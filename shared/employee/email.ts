/** The e-mail addresses that a record may have: those that Amazon SES delivers to. */

/**
 * Printable ASCII without quotes: SES has no SMTPUTF8, so the local part is 7-bit ASCII, and a domain of other letters is
 * written in Punycode ("SendEmail" in the Amazon SES API v2 Reference, "Destination").
 */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
/** RFC 1123 and IDNA: the last label is letters, or begins with "xn--". */
const topLabel = /^([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})$/;

/** Whether it is an address: "a@b.go.id", no name around it, no blank, no dot where none may be (RFC 5321, section 4.1.2). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const labels = domain.split(".");
  return (
    at > 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    localPart.test(local) &&
    labels.length > 1 &&
    labels.every((each) => label.test(each)) &&
    topLabel.test(labels.at(-1) ?? "")
  );
}

/** One spelling for one mailbox: upper and lower case are alike everywhere in practice. */
export function mailboxOf(email: string): string {
  return email.trim().toLowerCase();
}

/** Where «a.b+c@» arrives as «ab@» does («Dots don't matter in Gmail addresses», Gmail Help). */
const dotless = ["gmail.com", "googlemail.com"];

/**
 * Who reads it, to limit what one reader is sent: most providers deliver `name+anything` to `name`. Too coarse to tell whose an address is: some
 * give the two to different people.
 */
export function readerOf(email: string): string {
  const mailbox = mailboxOf(email);
  const at = mailbox.lastIndexOf("@");
  const [local, domain] = [mailbox.slice(0, at), mailbox.slice(at + 1)];
  // Nothing before the plus: no name that something was added to.
  const name = local.replace(/(?<=.)\+.*$/, "");
  return dotless.includes(domain) ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}

/** Two that are not there are the same. */
export function isSameMailbox(a: string | undefined, b: string | undefined): boolean {
  return (a && mailboxOf(a)) === (b && mailboxOf(b));
}

/**
 * When codes may be mailed to the record's address; undefined when it never changed. Who changed it to take the account over
 * must wait, and meanwhile the holder reads the notice at the old address (S3).
 */
export function codesFrom(
  { emailChangedAt }: { readonly emailChangedAt?: string | undefined },
  waitHours: number,
): Date | undefined {
  return emailChangedAt === undefined
    ? undefined
    : new Date(Date.parse(emailChangedAt) + waitHours * 3_600_000);
}
