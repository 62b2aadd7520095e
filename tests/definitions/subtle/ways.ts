import { STALL, told } from '#tests/definitions/broken/broken.ts'

import { subtle, type Subtle, twin } from './subtle.ts'

/** Ways that never meet, and ways past something. */
export const ways: readonly Subtle[] = [
  subtle(
    'a dead step through two conditions far apart',
    [[STALL, '- task: training_check\n', '- choose:\n  - when: goods = "crafts"\n    do: [ { end: refused } ]\n  - else:\n    do: [ { auto: note, makes: { letter: go_on } } ]\n- task: training_check\n'],
     [STALL, 'when: fire_risk = "high" or stall_size > 20', 'when: goods = "crafts"']],
    [told('dead_step', '▸task: inspection', 'this step is never done: what leads to it and what it asks for exclude each other', STALL)],
    twin('the other goods go on', [STALL, '- task: training_check\n', '- choose:\n  - when: goods = "crafts"\n    do: [ { end: refused } ]\n  - else:\n    do: [ { auto: note, makes: { letter: go_on } } ]\n- task: training_check\n'], [STALL, 'when: fire_risk = "high" or stall_size > 20', 'when: goods = "hot_food"']),
  ),
  subtle(
    'a dead step inside a branch that excludes it',
    [[STALL, '    - wait: insurance_copy\n', '    - { task: second_look, when: \'decision = "refuse"\', by: council.clerk, within: 1wd, outcomes: [done] }\n    - wait: insurance_copy\n']],
    [told('dead_step', '▸\'decision = "refuse"\', b', 'this step is never done: no values make its condition hold here', STALL)],
    twin('one that goes with the branch', [STALL, '    - wait: insurance_copy\n', '    - { task: second_look, when: \'goods = "crafts"\', by: council.clerk, within: 1wd, outcomes: [done] }\n    - wait: insurance_copy\n']),
  ),
  subtle(
    'a circle of after through order',
    [[STALL, '    - task: fire_review\n', '    - task: fire_review\n      after: [ward_note]\n'],
     [STALL, '      - task: ward_note\n        after: [fire_review]\n', '      - task: ward_note\n'],
     [STALL, '    - - task: survey\n', '    - - task: survey\n        after: [fire_review]\n']],
    [told('after', '▸[ward_note]', '"fire_review" would wait for itself: ward_note comes after it', STALL)],
    twin('the same without a circle', [STALL, '    - task: fire_review\n', '    - task: fire_review\n      after: [ward_note]\n'], [STALL, '      - task: ward_note\n        after: [fire_review]\n', '      - task: ward_note\n']),
  ),
  subtle(
    'a value read that is set only in the other branch',
    [[STALL, '  yearly_fee: {', '  noise: { set_by: noise_check, ask: choice, of: [low, high], concept: fire_risk }\n  yearly_fee: {'],
     [STALL, '- task: training_check\n', '- choose:\n  - when: goods = "crafts"\n    do: [ { task: noise_check, by: health.inspector, within: 1wd, outcomes: [done], sets: [noise] } ]\n  - else:\n    do: [ { auto: note, makes: { letter: go_on } } ]\n- task: training_check\n'],
     [STALL, 'fire_risk = "high" or stall_size', 'noise = "high" or stall_size']],
    [told('read_before_set', '▸noise = "high" or stall_', '"noise" is not known here yet: it is set by a step that comes later, on another way, or once for each item', STALL)],
    twin('read where it is set', [STALL, '  yearly_fee: {', '  noise: { set_by: noise_check, ask: choice, of: [low, high], concept: fire_risk }\n  yearly_fee: {'], [STALL, '- task: training_check\n', '- task: noise_check\n  when: goods = "crafts"\n  by: health.inspector\n  within: 1wd\n  outcomes: [done]\n  sets: [noise]\n- task: training_check\n'], [STALL, 'fire_risk = "high" or stall_size', 'noise = "high" or stall_size']),
  ),
  subtle(
    'a promise whose check can be skipped by its own condition',
    [[STALL, 'when: training_promised = true', 'when: training_promised = true and goods != "crafts"']],
    [told('promise', '▸training_promised = true', '"training" may be promised, so this check must come whenever it was: write when: training_promised = true', STALL)],
    twin('a check that comes oftener than it must', [STALL, 'when: training_promised = true', 'when: training_promised = true or goods = "hot_food"']),
  ),
  subtle(
    'a promise whose check stands in one branch only',
    [[STALL, '- task: training_check\n  when: training_promised = true\n  by: health.inspector\n  within: 2wd\n  outcomes: [valid, missing]\n', '- choose:\n  - when: goods = "hot_food"\n    do: [ { task: training_check, by: health.inspector, within: 2wd, outcomes: [valid, missing] } ]\n  - else:\n    do: [ { auto: note, makes: { letter: go_on } } ]\n']],
    [told('promise', '▸{ task: training_check, ', '"training" may be promised, but there is a way to a grant on which nobody comes to this check: put it where every such way goes', STALL)],
    twin('the branch that every promise takes', [STALL, '- task: training_check\n  when: training_promised = true\n  by: health.inspector\n  within: 2wd\n  outcomes: [valid, missing]\n', '- choose:\n  - when: training_promised = true\n    do: [ { task: training_check, by: health.inspector, within: 2wd, outcomes: [valid, missing] } ]\n  - else:\n    do: [ { auto: note, makes: { letter: go_on } } ]\n']),
  ),
]
