import type { Accounts } from "../id/accounts.ts";

export const en: Accounts = {
  title: "Account",
  state: "State",
  states: {
    "not-activated": "not activated yet",
    "no-authenticator": "activated, without an authenticator",
    ready: "active",
  },
  registered: "Authenticator since",
  codesLeft: "Recovery codes left",
  lastLogin: "Last login",
  noLogin: "none among the newest entries",
  locked: (minutes) => `Locked after wrong passwords or codes, for ${minutes} more minutes.`,
  counted: "Some wrong tries are still counted.",
  frozen: (time) => `Frozen since ${time}. Nobody can log in.`,
  pending: {
    asked: "A reset of the authenticator waits for an approver.",
    waits: (time) => `A reset of the authenticator is approved and takes effect from ${time}.`,
    due: "A reset of the authenticator is in effect: at the next login the holder registers another one.",
  },
  unavailable: "The state of the account could not be read. Reload this page.",
  reasonHint: "Such as the holder's request, with the ticket's number",
  actions: {
    unlock: {
      open: "Unlock",
      hint: "Forgets wrong tries, so that the holder can try again.",
      question: (name) => `Unlock the account of ${name}?`,
      effect: "Wrong passwords and codes are forgotten. Password and authenticator stay.",
      confirm: "Yes, unlock",
      done: "The account is unlocked.",
    },
    freeze: {
      open: "Freeze the account",
      hint: "If a phone was stolen, or somebody else may be using this account.",
      question: (name) => `Freeze the account of ${name}?`,
      effect:
        "All devices are signed out at once, and nobody can log in until an officer unfreezes it. The card stays valid when it is scanned.",
      confirm: "Yes, freeze",
      done: "The account is frozen. All devices are signed out.",
    },
    unfreeze: {
      open: "Unfreeze the account",
      hint: "Only after you have made sure that this is its holder.",
      question: (name) => `Unfreeze the account of ${name}?`,
      effect: "The holder can log in again with password and authenticator.",
      confirm: "Yes, unfreeze",
      done: "The account can be used again.",
    },
    activation: {
      open: "Mail the steps of the activation",
      hint: "The mail has the steps and no code. At most three times a day.",
      question: (name) => `Mail the steps of the activation to ${name}?`,
      effect: "The mail goes to the recorded address. The holder asks for a code on the site.",
      confirm: "Yes, mail them",
      done: "The steps of the activation are mailed.",
    },
    cancelReset: {
      open: "Cancel the reset of the authenticator",
      hint: "The present authenticator stays valid.",
      question: (name) => `Cancel the reset of ${name}'s authenticator?`,
      effect: "The present authenticator stays valid. The holder is told.",
      confirm: "Yes, cancel it",
      done: "The reset of the authenticator is cancelled.",
    },
  },
  reset: {
    open: "Reset the authenticator",
    title: "Ask for a reset of the authenticator",
    hint: "For a phone that was lost, broken or replaced. The password stays. An approver decides.",
    mode: "The holder is",
    modes: {
      counter: "at the counter (at once)",
      absent: "absent (24 hours)",
    },
    onlyAbsent:
      "This account can only be reset with a wait of 24 hours, because its holder has a role or its address was changed lately.",
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
    open: "Correct the e-mail address",
    title: "Ask for the right e-mail address",
    hint: "For an account that was never activated. Once an approver agrees, activation codes can be mailed there at once.",
    field: "The right e-mail address",
    reasonHint: "Such as shown by the holder at the counter, with the ticket's number",
    submit: "Ask an approver",
    done: "The address is asked for. An approver decides it on the page «Approvals».",
  },
  failures: {
    "no-authenticator": "This account has no authenticator, so there is nothing to reset.",
    "mfa-reset-pending": "A reset that was approved still waits for its time.",
    "mfa-reset-needs-wait":
      "The holder has a role, so a reset takes effect only after 24 hours. Choose «absent».",
    "email-too-new":
      "The e-mail address was changed lately, so a code that is mailed there proves nothing yet. Choose «absent».",
    "account-activated": "This account is activated already. Reload this page.",
    "account-not-frozen": "This account is not frozen. Reload this page.",
  },
  approvals: {
    lead: "Changes of accounts are asked for by an officer and decided by another person. Look at the reason before you decide.",
    lists: {
      waiting: {
        title: "Waiting for a decision",
        hint: "Asked for by other officers within your scope.",
        none: "Nothing waits for your decision.",
      },
      own: {
        title: "My requests",
        hint: "The last twenty of your requests.",
        none: "You have not asked for anything yet.",
      },
    },
    aboutYou: "This is about your own account, so somebody else decides.",
    before: "Now",
    after: "Once approved",
    resetFrom: "The registered authenticator",
    resetTo: {
      counter:
        "Another authenticator, at the next login. The holder is there and has read the mailed code aloud.",
      absent:
        "Another authenticator, 24 hours after the approval, unless it is cancelled. The holder is absent.",
    },
    decisions: {
      approve: {
        question: {
          "mfa-reset": (name) => `Approve the reset of ${name}'s authenticator?`,
          "email-correction": (name) => `Approve the e-mail address of ${name}?`,
        },
        effect: {
          counter:
            "All devices of the holder are signed out at once. At the next login another authenticator is registered.",
          absent:
            "The holder is told and can cancel it. After 24 hours another authenticator is registered at the login.",
          "email-correction": "Activation codes can be mailed to this address at once.",
        },
        done: (name) => `The request about ${name} is approved.`,
      },
      refuse: {
        question: (name) => `Refuse the request about ${name}?`,
        effect: "The account stays as it is. Whoever asked reads your reason.",
        done: (name) => `The request about ${name} is refused.`,
      },
      withdraw: {
        question: (name) => `Withdraw the request about ${name}?`,
        effect: "The account stays as it is.",
        done: (name) => `The request about ${name} is withdrawn.`,
      },
    },
  },
};
