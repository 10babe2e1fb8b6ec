import type { AccountForms } from "../id/account-forms.ts";

export const en: AccountForms = {
  reasonHint: "Such as the holder's request, with the ticket's number",
  lostPhoneSteps: "Lost phone? Steps of officers",
  actions: {
    unlock: {
      hint: "Forgets wrong tries, so that the holder can try again.",
      question: (name) => `Unlock the account of ${name}?`,
      effect: "Wrong passwords and codes are forgotten. Password and authenticator stay.",
      confirm: "Yes, unlock",
      done: "The account is unlocked.",
    },
    freeze: {
      hint: "If a phone was stolen, or somebody else may be using this account.",
      question: (name) => `Freeze the account of ${name}?`,
      effect:
        "All devices are signed out at once, and nobody can log in until an officer unfreezes it. The card stays valid when it is scanned.",
      confirm: "Yes, freeze",
      done: "The account is frozen. All devices are signed out.",
    },
    unfreeze: {
      hint: "Only after you have made sure that this is its holder.",
      question: (name) => `Unfreeze the account of ${name}?`,
      effect: "The holder can log in again with password and authenticator.",
      confirm: "Yes, unfreeze",
      done: "The account can be used again.",
    },
    activation: {
      hint: "The mail has the steps and no code. At most three times a day.",
      question: (name) => `Mail the steps of the activation to ${name}?`,
      effect: "The mail goes to the recorded address. The holder asks for a code on the site.",
      confirm: "Yes, mail them",
      done: "The steps of the activation are mailed.",
    },
    stopEmailChange: {
      hint: "If the holder did not ask for it. The present address stays.",
      question: (name) => `Stop the change of ${name}'s e-mail address?`,
      effect: "The present address stays. The holder is told there.",
      confirm: "Yes, stop it",
      done: "The change of the e-mail address is stopped.",
    },
    stopPhoneChange: {
      hint: "If the holder did not ask for it. The present number stays.",
      question: (name) => `Stop the change of ${name}'s phone number?`,
      effect: "The present number stays. The holder is told by e-mail.",
      confirm: "Yes, stop it",
      done: "The change of the phone number is stopped.",
    },
    cancelReset: {
      hint: "The present authenticator stays valid.",
      question: (name) => `Cancel the reset of ${name}'s authenticator?`,
      effect: "The present authenticator stays valid. The holder is told.",
      confirm: "Yes, cancel it",
      done: "The reset of the authenticator is cancelled.",
    },
  },
  byOperators:
    "The holder of this account has a role. Two operators freeze it: call an operator. The holder can freeze it too, on «Account» or by the link «Not me» in a mail.",
  unfreeze: {
    title: "Ask for the account to be unfrozen",
    hint: "The holder made this freeze, or two operators, or the holder has a role. So an approver decides as well.",
    reasonHint: "Such as the holder came with an identity card, with the ticket's number",
    submit: "Ask an approver",
    done: "It is asked for. An approver decides it on the page «Approvals».",
  },
  reset: {
    title: "Ask for a reset of the authenticator",
    hint: "For a phone that was lost, broken or replaced. The password stays. An approver decides.",
    mode: "The holder is",
    modes: {
      counter: "at the counter (at once)",
      absent: "absent (24 hours)",
    },
    onlyAbsent:
      "This account can only be reset with a wait of 24 hours, because its holder has a role.",
    noMode:
      "A reset cannot be asked for yet: the holder's e-mail address was changed lately, or mails to it come back. Code and notice would not reach the holder. Change a wrong address first; 24 hours after the change another officer can ask for the reset.",
    sendCode: "Mail a code to the holder",
    sent: "The code is mailed. Ask the holder to read the 8 digits aloud.",
    sendAgain: "Mail another code",
    code: "Code from the holder's mail",
    codeHint: "8 digits, of who is at the counter",
    paper: "Identity paper seen",
    papers: {
      ktp: "Identity card (KTP-el)",
      karpeg: "Employee card",
      sim: "Driving licence",
      paspor: "Passport",
    },
    ticket: "Ticket number",
    ticketHint: "The number of the request or letter in your agency",
    reasonHint: "Such as a lost phone, with the number of the police report",
    submit: "Ask an approver",
    done: "The reset is asked for. An approver decides it on the page «Approvals».",
  },
  email: {
    title: "Ask for the right e-mail address",
    hint: "For an account that has no authenticator or is being reset. Once an approver agrees, codes can be mailed there at once.",
    field: "E-mail address",
    reasonHint: "Such as shown by the holder at the counter, with the ticket's number",
    submit: "Ask an approver",
    done: "The address is asked for. An approver decides it on the page «Approvals».",
  },
  failures: {
    "no-authenticator": "This account has no authenticator, so there is nothing to reset.",
    "mfa-reset-pending": "A reset that was approved still waits for its time.",
    "mfa-reset-needs-wait":
      "The holder has a role, or the e-mail address was corrected in the last 7 days, so a reset takes effect only after 24 hours. Choose «absent».",
    "email-too-new":
      "The e-mail address was changed lately, so a code or notice that is mailed there proves nothing yet. Ask 24 hours after the change.",
    "email-failed":
      "Mails to the holder's address come back, so the holder would not hear of this reset. Change the address first.",
    "email-missing":
      "This person has no e-mail address yet. Ask for one first with «Note an e-mail address…».",
    "email-changed-by-you":
      "You changed the e-mail address lately, alone or by an import, so another officer asks for it.",
    "account-activated": "This account is activated already. Reload this page.",
    "account-missing": "The state of this account is not on record. Report it to an operator.",
    "account-not-frozen": "This account is not frozen. Reload this page.",
    "freeze-needs-operators":
      "The holder has a role, so two operators freeze the account. Call an operator.",
    "unfreeze-needs-two":
      "An approver has to agree that this account is unfrozen. Reload this page, then ask for it.",
  },
};
