import { randomBytes, randomUUID } from "node:crypto";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

export interface SecretVersion {
  readonly id: string;
  readonly value: string;
  readonly stages: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly versions: readonly SecretVersion[];
}

/** Which version: one of the two, or both of the same; without either the current one. */
export interface VersionChoice {
  readonly stage?: string | undefined;
  readonly versionId?: string | undefined;
}

/** All secrets of the account, by their name. */
export class Secrets {
  readonly #context: CloudContext;
  readonly #secrets: Shelf<Secret>;

  constructor(context: CloudContext) {
    this.#context = context;
    this.#secrets = context.store.shelf("secrets");
  }

  /** The secret with this name, made with a value when there is none yet. */
  ensure(name: string, makeValue: () => string): Secret {
    const known = this.#secrets.get(name);
    if (known) return known;
    const { region, account } = this.#context;
    const ending = randomBytes(3).toString("hex");
    const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${ending}`;
    this.#secrets.set(name, { name, arn, versions: [] });
    return this.put(arn, makeValue()).secret;
  }

  /** @param id name or ARN. @throws AwsError ResourceNotFoundException */
  find(id: string): Secret {
    const found =
      this.#secrets.get(id) ?? this.#secrets.range().find(([, { arn }]) => arn === id)?.[1];
    if (!found)
      throw new AwsError(
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.",
      );
    return found;
  }

  /** A new current version. The one before becomes the previous one; older ones lose their stage and are gone. */
  put(
    id: string,
    value: string,
    versionId: string = randomUUID(),
  ): { secret: Secret; version: SecretVersion } {
    const secret = this.find(id);
    const before = secret.versions.find(({ stages }) => stages.includes("AWSCURRENT"));
    const createdAt = this.#context.clock.millis();
    const version = { id: versionId, value, stages: ["AWSCURRENT"], createdAt };
    const previous = before ? [{ ...before, stages: ["AWSPREVIOUS"] }] : [];
    const next = { ...secret, versions: [version, ...previous] };
    this.#secrets.set(secret.name, next);
    return { secret: next, version };
  }

  /** @throws AwsError ResourceNotFoundException when the secret has no such version */
  version(id: string, { stage, versionId }: VersionChoice): SecretVersion {
    const wanted = stage ?? (versionId ? undefined : "AWSCURRENT");
    const found = this.find(id).versions.find(
      (each) => (!versionId || each.id === versionId) && (!wanted || each.stages.includes(wanted)),
    );
    if (!found)
      throw new AwsError(
        "ResourceNotFoundException",
        `Secrets Manager can't find the specified secret value for ${wanted ? `staging label: ${wanted}` : `VersionId: ${versionId}`}`,
      );
    return found;
  }
}
