import type { Common } from "../id/common.ts";

export const en: Common = {
  appName: "Virtual ASN Card",
  skip: "Skip to content",
  otherLanguage: "Indonesia",
  otherLanguageTitle: "Baca halaman ini dalam bahasa Indonesia",
  menu: "Other services",
  menuButton: "Menu",
  signOut: "Sign out",
  loading: "Loading…",
  cancel: "Cancel",
  retry: "Try again",
  errorPrefix: "Error: ",
  errorTitle: "There is a problem",
  reference: (code) => `Reference code: ${code}. Quote it when you ask for help.`,
  retryAfter: (seconds) => {
    const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
    return `Wait ${count} ${unit}${count === 1 ? "" : "s"}, then try again.`;
  },
  reload: "Reload",
  pageLost: "This part of the page did not load. Check your internet connection, then reload.",
  footer: "Official civil service site. Check the site's address before you type your password.",
  guide: "The guide",
  pages: {
    home: "Virtual ASN Card",
    login: "Sign in with your account",
    code: "Enter the code from your phone",
    qr: "Sign in with a QR code",
    enrolment: "Set up an authenticator on your phone",
    reset: "Forgotten password / activation",
    lostPhone: "Lost phone?",
    card: "Virtual ASN Card",
    photo: "Change photo",
    account: "Account",
    ownData: "My data",
    ownRequests: "My requests",
    desk: "Home",
    employees: "Employees",
    approvals: "Approvals",
    notFound: "Page not found",
  },
  failures: {
    "no-answer":
      "No answer from the server. Check your connection and try again. Nothing you typed is lost.",
    unavailable:
      "The service is temporarily unavailable. Nothing you typed is lost; try again in a moment.",
    "step-expired": "This step is no longer valid. Start again.",
    "session-ended": "Your session has ended.",
    "too-many-attempts": "Too many attempts.",
    busy: "The service is busy. Nothing you typed is lost.",
    maintenance:
      "The service is under maintenance. Nothing you typed is lost; try again in a few minutes.",
    "invalid-input": "Something you entered is not right yet.",
    "other-person": "Another account is signed in on this browser. Nothing was changed.",
    "record-changed": "Someone else has just changed this record.",
    "not-found": "Nothing found.",
    "cross-site-request": "Refused for your security. Reload the page.",
    "login-by-password": "Sign in with your password to open this page.",
    forbidden: "You are not allowed to open this page.",
    "internal-error": "Something went wrong on our side.",
  },
};
