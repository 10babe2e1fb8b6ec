/** Encrypts what must be stored but not be readable. A text can only be opened for the owner for whom it was sealed. */
export interface Seals {
  /** @param text at most 4 KiB, the limit of KMS Encrypt */
  seal(ownerId: string, text: string): Promise<string>;
  /** @throws when it was sealed for another owner, or by another key */
  open(ownerId: string, sealed: string): Promise<string>;
}
