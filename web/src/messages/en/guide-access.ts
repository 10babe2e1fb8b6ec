import type { GuideAccess } from "../id/guide-access.ts";

export const en: GuideAccess = {
  aktivasi: {
    title: "Activating the account",
    lead: "Once only, before the first login. PPPK who have never signed in begin here, too.",
    sections: {
      siapkan: {
        title: "Have at hand",
        points: [
          "Your NIP or NI PPPK, 18 digits.",
          "The e-mail address in your personnel record (SIASN), which you can open.",
          "A phone with an authenticator app: Google Authenticator, Microsoft Authenticator or another TOTP app. The phone sets its clock automatically; any time zone will do.",
        ],
      },
      sandi: {
        title: "Making a password",
        picture:
          "The page «Forgotten password / activation» on a phone: fields for the NIP and the captcha, and the button «Check».",
        steps: [
          "On the login page choose «Forgotten password / activation». Type your NIP and the captcha, then press «Check».",
          "Type the e-mail address exactly as it is registered, then press «Send».",
          "Open your mail, the spam folder as well. Type the code of 6 digits and the new password twice: at least 12 characters with capital and small letters, digits and symbols. Press «Reset password».",
        ],
      },
      autentikator: {
        title: "Setting up the authenticator",
        steps: [
          "Sign in with your NIP and the new password. You come to «Set up an authenticator on your phone» by yourself.",
          "Scan the QR code with the app. If the app is on the same device, press «Open in the authenticator app» or «Copy the key».",
          "Type the 6 digits that appear into «One-time code», a name into «Device Name», then press «Submit».",
          "Print or keep the ten recovery codes, away from the phone: they are shown only once. Press «I have kept them, log in».",
        ],
      },
      surel: {
        title: "Registered address wrong or missing",
        text: [
          "No code arrives? The page answers alike for right and wrong addresses, on purpose. Go to your agency’s personnel office (BKPSDM) with an identity card: one officer changes the address, another one approves it.",
          "While your agency has «Contact updates» open, the address and phone number can be given there without signing in, until the last day it names.",
        ],
      },
    },
  },
  masuk: {
    title: "Signing in",
    lead: "Each time: NIP, password, and a code from the phone.",
    sections: {
      login: {
        title: "With the password",
        picture:
          "The page «Sign in with your account» on a phone: fields for NIP and password, «Remember me», and the button «Sign in».",
        steps: [
          "Check the site’s address. Open «Sign in with your account», type your NIP and password, then press «Sign in». «Remember me» keeps the NIP alone, on that device.",
          "Open the authenticator app, type the 6 digits for this account, then press «Sign in».",
        ],
      },
      qr: {
        title: "On a computer, with the phone",
        steps: [
          "On the computer choose «Sign in with a QR code». On the phone, sign in to this site first.",
          "Point the phone’s camera at the QR code on the computer, then open the link.",
          "On the phone type the number that the computer shows and the authenticator’s code, then press «Let it sign in». For work as an officer or operator, sign in on the computer with the password.",
        ],
      },
      gagal: {
        title: "Codes always refused?",
        points: [
          "Switch automatic time on in the phone’s settings, close the authenticator app and open it again, then use the next code. A code that was used cannot be used again.",
          "After five wrong codes the step begins anew, from the login.",
          "Each failure shows a reference code. Quote it when you ask for help.",
        ],
      },
      keluar: {
        title: "Signing out",
        text: [
          "Press «Sign out» on devices that others use, too. Before a session ends by itself the page asks; press «Stay signed in» if you are still at work.",
        ],
      },
    },
  },
  pemulihan: {
    title: "Forgotten password, lost phone",
    lead: "You restore the password yourself; the authenticator with a recovery code, or at the desk.",
    sections: {
      sandi: {
        title: "Forgotten password",
        text: [
          "Use «Forgotten password / activation» on the login page, as for the activation. Your authenticator stays valid.",
        ],
      },
      ponsel: {
        title: "Phone lost, broken or replaced",
        steps: [
          "Is there another phone with the same authenticator? Use its code.",
          "Do you have a recovery code? Sign in with the password, choose «Lost phone? Use a recovery code», type one code, then press «Remove the old authenticator». Sign in once more and set up a new authenticator.",
          "None left? Go to BKPSDM with your original identity card. Two officers look at your request; then set up the authenticator on the new phone.",
        ],
      },
      dicuri: {
        title: "Somebody else may be using the account",
        points: [
          "Still signed in? In «Account», section «Freeze the account», press «Freeze my account». Nobody can sign in any more, you included, until BKPSDM opens it.",
          "A mail about a reset that you did not ask for has a link that cancels it.",
          "Officers never ask for your password or your authenticator’s code.",
        ],
      },
    },
  },
  akun: {
    title: "Your account and your data",
    lead: "What opens your account, and all that is kept about you.",
    sections: {
      akun: {
        title: "The page «Account»",
        picture: "The page «Account»: password, authenticator and e-mail address.",
        points: [
          "Change the password, the e-mail address and the phone number. A new address is proved with a code; a new number holds after 24 hours.",
          "«Make new recovery codes» and «Replace the authenticator», for example before you change phones.",
          "«Devices» shows where your account is signed in; «Sign out all other devices» ends the others.",
          "«Account history» records each event, and who did it.",
        ],
      },
      data: {
        title: "The page «My data»",
        picture: "The page «My data» with the record and the button that reports what is wrong.",
        points: [
          "All of your record is here. By UU 27/2022 you may see it, ask for corrections, and have a copy.",
          "«Ask for a copy» makes one file of all your data.",
          "«Your card’s QR code», «Your NIP when the card is checked» and «Scans» set and show how the card is checked.",
        ],
      },
    },
  },
};
