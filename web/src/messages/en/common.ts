import type { Common } from "../id/common.ts";

export const en: Common = {
  appName: "Virtual ASN Card",
  skip: "Skip to content",
  otherLanguage: "Bahasa Indonesia",
  otherLanguageTitle: "Baca halaman ini dalam bahasa Indonesia",
  menu: "Other services",
  menuButton: "Menu",
  signOut: "Sign out",
  loading: "Loading…",
  cancel: "Cancel",
  retry: "Try again",
  imageLost: "The picture of the card did not arrive. Check your network.",
  errorPrefix: "Error: ",
  errorTitle: "There is a problem",
  reference: (code) => `Reference code: ${code}. Quote it when you ask for help.`,
  retryAfter: (seconds) => {
    const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
    return `Wait ${count} ${unit}${count === 1 ? "" : "s"}, then try again.`;
  },
  noScript: "This page needs JavaScript. Turn it on in your browser and reload.",
  oldBrowser:
    "This browser is too old for this service. Use Chrome 90, Safari 15, Firefox 100 or anything newer.",
  notStarted: "This page has not finished loading. Check your internet connection.",
  reload: "Reload",
  pageLost: "This part of the page did not arrive. Check your internet connection, then reload.",
  footer: "Official civil service site. Check the site's address before you type your password.",
  footerHelp: "Need help? Contact BKPSDM or the personnel office of your agency.",
  pages: {
    home: "Virtual ASN Card",
    login: "Login with your account",
    code: "Enter the code from your phone",
    enrolment: "Set up sign-in codes on your phone",
    activation: "Forgotten password / activation",
    card: "Virtual ASN Card",
    photo: "Change photo",
    employees: "Employees",
    employee: "Employee record",
    unitPrint: "Print the cards of a unit",
    templatePreview: "Preview of the card template",
    notFound: "Page not found",
  },
  nav: {
    card: "Virtual ASN Card",
    photo: "Change photo",
    employees: "Employees",
    templatePreview: "Template preview",
  },
  home: {
    lead: "The identity card of Indonesia's civil servants (PNS and PPPK) that redraws itself whenever the record changes.",
    points: [
      "The card always equals your agency's latest record. No need to apply for a new one.",
      "Download or print front and back, in portrait or landscape.",
      "Anyone can check that a card is genuine by scanning its QR code.",
    ],
    login: "Login",
    firstTime: "Never signed in? Activate your account",
    checkTitle: "Checking someone's card?",
    check: "Scan the QR code on the card with your phone's camera. You need no account.",
  },
  notFound: {
    text: "There is no such address. It may be misspelt, or the page has moved.",
    home: "To the front page",
  },
  session: {
    title: "Your session is about to end",
    text: (minutes) =>
      `For your security you will be signed out in ${minutes}. Anything not saved will be lost.`,
    lastText: (minutes) =>
      `Your session for today ends in ${minutes}. Save your work, then sign in again.`,
    remaining: (minutes, seconds) =>
      minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} seconds`,
    stay: "Stay signed in",
    ended: "Your session has ended. Please sign in again.",
    loginInNewTab: "Sign in again in a new tab, then send again here. Nothing you typed is lost.",
  },
  failures: {
    "no-answer":
      "No answer from the server. Check your connection and try again. Nothing you typed is lost.",
    unavailable: "The service is disturbed. Nothing you typed is lost; try again in a moment.",
    "login-refused": "NIP or password is wrong. Check both and try again.",
    "activation-needed":
      "This account has no authenticator yet. Begin with “Forgotten password / activation” in this browser.",
    "code-refused":
      "The code does not match. Wait for the app's next code, and make sure your phone's clock is automatic.",
    "step-expired": "The time for this step is over. Start again.",
    "session-ended": "Your session has ended.",
    "reset-code-refused":
      "The code from the e-mail does not match or is no longer valid. After several wrong ones, every code is refused for an hour.",
    "captcha-refused": "The captcha's answer is wrong or too old. Answer the new one.",
    "too-many-attempts": "Too many attempts.",
    busy: "The service is busy. Nothing you typed is lost.",
    "invalid-input": "Something you entered is not right yet.",
    "other-person": "Another account is signed in on this browser. Nothing was changed.",
    "record-changed": "Someone else has just changed this record.",
    "email-taken": "Another employee already uses this e-mail address.",
    "not-found": "Nothing found.",
    "cross-site-request": "This request was refused for your safety. Reload the page.",
    "own-record": "Your own record is changed by another officer of your agency.",
    forbidden: "You are not allowed to open this page.",
    "internal-error": "Something went wrong on our side.",
  },
};
