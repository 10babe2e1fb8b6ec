/** The alarms of the templates, as the embedded cloud reads them. */
import {
  type AlarmDefinition,
  alarmProperties,
  readAlarm,
} from "../../local/cloud/cloudwatch/alarm-definition.ts";
import { type Json, ofType, type Resource } from "../../test/infra/templates.ts";

/** What a dimension names: a function by its folder, everything else by its logical id. */
export function templateAlarms(resources: readonly Resource[]): AlarmDefinition[] {
  const folders = new Map(
    ofType(resources, "AWS::Lambda::Function").map(({ id, Properties }) => [
      id,
      String(Properties.Description ?? id).replace(/^functions\//, ""),
    ]),
  );
  return ofType(resources, "AWS::CloudWatch::Alarm").map(({ id, Properties }) => {
    const properties = JSON.parse(JSON.stringify(Properties), (_, value: Json) =>
      named(value, folders),
    );
    return readAlarm(alarmProperties(properties).parse(properties), id);
  });
}

/** A reference of a template becomes the name of what it refers to. */
function named(value: Json, folders: ReadonlyMap<string, string>): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { Ref, "Fn::GetAtt": attribute, "Fn::ImportValue": imported } = value;
  const id = Ref ?? (Array.isArray(attribute) ? attribute[0] : imported);
  return typeof id === "string" ? (folders.get(id) ?? id) : value;
}
