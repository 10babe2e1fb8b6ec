/** A file is not a model that we can run. It is always our own fault: models travel with the code. */
export class WrongModel extends Error {
  override readonly name = "WrongModel";
}
