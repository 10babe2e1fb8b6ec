/** Requests to the routes of one's own data and of what is wrong in it. */
export const correctionRequests = (employeeId: string) => ({
  "POST /api/account/data": () => ({ body: { password: "x", code: "123456" } }),
  "GET /api/account/mails": () => ({}),
  "POST /api/account/mails": () => ({ body: { wish: "daily" } }),
  "GET /api/account/corrections": () => ({}),
  "POST /api/account/corrections": () => ({
    body: { field: "birthPlace", right: "Cirebon", note: "Akta kelahiran" },
  }),
  "GET /api/officer/corrections": () => ({}),
  "GET /api/officer/corrections/waiting": () => ({}),
  "POST /api/officer/corrections/answer": () => ({
    body: {
      ...{ employeeId, field: "birthPlace", id: "cor_1", outcome: "refused" },
      reason: "Sesuai akta",
    },
  }),
});
