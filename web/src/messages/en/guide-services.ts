import type { GuideServices } from "../id/guide-services.ts";

export const en: GuideServices = {
  pengajuan: {
    title: "Requests and notices",
    lead: "Changes of the record are asked for, and your agency decides. You always see who has it.",
    sections: {
      ajukan: {
        title: "Making a request",
        picture:
          "What can be chosen after «New request»: parts of the record, a report, the photo and leave.",
        steps: [
          "Open «My requests», then press «New request».",
          "Choose the part of the record to change, «Report wrong data», «An officer looks at the photo», or «Leave».",
          "Change only what is wrong; * marks what is required. The draft is kept by itself.",
          "Attach evidence where it is asked for: PDF or JPG, at most 2 MB, at most three.",
          "Press «Check your answers», read all of it again, then press «Send». Note the request’s number, or choose «Download the proof of this request (PDF, Indonesian)».",
        ],
      },
      keadaan: {
        title: "Following a request",
        points: [
          "«Sent» and «Being checked»: your agency has it, for at most 3×24 hours.",
          "«Needs an answer»: an officer asks. Choose «Answer this question» before its deadline; without an answer the request becomes «Expired».",
          "«Approved»: the record was changed, and the card follows by itself.",
          "«Rejected»: read the reason. «Ask again» opens the form with everything you typed.",
          "«Withdraw the request» ends one that is not decided yet.",
        ],
      },
      pemberitahuan: {
        title: "Notices and announcements",
        text: [
          "On the card’s page «Waiting for you» names what only you can do, «Announcements» has the circulars and rules of your agency, and «Notifications» what happened to your card, record and account.",
          "Notices are also sent by e-mail. Those about the account’s security go at once; others may be put into one summary a day.",
        ],
      },
    },
  },
  cuti: {
    title: "Leave",
    lead: "What is left of annual leave, requests for leave, and their decisions (PP 11/2017 with PP 17/2020; Peraturan BKN 24/2017 with 7/2021).",
    sections: {
      sisa: {
        title: "What is left",
        picture:
          "The page «Leave» with «Notes on leave (Catatan Cuti)»: what is left of each year.",
        text: [
          "Choose «Leave» on the card’s page. The section «Notes on leave (Catatan Cuti)» shows each year’s days, those asked for, those taken, and those that will lapse.",
        ],
      },
      minta: {
        title: "Asking for leave",
        picture: "The form that asks for leave: kind, reason and days.",
        steps: [
          "Press «Ask for leave», then choose the kind: «Annual leave», «Long leave», «Sick leave», «Maternity leave», «Leave for an important reason», or «Unpaid leave (CLTN)». The kinds offered are those of your appointment.",
          "Give the reason, the first and last day, the address and phone number. The page counts the working days by your calendar, and names all that does not meet the rules at once.",
          "Attach a file where the kind and reason need one, for example a doctor’s letter.",
          "Check it, then send it. The days are reserved from your balance at once.",
        ],
      },
      keputusan: {
        title: "The decision",
        points: [
          "Your direct superior gives advice, then the official in charge decides. Who they are is said before you send.",
          "«Change» comes back to you: change the days, then send it again. «Postponed»: the days can be used next year. «Not approved»: the days go back to your balance.",
        ],
      },
      memutuskan: {
        title: "If you are who decides",
        steps: [
          "Whoever acts in a deciding post, also for its holder (Plh. or Plt.), opens «Waiting for my decision».",
          "Read the request: its days, the balance, the files, and «To be noted».",
          "Choose «Approved», «Change», «Postponed» or «Not approved»; give the reason unless it is «Approved».",
        ],
      },
    },
  },
  kalender: {
    title: "Work calendar",
    lead: "The working days, holidays, shared leave and hours that apply to you.",
    sections: {
      baca: {
        title: "Reading the calendar",
        picture: "The page «Work calendar»: today, the hours and days off.",
        text: [
          "Choose «Work calendar» on the card’s page. You see the next working day, the hours (those of Ramadan, too), and each month’s days off: «National holiday», «Cuti bersama (shared leave)» and «Regional holiday».",
          "A year’s days off can be downloaded as an .ics file for your calendar app. Regional holidays, and whether a week has five or six days, are entered by your agency.",
        ],
      },
    },
  },
};
