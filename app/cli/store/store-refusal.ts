/** Why a command of the store did not do it, in a sentence for the operator. `code`: 1 what it looked at is not sound, 2 nothing could be done. */
export class StoreRefusal extends Error {
  readonly code: 1 | 2

  constructor(code: 1 | 2, message: string) {
    super(message)
    this.code = code
  }
}
