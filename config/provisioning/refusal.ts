/** Why the directory may not do this; what it is called on the wire is not said here. */
export type ProvisioningFault = "taken" | "unknown" | "changed" | "protected" | "invalid";

/** Something that a directory asked for and the desk does not do. */
export class ProvisioningRefusal extends Error {
  override readonly name = "ProvisioningRefusal";
  readonly why: ProvisioningFault;

  constructor(why: ProvisioningFault, message: string) {
    super(message);
    this.why = why;
  }
}
