import { type Broken, broken, DISPUTE, STALL, told } from './broken.ts'

/** The files that all services share. */
export const shared: readonly Broken[] = [
  broken('city.yaml', 'calendar: plain', 'calendar: moon',
    told('missing_file', '▸', 'this file is missing', 'calendars/moon.yaml')),
  broken('city.yaml', 'zone: Asia/Shanghai\n', '',
    told('shape', '▸city: birchby', '"zone" is missing here')),
  broken('calendars/plain.yaml', 'holidays: []', 'holidays: [2026-02-30]',
    told('shape', '▸2026-02-30]', '"holidays": write a date of the calendar as YYYY-MM-DD')),
  broken('calendars/plain.yaml', 'makeup: []', 'makeup: [2026-05-06]',
    told('shape', '▸2026-05-06]', '"makeup": 2026-05-06 is worked anyway: a make-up day falls on the weekend')),
  broken('dictionary.yaml', 'holder: spouse_id }', 'holder: spous_id }',
    told('unknown_concept', '▸spous_id }', '"spous_id" is not in dictionary.yaml; did you mean "spouse_id"?')),
  broken('registers/permits.yaml', 'goods: { concept: goods }', 'goods: { concept: goods_sold }',
    told('unknown_concept', '▸goods_sold }', '"goods_sold" is not in dictionary.yaml')),
  broken('registers/permits.yaml', 'owner: council', 'owner: counsel',
    told('unknown_department', '▸counsel', 'there is no department "counsel"; did you mean "council"?')),
  broken('dictionary.yaml', 'ward:                 { type: choice', 'ward:                 { reusable: 2y, type: choice',
    told('wrong_type', 'ward:                 { reusable: ▸2y', 'only a file can be used again, and "ward" is of type choice')),
  broken('departments.yaml', 'desks: [fire.reviewer]', 'desks: [fire.reviewers]',
    told('unknown_desk', '▸[fire.reviewers], people', 'department "fire" has no role "reviewers"; did you mean "reviewer"?'),
    told('unstaffed', 'first_look\n  by: ▸{', 'nobody sits at fire.reviewer: add a post to departments.yaml', DISPUTE),
    told('unstaffed', '▸fire.reviewer', 'nobody sits at fire.reviewer: add a post to departments.yaml', STALL)),
  broken('departments.yaml', 'desks: [wards.surveyor.west]', 'desks: [wards.surveyor.north]',
    told('unknown_desk', '▸[wards.surveyor.north], ', 'department "wards" has no region "north"; known are east, west'),
    told('unstaffed', 'survey\n        by: ▸wards.surveyor', 'nobody sits at wards.surveyor.west: add a post to departments.yaml', STALL),
    told('unstaffed', '[fire_review]\n        by: ▸wards.surveyor', 'nobody sits at wards.surveyor.west: add a post to departments.yaml', STALL)),
]
