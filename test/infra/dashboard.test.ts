import { expect, test } from "vitest";
import { ofType, ourFunctions, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const [dashboard, ...others] = ofType(resources, "AWS::CloudWatch::Dashboard");
const body = JSON.stringify(dashboard?.Properties.DashboardBody);

test("one dashboard shows what everybody experiences", () => {
  expect(others).toEqual([]);
  for (const who of ["Whoever signs in", "Holders", "Verifiers", "Officers and operators"]) {
    expect(body).toContain(who);
  }
  // Calls around the firewall have no alarm, because a stranger could ring it.
  expect(body).toContain("site-bypassed");
  for (const metric of ["Latency", "5xx", "Throttles", "ApproximateAgeOfOldestMessage"]) {
    expect(body).toContain(metric);
  }
});

test("every queue that a function works off is on it, with the age of its oldest message", () => {
  const worked = ofType(resources, "AWS::SQS::Queue").filter(
    ({ Properties }) => "RedrivePolicy" in Properties,
  );
  expect(worked.length).toBeGreaterThan(5);
  for (const { id } of worked) expect(body).toContain(id);
});

test("every function that somebody waits for is on it, and the alarms of its stack", () => {
  const jobs = [
    ...["calendar", "contact-changer", "history-guard", "history-sealer", "leaver-eraser"],
    ...["reconciler", "status-publisher"],
  ];
  for (const [name, { id }] of ourFunctions(resources)) {
    if (!jobs.includes(name)) expect(body).toContain(id);
  }
  const alarms = ofType(resources, "AWS::CloudWatch::Alarm").filter(
    ({ stack }) => stack === dashboard?.stack,
  );
  expect(alarms.length).toBeGreaterThan(20);
  for (const { id } of alarms) expect(body).toContain(id);
});
