import type { GuideOffice } from "../id/guide-office.ts";

export const en: GuideOffice = {
  petugas: {
    title: "For personnel officers",
    lead: "Petugas change records, penyetuju decide, auditors read. Nobody decides what they asked for themselves.",
    sections: {
      beranda: {
        title: "What waits for you",
        picture: "«Home» of an officer: what waits, and the data’s quality.",
        text: [
          "«Home» names all that waits, the most urgent first, and the «Data-quality board» shows where most is missing. Other pages are below «More».",
        ],
      },
      pegawai: {
        title: "Finding and changing records",
        picture: "A change of a record before it is saved: old and new side by side.",
        steps: [
          "In «Employees», search by name, NIP, unit or another filter, then open the record.",
          "Change fields, name what the change rests on (the decree), see old and new side by side, then save. What decides about the card and the status is decided by a second person.",
          "A change with a TMT to come is noted as a decree: it takes effect by itself at 00.00 of its TMT.",
          "If another officer changed the record first, their change is shown; nothing you typed is lost.",
        ],
      },
      antrean: {
        title: "Requests, photos and approvals",
        points: [
          "«Requests of people»: read what is asked for and its files, then approve, reject with a reason, or ask a question. The limit is 3×24 hours.",
          "«Review of photos»: photos whose dress, pose or likeness only people can judge.",
          "«Approvals»: what other officers asked for and waits for a second person.",
        ],
      },
      akun: {
        title: "Accounts of people",
        text: [
          "Phone lost, address wrong, account frozen: the steps at the desk are on the record, in the section of the account, and on the page «Lost phone? Steps of officers». «Accounts that need attention» gathers accounts that are not active or whose mail does not arrive.",
        ],
      },
      banyak: {
        title: "Many people at once",
        points: [
          "«Import employees»: an Excel or CSV file is checked on your device first, row by row, before it is sent.",
          "«Export»: the people that a filter finds, in one file.",
          "«Print cards and letters»: cards or activation letters of a unit as PDF.",
          "Units: add, rename, join, move or close them; their people follow.",
        ],
      },
      layanan: {
        title: "Deciding posts, calendar, announcements",
        points: [
          "«Deciding officials»: which posts advise and decide, and who acts in them, also for their holder (Plh. and Plt.).",
          "«Agency calendar»: regional holidays and the days of a week.",
          "«Announcements»: circulars, schedules, rules and results, with a PDF where needed.",
          "«Contact updates»: asking a group of people for address and phone number, until a last day that you set.",
        ],
      },
    },
  },
  operator: {
    title: "For operators",
    lead: "Operators keep agencies, roles and the look of the cards; they change no records.",
    sections: {
      peran: {
        title: "Roles and agencies",
        picture: "The page of roles: what another operator asked for waits for a decision.",
        points: [
          "Roles are given and taken by two operators: one asks, the other approves. Once approved it holds at once.",
          "On an agency’s page: its name, time zone and emblem.",
          "The template’s preview shows cards with the hardest names and posts.",
        ],
      },
      bantuan: {
        title: "When somebody reports a failure",
        text: [
          "Ask for the reference code that is shown with the message: by it the service’s logs are found, without a name or NIP.",
        ],
      },
    },
  },
};
