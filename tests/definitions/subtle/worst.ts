import { STALL, TRADER, told } from '#tests/definitions/broken/broken.ts'

import { subtle, type Subtle, twin } from './subtle.ts'

/** Worst cases that need more than one thing to come together. */
export const worst: readonly Subtle[] = [
  subtle(
    'make-up working days inside a return that does not stop the clock',
    [[STALL, 'within: 10wd, clock: stopped, else: lapsed }\n  do:\n  - task: acceptance', 'within: 7d, clock: running, else: lapsed }\n  do:\n  - task: acceptance'],
     ['city.yaml', 'calendar: plain', 'calendar: makeup']],
    [told('limit', '▸30wd', 'a case can take 31 working days, but the limit is 30, on this way: acceptance 1, then fire_review 3, then survey 2, then ward_note 1, then examine 7, then acceptance 1, then health_review 4, then training_check 2, then inspection 5, then hearing 3, then decision 1, then helper_card 1', STALL)],
    twin('the same in a plain calendar', [STALL, 'within: 10wd, clock: stopped, else: lapsed }\n  do:\n  - task: acceptance', 'within: 7d, clock: running, else: lapsed }\n  do:\n  - task: acceptance']),
  ),
  subtle(
    'a wait for others in one branch lets the other finish first',
    [[TRADER, '- task: registration\n', '- parallel:\n  - { task: look, by: council.clerk, within: 2wd, outcomes: [done] }\n  - - { wait: gazette, for: notice, within: 7d }\n    - { task: file, by: council.clerk, within: 2wd, outcomes: [done] }\n- task: registration\n']],
    [told('limit', '▸5wd', 'a case can take 6 working days, but the limit is 5, on this way: look 2, then file 2, then registration 2', TRADER)],
    twin('without the wait they cover each other', [TRADER, '- task: registration\n', '- parallel:\n  - { task: look, by: council.clerk, within: 2wd, outcomes: [done] }\n  - { task: file, by: council.clerk, within: 2wd, outcomes: [done] }\n- task: registration\n']),
  ),
  subtle(
    'trips in two branches that do not exclude each other',
    [[STALL, '  counts: { trips: 1 }\n', ''],
     [STALL, '- task: training_check\n', '- parallel:\n  - { task: photo, when: \'goods != "crafts"\', by: courts.reviewer, within: 1wd, outcomes: [done], counts: { trips: 1 } }\n  - { task: tasting, when: \'goods = "hot_food"\', by: courts.reviewer, within: 1wd, outcomes: [done], counts: { trips: 1 } }\n- task: training_check\n']],
    [told('guarantee', '▸1, site_visits: 1, retur', 'trips: at most 1 guaranteed, but a case can need 2, on this way: photo 1, then tasting 1', STALL)],
    twin('trips in two branches that exclude each other', [STALL, '  counts: { trips: 1 }\n', ''], [STALL, '- task: training_check\n', '- parallel:\n  - { task: photo, when: \'goods = "crafts"\', by: courts.reviewer, within: 1wd, outcomes: [done], counts: { trips: 1 } }\n  - { task: tasting, when: \'goods = "hot_food"\', by: courts.reviewer, within: 1wd, outcomes: [done], counts: { trips: 1 } }\n- task: training_check\n']),
  ),
  subtle(
    'a trip for each item',
    [[STALL, '  counts: { trips: 1 }\n', ''],
     [STALL, '        outcomes: [made]', '        outcomes: [made]\n        counts: { trips: 1 }']],
    [told('guarantee', '▸1, site_visits: 1, retur', 'trips: at most 1 guaranteed, but a case can need 3, on this way: helper_card 1, then helper_card 1, then helper_card 1', STALL)],
    twin('no more than one item', [STALL, '  counts: { trips: 1 }\n', ''], [STALL, '        outcomes: [made]', '        outcomes: [made]\n        counts: { trips: 1 }'], [STALL, 'range: [0, 3]', 'range: [0, 1]']),
  ),
  subtle(
    'a task passed over at first and done in a later round: a visit twice',
    [[STALL, '    - task: health_review\n', '    - task: look_in\n      when: goods = "hot_food"\n      by: fire.inspector\n      within: 1wd\n      outcomes: [done]\n      counts: { site_visits: 1 }\n    - task: health_review\n']],
    [told('guarantee', '▸1, returns: 1 }', 'site visits: at most 1 guaranteed, but a case can need 3, on this way: look_in 1, then look_in 1, then inspection 1', STALL)],
    twin('the inspection no longer counts', [STALL, '    - task: health_review\n', '    - task: look_in\n      when: goods = "hot_food"\n      by: courts.reviewer\n      within: 1wd\n      outcomes: [done]\n      counts: { site_visits: 1 }\n    - task: health_review\n'], [STALL, '  counts: { site_visits: 1 }\n  within: 5wd', '  within: 5wd']),
  ),
  subtle(
    'a second stage with returns of its own',
    [[STALL, '- task: training_check\n', '- stage: again\n  returns: { to: applicant, merge: true, max: 1, within: 10wd, clock: stopped, else: lapsed }\n  do: [ { task: glance, by: courts.reviewer, within: 1wd, outcomes: [ok, return], reasons: { return: [late] } } ]\n- task: training_check\n']],
    [told('guarantee', 'returns: ▸1 }', 'returns: at most 1 guaranteed, but a case can need 2, on this way: examine 1, then again 1', STALL)],
    twin('without returns', [STALL, '- task: training_check\n', '- stage: again\n  do: [ { task: glance, by: courts.reviewer, within: 1wd, outcomes: [ok] } ]\n- task: training_check\n']),
  ),
  subtle(
    'a calendar that ends before the longest case could',
    [['calendars/plain.yaml', 'to: 2027-12-31', 'to: 2026-03-11']],
    [told('calendar', '▸30wd', 'the calendar "plain" ends on 2026-03-11: there is no day on which an application could begin and be done within it', STALL)],
    twin('one day longer', ['calendars/plain.yaml', 'to: 2027-12-31', 'to: 2026-03-12']),
  ),
]
