import type { Roles } from "../id/roles.ts";

export const en: Roles = {
  lead: "Roles are given and withdrawn by two operators: one asks, another one approves. A change takes effect as soon as it is approved.",
  lists: {
    waiting: {
      title: "Waiting for a decision",
      hint: "Asked for by other operators. Look at the reason before you decide.",
      none: "Nothing waits for your decision.",
    },
    own: {
      title: "My requests",
      hint: "The last twenty of your requests.",
      none: "You have not asked for anything yet.",
    },
  },
  failures: {
    "roles-changed":
      "This person's roles have just changed. Look at the roles as they are now, then ask again.",
  },
  askTitle: "Ask for a change of roles, or a freeze",
  nipHint: "The NIP of the person whose roles are to change, or whose account to freeze.",
  search: "Search",
  searchAgain: "Look for somebody else",
  self: "This is you. Other operators ask for your roles and decide them.",
  name: "Name",
  rolesNow: "Roles now",
  noRoles: "no role yet",
  action: "Change",
  actions: { grant: "Give a role", revoke: "Withdraw a role", freeze: "Freeze the account" },
  freezeHint:
    "For the account of somebody with a role that is under attack. Once another operator agrees, all its devices are signed out and nobody can log in.",
  role: "Role",
  roleHint:
    "A petugas enters and changes records. A penyetuju approves. An auditor reads all records of the agency and changes nothing. An operator runs the whole system.",
  roles: {
    petugas: "Petugas (officer)",
    penyetuju: "Penyetuju (approver)",
    auditor: "Auditor",
    operator: "Operator",
  },
  unitHint:
    "Leave it empty for the whole agency. For one unit only, write its name exactly as in the employees' records.",
  unit: "For one unit only",
  until: "Valid through",
  untilHint:
    "Leave it empty if it is valid until it is withdrawn. Not used when a role is withdrawn.",
  reason: "Reason",
  reasonHint:
    "Such as number and date of the decree. The other operator reads it, and it is kept in the history.",
  submit: "Ask for it",
  restored: "What you had begun to type has been restored.",
  discard: "Discard it",
  asked: (name) =>
    `The change of ${name}'s roles has been asked for. Another operator decides it within 7 days.`,
  freezeAsked: (name) =>
    `The freeze of ${name}'s account has been asked for. Another operator decides it: tell them now.`,
  accountBefore: "The account can be used to log in",
  accountAfter: "The account is frozen: all devices are signed out, nobody can log in",
  wholeAgency: "the whole agency",
  wholeSystem: "the whole system",
  oneUnit: (unit) => `only the unit «${unit}»`,
  through: (day) => `through ${day}`,
  elsewhere: "in another agency, not valid",
  given: "Given",
  taken: "Withdrawn",
  kept: "Unchanged",
  aboutYou: "This is about yourself, so another operator decides.",
  decisions: {
    freeze: {
      question: (name) => `Freeze the account of ${name}?`,
      effect: "All devices of this person are signed out at once, and nobody can log in.",
      done: (name) => `The account of ${name} is frozen.`,
    },
    approve: {
      question: (name) => `Approve the change of ${name}'s roles?`,
      effect: "The change takes effect at that person's next request.",
      done: (name) => `The change of ${name}'s roles is approved and in effect.`,
    },
    refuse: {
      question: (name) => `Refuse the request about ${name}?`,
      effect: "All stays as it is. Whoever asked reads your reason.",
      done: (name) => `The request about ${name} is refused.`,
    },
    withdraw: {
      question: (name) => `Withdraw the request about ${name}?`,
      effect: "All stays as it is.",
      done: (name) => `The request about ${name} is withdrawn.`,
    },
  },
};
