import type { Post } from '#app/kernel/definition/surroundings.ts'
import type { StoredPerson } from '#db/store.ts'

import { Dice } from './dice.ts'
import { personName } from './names.ts'

/** Its own dice, so that a new post changes nobody else's life. */
const SEED = 6_174

/**
 * The people who fill the posts that nobody sits at yet, so that the demonstration's offices are as well staffed as the
 * proofs count on. The first of each post can be chosen at the sign-in, by the desk.
 */
export function fillPosts(posts: readonly Post[], staff: readonly StoredPerson[]): StoredPerson[] {
  const dice = new Dice(SEED)
  return posts.flatMap(({ desks, people }) => {
    const seated = staff.filter((person) => sameDesks(person.desks, desks)).length
    const id = desks.join('-').replaceAll(/[._]/g, '-')
    return Array.from({ length: Math.max(0, people - seated) }, (_, i): StoredPerson => ({
      id: `staff-${id}-${seated + i + 1}`,
      kind: 'staff',
      name: personName(dice),
      subject: null,
      companies: [],
      desks: [...desks],
      demo: seated + i === 0 ? `desk:${desks[0]}` : null,
    }))
  })
}

const sameDesks = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((desk) => other.includes(desk))
