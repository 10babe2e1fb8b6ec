/** CloudFormation's intrinsic functions. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
import type { VersionChoice } from "../secretsmanager/secrets.ts";
import type { Json, Template } from "./read-assembly.ts";

/** Where the names of a template get their values. */
export interface Scope {
  readonly template: Template;
  /** Of a resource, parameter or pseudo parameter; undefined is AWS::NoValue. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json;
  importValue(exportName: string): Json;
  stackOutput(stackName: string, outputName: string): Json;
  /** A version of a secret. @throws when there is none */
  secret(id: string, choice: VersionChoice): string;
}

type Intrinsic = (argument: Json, scope: Scope) => Json | undefined;

/**
 * A template's value with every intrinsic function replaced by what it gives. Members and list items
 * that give AWS::NoValue are left out.
 * @throws Error for a function it does not know
 */
export function resolve(value: Json, scope: Scope): Json | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const resolved = resolve(item, scope);
      return resolved === undefined ? [] : [resolved];
    });
  }
  if (typeof value === "string") return dynamicReference(value, scope);
  if (value === null || typeof value !== "object") return value;
  const call = intrinsicCall(value);
  if (call) {
    const run = intrinsics[call.name];
    if (!run) throw new Error(`The embedded cloud does not know ${call.name}.`);
    return run(call.argument, scope);
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const resolved = resolve(member, scope);
      return resolved === undefined ? [] : [[name, resolved]];
    }),
  );
}

/** The call an object stands for: it has one member, named Ref, Condition or Fn::…. */
function intrinsicCall(value: Record<string, Json>): { name: string; argument: Json } | undefined {
  const [only, ...others] = Object.entries(value);
  if (!only || others.length > 0) return undefined;
  const [name, argument] = only;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument } : undefined;
}

/** Whether a named condition of the template holds. */
export function conditionHolds(name: string, scope: Scope): boolean {
  const condition = scope.template.Conditions?.[name];
  if (condition === undefined) throw new Error(`There is no condition ${name}.`);
  return truth(condition, scope);
}

/** `${Name}`, `${Name.Attribute}` and `${!literal}` of Fn::Sub. */
const substitution = /\$\{(!?)([^}]+)\}/g;

/** "Table.Arn" or ["Table", "Arn"]. An attribute's name may have dots of its own. */
function attributeName(argument: Json): [logicalId: string, attribute: string] {
  const [logicalId, ...rest] = Array.isArray(argument)
    ? argument.map(String)
    : String(argument).split(".");
  return [logicalId ?? "", rest.join(".")];
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(String(name)),
  "Fn::GetAtt": (argument, scope) => {
    const [logicalId, attribute] = attributeName(argument);
    return scope.attribute(logicalId, attribute);
  },
  "Fn::ImportValue": (name, scope) => scope.importValue(text(name, scope)),
  "Fn::GetStackOutput": (argument, scope) => {
    const { StackName, OutputName } = record(argument);
    return scope.stackOutput(text(StackName, scope), text(OutputName, scope));
  },
  "Fn::Join": (argument, scope) => {
    const [separator = "", parts = []] = list(argument);
    const whole = list(resolve(parts, scope)).map(String).join(String(separator));
    return dynamicReference(whole, scope);
  },
  "Fn::Split": (argument, scope) => {
    const [separator = "", whole = ""] = list(argument);
    return text(whole, scope).split(String(separator));
  },
  "Fn::Select": (argument, scope) => {
    const [index = 0, from = []] = list(argument);
    const selected = list(resolve(from, scope))[Number(resolve(index, scope))];
    if (selected === undefined) throw new Error(`Fn::Select: there is no item ${index}.`);
    return selected;
  },
  "Fn::Sub": (argument, scope) => {
    const [pattern = "", names = {}] = Array.isArray(argument) ? argument : [argument];
    return String(pattern).replace(substitution, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const own = record(names)[name];
      if (own !== undefined) return text(own, scope);
      return String(name.includes(".") ? scope.attribute(...attributeName(name)) : scope.ref(name));
    });
  },
  "Fn::If": (argument, scope) => {
    const [condition = "", yes = null, no = null] = list(argument);
    return resolve(conditionHolds(String(condition), scope) ? yes : no, scope);
  },
  "Fn::FindInMap": (argument, scope) => {
    const [map = "", first = "", second = ""] = list(resolve(argument, scope)).map(String);
    const found = scope.template.Mappings?.[map]?.[first]?.[second];
    if (found === undefined) throw new Error(`There is no ${map}.${first}.${second} to find.`);
    return found;
  },
};

function truth(condition: Json, scope: Scope): boolean {
  const [[name, argument] = ["", null]] = Object.entries(record(condition));
  switch (name) {
    case "Condition":
      return conditionHolds(String(argument), scope);
    case "Fn::Equals": {
      const [left, right] = list(argument).map((side) => JSON.stringify(resolve(side, scope)));
      return left === right;
    }
    case "Fn::Not":
      return !list(argument).every((each) => truth(each, scope));
    case "Fn::And":
      return list(argument).every((each) => truth(each, scope));
    case "Fn::Or":
      return list(argument).some((each) => truth(each, scope));
    default:
      throw new Error(`The embedded cloud does not know the condition ${name}.`);
  }
}

/** A whole secret by its ARN, "{{resolve:secretsmanager:ARN:SecretString::STAGE:VERSION}}"; members of JSON are not known. */
const secretReference =
  /^\{\{resolve:secretsmanager:(arn:(?:[^:}]*:){5}[^:}]+):SecretString::([^:}]*):([^:}]*)\}\}$/;

function dynamicReference(value: string, scope: Scope): Json {
  // Fn::Join puts one together from parts.
  if (!/\{\{resolve:.*\}\}/.test(value)) return value;
  const [, secretId, stage, versionId] = secretReference.exec(value) ?? [];
  if (!secretId) {
    throw new Error(`The embedded cloud does not know the dynamic reference ${value}.`);
  }
  return scope.secret(secretId, { stage, versionId });
}

function text(value: Json | undefined, scope: Scope): string {
  const resolved = value === undefined ? undefined : resolve(value, scope);
  if (typeof resolved !== "string") {
    throw new Error(`${JSON.stringify(value)} should be a string.`);
  }
  return resolved;
}

function list(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw new Error(`${JSON.stringify(value)} should be a list.`);
  return value;
}

function record(value: Json): Record<string, Json> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Error(`${JSON.stringify(value)} should be an object.`);
  }
  return value;
}
