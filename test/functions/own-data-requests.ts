/** Requests to the routes of one's own data. */
export const ownDataRequests = {
  "POST /api/account/data": () => ({ body: { password: "x", code: "123456" } }),
  "GET /api/account/mails": () => ({}),
  "POST /api/account/mails": () => ({ body: { wish: "daily" } }),
};
