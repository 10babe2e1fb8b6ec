/** What the routes of agencies and calendars read, with session, own record and, of officers and operators, role item. */
export const readsOfAgencies: Readonly<Record<string, number>> = {
  // The agency as it was seen is not there any more; of one that is added, whether another one has the name.
  "PATCH /api/operator/agencies/{id}": 4,
  "POST /api/operator/agencies": 4,
  // The agency, whose name never changed.
  "GET /api/operator/agencies/{id}/names": 4,
  "POST /api/operator/agencies/{id}/names": 4,
  "GET /api/operator/agencies/{id}/history": 4,
  "GET /api/officer/agency/names": 4,
  "GET /api/officer/agency/history": 4,
  "GET /api/officer/agency": 4,
  "POST /api/officer/agency/changes": 4,
  "GET /api/officer/agency/changes/{id}/faces/{face}": 4,
  // The agency's, and those of the year and the next, by one reading.
  "GET /api/me/calendar": 3,
  // The agency's and the year's; no unit or person stands in it.
  "GET /api/officer/agency/calendar": 5,
  "PATCH /api/officer/agency/calendar": 4,
  // The rules; of a machine that is not there.
  "GET /api/officer/agency/attendance/rules": 4,
  "POST /api/officer/agency/attendance/rules": 4,
  "POST /api/officer/agency/attendance/pins": 4,
  "POST /api/officer/agency/attendance/readings": 4,
  // The agency's gates: none. The phone before.
  "GET /api/officer/agency/attendance/gate-keys": 4,
  "POST /api/officer/agency/attendance/gate-readings": 4,
  "POST /api/officer/agency/own-presence-key": 3,
  // The unit's people and their records; rules, two months, leave; calendars.
  "GET /api/officer/agency/attendance/recap": 10,
  "GET /api/officer/agency/attendance/sheet": 11,
  "GET /api/officer/agency/attendance/people/{id}": 9,
  "GET /api/officer/agency/own-attendance": 7,
  // Beside them the month and the one before of each of eleven people.
  "POST /api/officer/agency/attendance/closings": 34,
  // As it was seen, and as it is then.
  "POST /api/officer/agency/attendance/people/{id}/corrections": 16,
  "POST /api/officer/agency/attendance/people/{id}/openings": 16,
  // The training, which is not there; or all.
  "GET /api/officer/agency/trainings": 4,
  "GET /api/officer/agency/trainings/{id}": 4,
  "POST /api/officer/agency/trainings": 3,
  "PATCH /api/officer/agency/trainings/{id}": 4,
  "POST /api/officer/agency/trainings/{id}/places": 4,
  "GET /api/officer/agency/trainings/{id}/results": 4,
  "POST /api/officer/agency/trainings/{id}/results": 4,
  "POST /api/officer/agency/trainings/{id}/attendance": 4,
  // The unit's people and their records; what each of its eleven has learnt.
  "GET /api/officer/agency/learning": 18,
  // The posts in which somebody acts: none.
  "GET /api/officer/agency/training-consents": 3,
  // Whose it is, and who decides for the agency.
  "POST /api/officer/agency/training-consents/{id}": 5,
  "GET /api/me/trainings/{id}/certificate": 3,
  "GET /api/me/learning": 3,
  "GET /api/me/trainings": 3,
  "GET /api/me/training-places": 3,
  // With what else its reader has to do on these days, and has learnt.
  "GET /api/me/trainings/{id}": 6,
  "POST /api/me/trainings/{id}/place": 6,
};
