import { CARD, OWN, TRADER, told } from '#tests/definitions/broken/broken.ts'

import { subtle, type Subtle, twin } from './subtle.ts'

/** Parts of a life event. */
export const parts: readonly Subtle[] = [
  subtle(
    'a part that needs a value set later',
    [[OWN, 'data:\n', 'data:\n  trade: { set_by: sorting, ask: choice, of: [cold_food, hot_food, crafts], concept: goods }\n'],
     [OWN, '- choose:\n  - when: entry', '- { task: sorting, by: council.clerk, within: 1wd, outcomes: [done], sets: [trade] }\n- choose:\n  - when: entry']],
    [told('sub_answers', '▸sub: entry', '"trade" is set by sorting, which is not done when this begins: put sorting before it, or add after: [sorting]', OWN)],
    twin('set before', [OWN, 'data:\n', 'data:\n  trade: { set_by: sorting, ask: choice, of: [cold_food, hot_food, crafts], concept: goods }\n'], [OWN, '- sub: entry', '- { task: sorting, by: council.clerk, within: 1wd, outcomes: [done], sets: [trade] }\n- sub: entry']),
  ),
  subtle(
    'a part that needs a value set at the same time',
    [[OWN, 'data:\n', 'data:\n  trade: { set_by: sorting, ask: choice, of: [cold_food, hot_food, crafts], concept: goods }\n'],
     [OWN, '- sub: entry\n  service: register-trader\n  version: 1\n  takes: [trader_id]', '- parallel:\n  - { task: sorting, by: council.clerk, within: 1wd, outcomes: [done], sets: [trade] }\n  - { sub: entry, service: register-trader, version: 1, takes: [trader_id] }']],
    [told('sub_answers', '▸{ sub: entry, service: r', '"trade" is set by sorting, which is not done when this begins: put sorting before it, or add after: [sorting]', OWN)],
    twin('with after it is there in time', [OWN, 'data:\n', 'data:\n  trade: { set_by: sorting, ask: choice, of: [cold_food, hot_food, crafts], concept: goods }\n'], [OWN, '- sub: entry\n  service: register-trader\n  version: 1\n  takes: [trader_id]', '- parallel:\n  - { task: sorting, by: council.clerk, within: 1wd, outcomes: [done], sets: [trade] }\n  - { sub: entry, service: register-trader, version: 1, takes: [trader_id], after: [sorting] }']),
  ),
  subtle(
    'a circle of parts over three services',
    [[TRADER, '- task: registration\n', '- { sub: card, service: angling-card, version: 1 }\n- task: registration\n'],
     [CARD, '- auto: issue', '- { sub: all, service: own-stall, version: 1 }\n- auto: issue']],
    [told('unknown_service', '▸own-stall, version: 1 }', 'there is no sound version 1 of "own-stall": check its name and version, and whether something is wrong in its own file', CARD),
     told('sub_cycle', '▸angling-card, version: 1', '"angling-card@1" would begin itself, perhaps through others: take this sub out', TRADER)],
    twin('a chain of three services', [TRADER, '- task: registration\n', '- { sub: card, service: angling-card, version: 1 }\n- task: registration\n']),
  ),
  subtle(
    'a part at a version that does not exist',
    [[OWN, 'service: stall-permit\n      version: 1', 'service: stall-permit\n      version: 11']],
    [told('unknown_service', '▸stall-permit', 'there is no sound version 11 of "stall-permit": check its name and version, and whether something is wrong in its own file', OWN)],
    twin('the version that does'),
  ),
]
