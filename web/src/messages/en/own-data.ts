import type { OwnData } from "../id/own-data.ts";

export const en: OwnData = {
  lead: "Law 27/2022 gives you the right to see your data, to have them corrected, and to get a copy.",
  back: "Back to Account",
  record: "Your personnel data",
  none: "–",
  report: {
    title: "Is something wrong?",
    hint: "Your agency corrects it or tells you why not within 3×24 hours of the report, nights and days off included (article 30). You change your e-mail address and phone number yourself in «Account».",
    begin: "Report wrong data",
  },
  copy: {
    title: "A copy of all your data",
    hint: "One file that any browser opens and programs can read: data, history of changes, who opened your data, account, devices, notices. Officers are not named. Keep it in a safe place.",
    open: "Ask for a copy",
    privacy: "What is kept, who sees it, for how long",
    factors: "You need your password and an authenticator code. You are also told by e-mail.",
    take: "Download the copy",
    taken: "The file was made and saved by your browser.",
  },
};
