import type { LostPhone } from "../id/lost-phone.ts";

export const en: LostPhone = {
  print: "Print",
  deskTitle: "Lost phone? Steps of officers",
  holder: {
    lead: "Is your phone lost, broken or replaced? Your password stays. Only the authenticator is replaced, the app that shows the codes of 6 digits.",
    parts: [
      {
        title: "1. Try it by yourself first",
        steps: [
          "Is the same authenticator on another phone too (the same QR code scanned twice)? Use the code from that phone.",
          "Do you have a recovery code? Open this site and sign in with NIP and password. On the page of the code, choose «Lost phone? Use a recovery code», type one, press «Remove the old authenticator». Sign in with the password once more, then register the authenticator of your new phone.",
        ],
      },
      {
        title: "2. No code: go to the counter of your personnel office (BKPSDM)",
        steps: [
          "Bring an original identity paper (KTP-el, employee card, driving licence or passport) and a phone on which you can read your e-mail.",
          "The officer mails you a code of 8 digits. Read it aloud to the officer. An officer never asks for your password.",
          "Once a second officer has agreed, mostly within minutes, go on with part 4. For officers, approvers, auditors and operators, and when the e-mail address was changed lately, it takes effect 24 hours later.",
        ],
      },
      {
        title: "3. You cannot come",
        steps: [
          "Call the counter. An officer asks for the reset without you.",
          "You get a mail when it is asked for and when it is approved. 24 hours after the approval, go on with part 4.",
        ],
      },
      {
        title: "4. Register the authenticator of the new phone",
        steps: [
          "Install an authenticator app on the new phone, such as Google Authenticator or Microsoft Authenticator.",
          "Open this site, choose «Sign in», sign in with NIP and password. Forgotten the password? Use «Forgotten password / activation» first.",
          "Type the code of 8 digits that is mailed to you, press «On to the authenticator».",
          "Scan the QR code with the app, type the code of 6 digits that it shows, name the device, press «Submit».",
          "Keep or print the ten new recovery codes, apart from the phone. Press «I have kept them, log in», then sign in with the password and the app's next code.",
        ],
      },
      {
        title: "The phone was stolen, or you got a mail about a reset that you did not ask for",
        steps: [
          "Is the card on that phone, and are you still signed in on a computer? Under «My data», first press «Pause the QR code» or «Replace the QR code».",
          "Still signed in on a computer? Open «Account» and freeze your account. If not, ask an officer to freeze it.",
          "The link in that mail cancels the reset. Nobody gets into a frozen account until an officer has met you.",
        ],
      },
    ],
    contact: "The counter of your agency (filled in by the agency before it is handed out)",
    fields: ["Address and opening hours", "Telephone", "E-mail"],
  },
  desk: {
    lead: "For officers: from the holder at the counter to another authenticator, 3 minutes of work at most. One person asks, another one approves.",
    parts: [
      {
        title: "The holder is there",
        steps: [
          "Look at the original identity paper. Find the person on «Employees», open the record, go to «Account».",
          "Press «Reset the authenticator». Choose «at the counter (at once)», press «Mail a code to the holder».",
          "Type the code of 8 digits that the holder reads aloud, choose the paper you saw, type the ticket's number and the reason. Press «Ask an approver».",
          "Ask an approver to open «Approvals», look at the reason and press «Approve». You do not approve what you asked for, nor anything about your own account.",
          "Stay with the holder: NIP and password, the mailed code, the QR code, the code of 6 digits, keeping the recovery codes. Do not look at the password.",
        ],
      },
      {
        title: "The holder is absent, has a role, or has a new e-mail address",
        steps: [
          "Choose «absent (24 hours)». The holder gets a mail with a link that cancels it.",
          "24 hours after the approval, the next login with the password registers another authenticator.",
        ],
      },
      {
        title: "Other cases",
        steps: [
          "The password is forgotten too: the holder uses «Forgotten password / activation» first.",
          "The mail cannot be read: before you ask for a reset, change the address in the record; codes can be mailed to the new one after 24 hours. Of an account without an authenticator: «Correct the e-mail address», in effect once an approver agrees.",
          "The phone was stolen: press «Freeze the account» first. Of who has a role, two operators freeze it.",
          "The account is frozen: once you have met its holder, press «Unfreeze the account». If the holder or operators froze it, an approver decides too. Another authenticator is registered after that.",
        ],
      },
    ],
    contact: "At this counter (filled in by the agency)",
    fields: ["Approver to call", "Operator", "Where ticket numbers are kept"],
  },
};
