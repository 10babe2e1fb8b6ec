/** What the routes of letters read, with session, own record and role item; there is no letter. */
export const readsOfLetters: Readonly<Record<string, number>> = {
  "GET /api/officer/agency/letters": 4,
  // And the letter as it is told: agency, format, post, people, names.
  "POST /api/officer/agency/letters": 8,
  "GET /api/officer/agency/letters/{id}": 4,
  "PATCH /api/officer/agency/letters/{id}": 4,
  "GET /api/officer/agency/letters/{id}/file": 4,
  "POST /api/officer/agency/letters/{id}/send": 4,
  "POST /api/officer/agency/letters/{id}/cancel": 4,
  "POST /api/officer/agency/letters/{id}/withdraw": 4,
  // The counter and the numbers.
  "GET /api/officer/agency/letter-numbers": 5,
  "GET /api/officer/agency/letter-profile": 4,
  // The agency; there is no profile.
  "GET /api/officer/agency/letter-profile/sample": 5,
  "POST /api/officer/agency/letter-profile": 3,
  "GET /api/officer/agency/own-letters": 3,
  "GET /api/officer/agency/own-letters/{id}/file": 3,
  // The agency and the posts in which somebody acts: none.
  "GET /api/officer/agency/letters-to-sign": 4,
  "GET /api/officer/agency/letters-to-sign/{id}": 4,
  "GET /api/officer/agency/letters-to-sign/{id}/file": 4,
  "POST /api/officer/agency/letters-to-sign/{id}/sign": 3,
  "POST /api/officer/agency/letters-to-sign/{id}/return": 3,
};
