import type { AccountApprovals } from "../id/account-approvals.ts";

export const en: AccountApprovals = {
  noAddress: "(none yet)",
  lead: "Changes are asked for by an officer and decided by another person. Look at the change and its reason before you decide.",
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
  aboutYou: "This is about yourself, so somebody else decides.",
  resetFrom: "The registered authenticator",
  resetTo: {
    counter:
      "Another authenticator, at the next login. The holder is there and has read the mailed code aloud.",
    absent:
      "Another authenticator, 24 hours after the approval, unless it is cancelled. The holder is absent.",
  },
  unfreezeFrom: "The account is frozen, nobody can log in",
  unfreezeTo: "The holder can log in with password and authenticator",
  emailChanged: "E-mail address changed",
  emailChangedBy: (name, time) =>
    `${time}, by ${name} alone. Make sure that the address is the holder's.`,
  approve: {
    question: {
      "mfa-reset": (name) => `Approve the reset of ${name}'s authenticator?`,
      "email-correction": (name) => `Approve the e-mail address of ${name}?`,
      "account-unfreeze": (name) => `Approve that the account of ${name} is unfrozen?`,
    },
    effect: {
      counter:
        "All devices of the holder are signed out at once. At the next login another authenticator is registered.",
      absent:
        "The holder is told and can cancel it. After 24 hours another authenticator is registered at the login.",
      "email-correction": "Codes can be mailed to this address at once.",
      "account-unfreeze":
        "The holder can log in again at once. Make sure that the officer has met the holder.",
    },
    done: (name) => `The request about ${name} is approved.`,
  },
  decisions: {
    refuse: {
      question: (name) => `Refuse the request about ${name}?`,
      effect: "Everything stays as it is. Whoever asked reads your reason.",
      done: (name) => `The request about ${name} is refused.`,
    },
    withdraw: {
      question: (name) => `Withdraw the request about ${name}?`,
      effect: "Everything stays as it is.",
      done: (name) => `The request about ${name} is withdrawn.`,
    },
  },
};
