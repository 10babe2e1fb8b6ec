import type { GuideCard } from "../id/guide-card.ts";

export const en: GuideCard = {
  tujuan: {
    title: "What the card is for",
    lead: "The Virtual ASN Card is the identity of civil servants (PNS and PPPK), drawn by itself from the record and one photo.",
    sections: {
      kegunaan: {
        title: "What for",
        points: [
          "It belongs to the papers of a civil servant’s career, and identifies its holder to whoever asks. Circular 16 of 2022 of the Head of BKN has the guidelines for its issue and use.",
          "It shows the name, NIP or NI PPPK, photo, serial number, check code and QR code. Cards of PNS go from red to purple, those of PPPK from turquoise to purple.",
          "Nobody applies for a card: it is made once your photo is used, and again by itself whenever the record changes.",
        ],
      },
      berlaku: {
        title: "How long it is valid",
        points: [
          "For as long as you are PNS or PPPK. It ends by itself with the employment, for example on the last day of a contract.",
          "A lost card costs nothing: download or print it again.",
          "Nobody has to download or print it. What counts is not the picture, but the answer when its QR code is checked.",
        ],
      },
    },
  },
  membuat: {
    title: "Making the card",
    lead: "All you do is the photo. The card draws itself.",
    sections: {
      foto: {
        title: "Changing the photo",
        picture:
          "The photo studio at «1. Frame»: a photo in the frame, with lines for eyes and head.",
        steps: [
          "Sign in, and on the card’s page press «Choose a photo»; with a card already there, «Change photo».",
          "Look at «Examples of good and bad photos»: a portrait in colour, well lit, not blurred; khaki, batik or plain white clothes with all ASN attributes; the body turned slightly to the right.",
          "Press «Choose a photo» or «Take a photo». JPEG, PNG or WebP from anywhere will do: the photo studio makes a PNG of 450 × 575 pixels of it.",
          "In «1. Frame», move and enlarge until the eyes are on the dashed line.",
          "In «2. Background», remove the background, and tidy up with the brush where needed.",
          "In «3. Check», see which rules are met and which are not yet, then press «Send to be checked».",
          "Once the photo is accepted, look at the card’s preview, portrait and landscape. Nothing changes until you press «Use this photo».",
        ],
      },
      ditolak: {
        title: "Photo refused?",
        picture:
          "A photo that was refused: the rule that is not met, what was measured, and the button «Fix it in the photo studio».",
        text: [
          "Each rule that is not met is named with what was measured and how to mend it. Press «Fix it in the photo studio», or choose another photo.",
          "You can ask for an officer to look at a photo that is refused again and again: see the chapter on requests. Do not upload your face to somebody else’s site that removes backgrounds; the photo studio does it on your own device.",
        ],
      },
      data: {
        title: "Something on the card is wrong?",
        text: [
          "The card always follows the record. Ask for the change, or report what is wrong, by «Propose or report it» on the card’s page. Once the record is mended, the new card appears by itself.",
        ],
      },
    },
  },
  unduh: {
    title: "Showing, downloading and printing",
    lead: "Show the card on your phone, or take it along as a file or on paper.",
    sections: {
      tunjukkan: {
        title: "Showing the card",
        picture:
          "The card’s page on a phone: the card in portrait, buttons for shape and side, and «Full screen».",
        steps: [
          "Open the card’s page. Choose «Portrait» or «Landscape», and «Front» or «Back».",
          "Press «Full screen» when the card is to be scanned: its QR code becomes large, and the screen stays on.",
          "Without the network the last card still shows on a device that has opened it before, for at most 30 days, until you sign out.",
        ],
      },
      berkas: {
        title: "Downloading and printing",
        picture: "The menu «Download or print» opened, with four files and «Print».",
        steps: [
          "On the card’s page, open «Download or print».",
          "Choose «Download front (PNG)», «Download back (PNG)», «Download PDF (card)», or «Download PDF (A4)» with both sides and lines to cut along.",
          "«Print» prints at the true size, 85.60 × 53.98 mm. Switch scaling off in the print dialog.",
        ],
      },
      hilang: {
        title: "Lost a printed card or its picture?",
        text: [
          "In «My data», press «Pause the QR code» while you look for it, or «Replace the QR code». Once it is replaced, all old prints and files are answered with «Replaced» for ever, and a new card is made by itself.",
        ],
      },
    },
  },
  pindai: {
    title: "Scanning and checking a card",
    lead: "Anyone can check a card with their own phone, without an account or an app.",
    sections: {
      periksa: {
        title: "Checking a card",
        steps: [
          "Scan the QR code on the card with your phone’s camera.",
          "Compare the address in the browser with the official one that is printed on the back of the card.",
          "Answer the captcha, then press «Check».",
          "Compare the name and photo of the result with the person in front of you. The picture of a card alone proves nothing.",
        ],
      },
      nomor: {
        title: "QR code unreadable, or no network",
        text: [
          "Open the official address, add /en/periksa, and type «Nomor Seri (serial number)» and «Kode Periksa (check code)» from the front of the card.",
          "The page /en/pindai also checks the signature of the QR code without the network, once you have pressed «Prepare now» while there is one. Such a result has no photo.",
        ],
      },
      hasil: {
        title: "What the results mean",
        picture: "The result «Valid» with the photo, the name and the NIP masked.",
        points: [
          "«Valid»: the card is valid at that moment. Accept it if the face is the same.",
          "«Suspended», «Not valid yet», «Ended»: do not accept it as an identity.",
          "«Replaced»: ask the holder to open the newest card.",
          "«Unknown»: do not accept it, and report it to BKPSDM.",
        ],
      },
      jejak: {
        title: "What holder and checker see",
        text: [
          "Who checks sees the NIP masked. If a service needs the whole NIP, the holder opens it for an hour in «My data» with «Open the NIP for an hour».",
          "The holder sees when and from which region the card was checked in the last 90 days, in «My data», section «Scans». Who checked is not recorded.",
        ],
      },
    },
  },
};
