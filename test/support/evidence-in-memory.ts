import type {
  EvidenceFiles,
  EvidenceName,
  KeptName,
  StoredEvidence,
} from "#shared/evidence/evidence.ts";

type UploadName = Parameters<EvidenceFiles["readUpload"]>[0];

/** The evidence bucket without S3; runs the same contract test (evidence-bucket-contract.ts). */
export class EvidenceInMemory implements EvidenceFiles {
  /** By "{person}/{upload}", as a browser sends them. */
  readonly uploads = new Map<string, Buffer>();
  readonly #files = new Map<string, StoredEvidence>();

  async uploadForm({ employeeId, upload }: UploadName) {
    return { url: "https://evidence.example/", fields: { key: `${employeeId}/${upload}` } };
  }

  async readUpload({ employeeId, upload }: UploadName): Promise<Buffer | undefined> {
    return this.uploads.get(`${employeeId}/${upload}`);
  }

  async put(name: KeptName, evidence: StoredEvidence): Promise<void> {
    this.#files.set(keyOf(name), evidence);
  }

  async read(name: KeptName): Promise<StoredEvidence | undefined> {
    return this.#files.get(keyOf(name));
  }

  async link(name: EvidenceName): Promise<string> {
    return `https://evidence.example/${keyOf(name)}`;
  }
}

const keyOf = (name: KeptName) =>
  `${"instansiId" in name ? name.instansiId : name.employeeId}/${name.file}`;
