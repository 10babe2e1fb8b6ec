/** Session, own record, with a role its item, and the agency's list, where it is looked at; a reader or a letter adds none. */
export const readsOfAnnouncements: Readonly<Record<string, number>> = {
  "GET /api/officer/agency/announcements": 4,
  // And its request's own item.
  "POST /api/officer/agency/announcements": 5,
  // And the agency's people are counted, by kind and by parts of the index.
  "POST /api/officer/agency/announcements/preview": 13,
  "GET /api/officer/agency/announcements/attachment": 4,
  "POST /api/officer/agency/announcements/end": 4,
  "GET /api/officer/agency/announcements/circular": 4,
  "POST /api/officer/agency/announcements/circular/preview": 4,
  "GET /api/me/announcements": 3,
  "GET /api/me/announcements/attachment": 3,
  "GET /api/me/announcements/circular": 3,
  "POST /api/me/announcements/read": 3,
};
