import type { ContactRequests } from "../id/contact-requests.ts";

export const en: ContactRequests = {
  title: "E-mail and mobile number, from a form without a login",
  campaign: "Data update",
  warning:
    "Whoever knows the NIP can send this form; it only proves that the sender reads the mail at that address. Make sure with the person, by a number or a meeting that you know already, before you agree.",
  own: "This form was sent without a login, with your NIP.",
  notYou: "Not you? Withdraw this request.",
};
