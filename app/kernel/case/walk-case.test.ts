import fc from 'fast-check'
import { expect, test } from 'vitest'

import { latestRound, openSubs, openTasks, openWaits } from './case-state.ts'
import { RETURN } from './find-task.ts'
import { at } from '#tests/factories/definition.ts'
import { livedThroughState, longCalendar } from '#tests/factories/lived-state.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { walkCase } from './walk-case.ts'

test('a walk through its own definition finds a case where it stands', () => {
  fc.assert(
    fc.property(randomDefinition, fc.nat(1_000_000), fc.nat(60), (definition, seed, moves) => {
      const state = livedThroughState(definition, seed, at('2026-03-02'), moves)
      const walked = walkCase(definition, definition, state, longCalendar)
      if (state.end === 'granted') expect(walked.end).toBe('granted')
      if (state.end !== null) return
      const open = [...openTasks(state), ...openWaits(state), ...openSubs(state)].map(({ name }) => name)
      // A desk that wishes for a correction is done for now.
      expect(walked.open.filter((name) => latestRound(state, name)?.outcome !== RETURN).sort()).toEqual(open.sort())
    }),
    { numRuns: 500 },
  )
})
