/** Requests to the routes of one's own data, and of what is told to everybody. */
export const ownDataRequests = {
  "POST /api/account/data": () => ({ body: { password: "x", code: "123456" } }),
  "GET /api/account/mails": () => ({}),
  "POST /api/account/mails": () => ({ body: { wish: "daily" } }),
  "GET /api/me/notifications": () => ({}),
  "GET /api/me/scans": () => ({}),
  "GET /api/me/calendar": () => ({ query: { year: "2026" } }),
  "GET /api/me/trainings": () => ({}),
  "GET /api/me/training-places": () => ({}),
  "GET /api/me/trainings/{id}": () => ({ path: "/api/me/trainings/trn_1" }),
  "GET /api/me/trainings/{id}/certificate": () => ({ path: "/api/me/trainings/trn_1/certificate" }),
  "GET /api/me/learning": () => ({}),
  "POST /api/me/trainings/{id}/place": () => ({
    ...{ path: "/api/me/trainings/trn_1/place", body: { act: "join" } },
  }),
};
