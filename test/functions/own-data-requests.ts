/** Requests to the routes of one's own data, and of what is told to everybody. */
export const ownDataRequests = {
  "POST /api/account/data": () => ({ body: { password: "x", code: "123456" } }),
  "GET /api/account/mails": () => ({}),
  "POST /api/account/mails": () => ({ body: { wish: "daily" } }),
  "GET /api/me/notifications": () => ({}),
  "GET /api/me/scans": () => ({}),
  "GET /api/me/calendar": () => ({ query: { year: "2026" } }),
};
