/** The alarms of the templates, as the embedded cloud reads them. */
import * as z from "zod";
import {
  type AlarmDefinition,
  alarmProperties,
  readAlarm,
} from "../../local/cloud/cloudwatch/alarm-definition.ts";

/** A resource of a template. */
interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** What a dimension names: a function by its folder, everything else by its logical id. */
export function templateAlarms(resources: readonly Resource[]): AlarmDefinition[] {
  const folders = functionFolders(resources);
  return resources
    .filter(({ Type }) => Type === "AWS::CloudWatch::Alarm")
    .map(({ id, Properties }) => {
      const properties = JSON.parse(JSON.stringify(Properties), (_, value: unknown) =>
        named(value, folders),
      );
      return readAlarm(alarmProperties(properties).parse(properties), id);
    });
}

/** The folders of our functions by their logical ids. */
export function functionFolders(resources: readonly Resource[]): Map<string, string> {
  const found = resources.flatMap(({ id, Properties }) => {
    const [, folder] = /^functions\/(.+)$/.exec(String(Properties.Description)) ?? [];
    return folder === undefined ? [] : [[id, folder] as const];
  });
  return new Map(found);
}

const reference = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) })
    .transform((each) => each["Fn::GetAtt"][0]),
  z.strictObject({ "Fn::ImportValue": z.string() }).transform((each) => each["Fn::ImportValue"]),
  z
    .strictObject({ "Fn::GetStackOutput": z.object({ OutputName: z.string() }) })
    .transform((each) => each["Fn::GetStackOutput"].OutputName),
]);

/** A reference of a template becomes the name of what it refers to. */
function named(value: unknown, folders: ReadonlyMap<string, string>): unknown {
  const { data } = reference.safeParse(value);
  return data === undefined ? value : (folders.get(data) ?? data);
}
