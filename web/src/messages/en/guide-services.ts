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
  surat: {
    title: "Letters",
    lead: "Statements about you, and letters that wait for your signature. Everybody can check each letter by its QR.",
    sections: {
      minta: {
        title: "Asking for a statement",
        steps: [
          "Open «My letters», then press «Ask for a statement».",
          "Choose the letter and say what it is for. Check it, then send it.",
          "An officer writes it, an official signs it, and you are told. «My letters» says where it is: «An officer is writing it», «Waits for the signature» or «Signed».",
        ],
      },
      tandatangan: {
        title: "If you are who signs",
        steps: [
          "Letters for your post, also for its holder (Plh. or Plt.), are at «Waiting for my decision».",
          "Read the letter, then choose «Sign» or «Send back to the officer» with a reason. Number and day are fixed once it is signed.",
        ],
      },
    },
  },
  presensi: {
    title: "Attendance",
    lead: "What machines read, what each day was, and how it is put right (Perpres 21/2023; PP 94/2021).",
    sections: {
      baca: {
        title: "Reading your month",
        text: [
          "Open «My attendance». «Day by day» shows the schedule, what machines read, and what it means. Leave counts by itself once it is approved, also when that comes later.",
        ],
      },
      koreksi: {
        title: "If something is wrong",
        steps: [
          "Press «Ask for a correction», choose the day, give the «Arrival», the «Departure» or «Why not in the office», and the reason. A letter can be attached.",
          "An officer decides. What machines read stays as it is; a correction stands beside it. A month that is locked takes none until an officer unlocks it.",
        ],
      },
      unit: {
        title: "For officers",
        points: [
          "«Recap of a unit» shows a unit’s month, as a file too, and locks it. Thresholds of PP 94/2021 are only shown; nothing is punished by itself.",
          "«Machines and import» takes the files of machines; what is refused is named by the line of the file. «Schedules and terms» has your agency’s shifts and numbers.",
        ],
      },
    },
  },
  pelatihan: {
    title: "Training",
    lead: "Offers, seats, certificates, and the jam pelajaran (JP) of a year (PP 11/2017 article 203).",
    sections: {
      daftar: {
        title: "Registering",
        steps: [
          "Choose a training at «Trainings on offer», then press «Register». Seats go by the order of registration; when they are gone you join the waiting list.",
          "The seat is certain once your direct superior consents. When a free seat is offered to you, press «Take the seat» before its time is over.",
        ],
      },
      hasil: {
        title: "Certificate and JP",
        text: [
          "Afterwards «Your certificate» can be downloaded and checked by its QR. «Your jam pelajaran» shows each year’s JP against the target.",
        ],
      },
      setuju: {
        title: "If you are the superior",
        text: [
          "Registrations of your people are at «Waiting for my decision»: «Consent» or «Do not consent» with a reason, before its time is over.",
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
