import { expect, test } from "vitest";
import { offerFindings } from "#shared/training/check-offer.ts";
import { closingOf, limitsOf, startOf, trainingOffer } from "#shared/training/training-offer.ts";
import { trainingTermsOn } from "#shared/training/training-terms.ts";
import { anOffer } from "../../support/training.ts";

const now = new Date("2027-02-01T00:00:00Z");
const codesOf = (change: Parameters<typeof anOffer>[0]) =>
  offerFindings(anOffer(change), now).map(({ code }) => code);

test("an offer that is right has no finding, and is kept as it is read", () => {
  expect(offerFindings(anOffer(), now)).toEqual([]);
  expect(trainingOffer.parse(anOffer())).toEqual(anOffer());
});

test("its instants are those of its zone", () => {
  const utc = (zone: "WIB" | "WIT") => [
    startOf(anOffer({ zone })).toISOString(),
    closingOf(anOffer({ zone })).toISOString(),
  ];

  expect(utc("WIB")).toEqual(["2027-03-10T01:00:00.000Z", "2027-03-05T17:00:00.000Z"]);
  expect(utc("WIT")).toEqual(["2027-03-09T23:00:00.000Z", "2027-03-05T15:00:00.000Z"]);
});

test("its register is held to quota, days and the hours of the terms", () => {
  const terms = trainingTermsOn("2027-02-01", "PNS");

  expect(limitsOf(anOffer({ quota: 4 }), terms)).toEqual({
    ...{ quota: 4, unitQuotas: [], offerHours: 48, consentHours: 72 },
    ...{ closesAt: "2027-03-05T16:00:00.000Z", startsAt: "2027-03-10T00:00:00.000Z" },
  });
});

test("all that is wrong with days and sessions is told at once", () => {
  const sessions = [
    { day: "2027-03-10", from: "08:00", until: "12:00", subject: "" },
    { day: "2027-03-10", from: "11:00", until: "11:00", subject: "" },
    { day: "2027-03-13", from: "08:00", until: "12:00", subject: "" },
  ];

  expect(codesOf({ sessions, closesOn: "2027-03-10" })).toEqual([
    ...["closes-after-start", "session-ends-before-it-begins", "session-outside"],
    ...["sessions-meet", "day-without-session"],
  ]);
  expect(codesOf({ until: "2027-03-09", sessions, closesOn: "2027-01-31" })).toEqual(
    expect.arrayContaining(["ends-before-it-begins", "closes-in-past"]),
  );
});

test("seats of units fit into the whole, each unit once, and only of units that may come", () => {
  const unitQuotas = [
    { unit: "Dinas A", seats: 11 },
    { unit: "Dinas A", seats: 1 },
    { unit: "Dinas B", seats: 1 },
  ];
  const conditions = { ...anOffer().programme.conditions, units: ["Dinas A"] };

  expect(codesOf({ unitQuotas, programme: { conditions } })).toEqual([
    ...["unit-quota-above-all", "unit-quota-twice", "unit-quota-not-invited"],
  ]);
});

test("subjects have the JP of the whole, and a golongan is one of BKN's", () => {
  const subjects = [
    { name: "Kebijakan", jp: 8 },
    { name: "Praktik", jp: 11 },
  ];
  const conditions = { ...anOffer().programme.conditions, golongan: ["III/a", "IX", "III/f"] };

  expect(offerFindings(anOffer({ programme: { subjects, conditions } }), now)).toEqual([
    { field: "subjects", code: "jp-of-subjects", measured: 19, limit: 20 },
    { field: "conditions", code: "golongan-unknown", measured: "III/f" },
  ]);
});
