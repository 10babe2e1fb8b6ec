import type { AccountLists } from "../id/account-lists.ts";

export const en: AccountLists = {
  lists: "Lists of accounts",
  names: {
    "not-activated": "Not activated",
    "no-authenticator": "No authenticator",
    frozen: "Frozen",
    undeliverable: "E-mail not arriving",
    "photo-refused": "Photo refused",
    "no-photo": "No photo",
    "no-email": "No e-mail",
    "no-phone": "Without a phone number",
  },
  hints: {
    "not-activated":
      "These employees have never set a password. They begin with “Forgotten password / activation” on the login page.",
    "no-authenticator":
      "There is a password, but no authenticator was set up on a phone yet, or it was removed. It is set up at the next login.",
    frozen:
      "Nobody can log in until an officer has met the employee and unfreezes the account. An account that is locked after wrong passwords opens by itself within 15 minutes, so it is not here.",
    undeliverable:
      "Mails to these addresses come back. Ask the employee for the right address, then correct it in the record.",
    "photo-refused":
      "The last photo does not meet the rules, and no other has been accepted since. Employees see why under «Change photo» for 30 days, and are in this list as long.",
    "no-photo":
      "There is no card yet, because there is no photo. Employees upload it themselves once they are logged in.",
    "no-email":
      "No activation code can be mailed, so the activation goes by the counter, with two officers: one suggests an address on the person's page, a penyetuju decides.",
    "no-phone":
      "They have no phone number, which is one of BKN's indicators of data quality. They enter it themselves under «Account» once they have signed in.",
  },
  empty: "No account is in this list.",
  shown: (n) => `${n} ${n === 1 ? "account" : "accounts"}, the longest in the list first.`,
  firstShown: (n) => `The first ${n} accounts, the longest in the list first.`,
  more: "Load more",
  columns: { name: "Name", nip: "NIP", unitKerja: "Unit", since: "Since" },
  exported: "Export this list",
};
