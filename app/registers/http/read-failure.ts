/** There is no answer: `again` says whether another try could help. The message never holds a value or a person. */
export class NoAnswer extends Error {
  readonly again: boolean

  constructor(message: string, again: boolean) {
    super(message)
    this.again = again
  }
}

/** There is an answer that can't be. Nothing of it is used, and asking again would not make it better. */
export class WrongAnswer extends Error {}
