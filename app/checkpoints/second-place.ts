import type { Checkpoint } from '#db/store.ts'

/** Where checkpoints are kept out of reach of whoever can write the database. Throws when one did not arrive there for good. */
export type SecondPlace = { ship(checkpoint: Checkpoint): Promise<void>; close(): Promise<void> }

/** Several places as one: a checkpoint has arrived when it has arrived in each. */
export const everyPlace = (places: readonly SecondPlace[]): SecondPlace => ({
  ship: async (checkpoint) => {
    for (const place of places) await place.ship(checkpoint)
  },
  close: async () => void (await Promise.all(places.map((place) => place.close()))),
})
