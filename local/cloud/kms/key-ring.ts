import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

export type KeySpec = "SYMMETRIC_DEFAULT" | "ECC_NIST_P256" | "HMAC_256";
export type KeyUsage = "ENCRYPT_DECRYPT" | "SIGN_VERIFY" | "GENERATE_VERIFY_MAC";

/** What each kind of key is for. Other specs of AWS are not here: the product uses none. */
export const usageOf: Readonly<Record<KeySpec, KeyUsage>> = {
  SYMMETRIC_DEFAULT: "ENCRYPT_DECRYPT",
  ECC_NIST_P256: "SIGN_VERIFY",
  HMAC_256: "GENERATE_VERIFY_MAC",
};

export interface Key {
  readonly id: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly enabled: boolean;
  /** Base64: 32 bytes of a secret key, PKCS #8 DER of a private key. */
  readonly material: string;
  readonly tags: readonly { readonly TagKey: string; readonly TagValue: string }[];
  /** Milliseconds since 1970; there while the key waits to be deleted. */
  readonly deletionAt?: number | undefined;
}

type KeyState = "Enabled" | "Disabled" | "PendingDeletion";

/** All keys and aliases of the account. */
export class KeyRing {
  readonly #context: CloudContext;
  readonly #keys: Shelf<Key>;
  readonly #aliases: Shelf<string>;

  constructor(context: CloudContext) {
    this.#context = context;
    this.#keys = context.store.shelf("kms-keys");
    this.#aliases = context.store.shelf("kms-aliases");
  }

  arn(resource: string): string {
    return `arn:aws:kms:${this.#context.region}:${this.#context.account}:${resource}`;
  }

  keyArn({ id }: Pick<Key, "id">): string {
    return this.arn(`key/${id}`);
  }

  create({
    id = randomUUID(),
    spec,
    description = "",
    tags = [],
  }: { id?: string } & Pick<Key, "spec"> & Partial<Pick<Key, "description" | "tags">>): Key {
    const key: Key = {
      id,
      spec,
      usage: usageOf[spec],
      description,
      createdAt: this.#context.clock.millis(),
      enabled: true,
      material: newMaterial(spec).toString("base64"),
      tags,
    };
    this.save(key);
    return key;
  }

  save(key: Key): void {
    this.#keys.set(key.id, key);
  }

  all(): Key[] {
    return this.#keys.range().flatMap(([id]) => this.get(id) ?? []);
  }

  /** A key by its bare id; one whose waiting time is over is deleted, as AWS does at that moment. */
  get(id: string): Key | undefined {
    const key = this.#keys.get(id);
    if (key?.deletionAt === undefined || key.deletionAt > this.#context.clock.millis()) return key;
    this.#context.store.transaction(() => {
      for (const alias of this.aliasesOf(key)) this.#aliases.delete(alias);
      this.#keys.delete(id);
    });
    return undefined;
  }

  /**
   * @param keyId id or ARN of a key, name or ARN of an alias
   * @throws AwsError NotFoundException
   */
  find(keyId: string): Key {
    const name = keyId.replace(this.arn(""), "").replace(/^key\//, "");
    const id = name.startsWith("alias/") ? this.#aliases.get(name) : name;
    if (id === undefined)
      throw new AwsError("NotFoundException", `Alias ${this.arn(name)} is not found.`);
    const key = this.get(id);
    if (key) return key;
    const arn = keyId.startsWith("arn:") ? keyId : this.arn(`key/${id}`);
    throw new AwsError("NotFoundException", `Key '${arn}' does not exist`);
  }

  /** The key a caller names, once the caller is allowed the action on it. */
  authorized(
    keyId: string,
    caller: Caller,
    action: string,
    conditions: Record<string, string | string[]> = {},
  ): Key {
    const key = this.find(keyId);
    this.#context.authorize(caller, action, this.keyArn(key), {
      "kms:KeySpec": key.spec,
      "kms:KeyUsage": key.usage,
      "kms:ResourceAliases": this.aliasesOf(key),
      ...(keyId.includes("alias/") ? { "kms:RequestAlias": keyId.replace(this.arn(""), "") } : {}),
      ...conditions,
    });
    return key;
  }

  setAlias(name: string, key: Key): void {
    this.#aliases.set(name, key.id);
  }

  aliases(): [name: string, keyId: string][] {
    return this.#aliases.range();
  }

  aliasesOf({ id }: Pick<Key, "id">): string[] {
    return this.aliases().flatMap(([name, keyId]) => (keyId === id ? [name] : []));
  }

  /**
   * Refuses a key that must not be used now, or not for this.
   * @throws AwsError DisabledException, KMSInvalidStateException, InvalidKeyUsageException
   */
  requireUsable(key: Key, usage: KeyUsage): void {
    const arn = this.keyArn(key);
    const state = keyState(key);
    if (state === "PendingDeletion")
      throw new AwsError("KMSInvalidStateException", `${arn} is pending deletion.`);
    if (state === "Disabled") throw new AwsError("DisabledException", `${arn} is disabled.`);
    if (key.usage !== usage)
      throw new AwsError(
        "InvalidKeyUsageException",
        `${arn} key usage is ${key.usage} which is not valid for the requested operation.`,
      );
  }
}

export function keyState({ enabled, deletionAt }: Key): KeyState {
  if (deletionAt !== undefined) return "PendingDeletion";
  return enabled ? "Enabled" : "Disabled";
}

function newMaterial(spec: KeySpec): Buffer {
  if (spec !== "ECC_NIST_P256") return randomBytes(32);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "der" });
}
