import { DISPUTE, STALL, TRADER, told } from '#tests/definitions/broken/broken.ts'

import { subtle, type Subtle, twin } from './subtle.ts'

/** Who may do what, see what, and is asked what. */
export const people: readonly Subtle[] = [
  subtle(
    'a four-eyes rule met only on paper: a return brings another clerk each round',
    [['departments.yaml', '- { desks: [council.clerk], people: 2 }\n- { desks: [council.head], people: 1 }', '- { desks: [council.clerk, council.head], people: 2 }']],
    [told('four_eyes', '▸[acceptance]', 'everybody who sits at council.head (2) can have done acceptance before, and then nobody may do this: put at least 3 people there, or other people on one of the two', STALL)],
    twin('three people are enough', ['departments.yaml', '- { desks: [council.clerk], people: 2 }\n- { desks: [council.head], people: 1 }', '- { desks: [council.clerk, council.head], people: 3 }']),
  ),
  subtle(
    'the only head may have taken the first task',
    [['departments.yaml', '- { desks: [council.head], people: 1 }', '- { desks: [council.clerk, council.head], people: 1 }']],
    [told('four_eyes', '▸[acceptance]', 'everybody who sits at council.head (1) can have done acceptance before, and then nobody may do this: put at least 2 people there, or other people on one of the two', STALL)],
    twin('another head who is no clerk', ['departments.yaml', '- { desks: [council.head], people: 1 }', '- { desks: [council.clerk, council.head], people: 1 }\n- { desks: [council.head], people: 1 }']),
  ),
  subtle(
    'a joint report by one person for two departments',
    [['departments.yaml', '- { desks: [health.inspector], people: 1 }\n', ''],
     ['departments.yaml', '- { desks: [fire.inspector], people: 1 }', '- { desks: [health.inspector, fire.inspector], people: 1 }']],
    [told('four_eyes', '▸task: inspection', 'everybody who sits at health.inspector (1) can have done the other part of this task before, and then nobody may do this: put at least 2 people there, or other people on one of the two', STALL),
     told('four_eyes', '▸task: inspection', 'everybody who sits at fire.inspector (1) can have done the other part of this task before, and then nobody may do this: put at least 2 people there, or other people on one of the two', STALL)],
    twin('two people who are both', ['departments.yaml', '- { desks: [health.inspector], people: 1 }\n', ''], ['departments.yaml', '- { desks: [fire.inspector], people: 1 }', '- { desks: [health.inspector, fire.inspector], people: 2 }']),
  ),
  subtle(
    'a region without people',
    [['departments.yaml', 'wards.surveyor.west', 'wards.surveyor']],
    [told('unstaffed', 'survey\n        by: ▸wards.surveyor', 'nobody sits at wards.surveyor.west: add a post to departments.yaml', STALL),
     told('unstaffed', '[fire_review]\n        by: ▸wards.surveyor', 'nobody sits at wards.surveyor.west: add a post to departments.yaml', STALL)],
    twin('one post for both regions', ['departments.yaml', '- { desks: [wards.surveyor.west], people: 1 }\n', ''], ['departments.yaml', '[wards.surveyor.east]', '[wards.surveyor.east, wards.surveyor.west]']),
  ),
  subtle(
    'a file seen by a department that has no task',
    [[STALL, 'seen_by: [council], tolerable', 'seen_by: [council, archive], tolerable']],
    [told('unseen_file', '▸[council, archive], tole', 'archive has no task in this service, and so no use for "insurance": take it out of seen_by', STALL)],
    twin('seen by one that has a task after an appeal only', [STALL, 'seen_by: [council], tolerable', 'seen_by: [council, courts], tolerable']),
  ),
  subtle(
    'a question that a register answers through two hops',
    [[TRADER, 'data:\n', 'data:\n  spouse_employer_name: { ask: text }\n']],
    [told('already_held', '▸{ ask: text }', '"spouse_employer_name" is asked, but companies.company.company_name holds it: read it with from: companies.company.company_name and holder: (the value from population.couple.spouse_id, then population.job.employer_code), or name the law by which it is asked with waiver:', TRADER)],
    twin('with the law by which it is asked', [TRADER, 'data:\n', 'data:\n  spouse_employer_name: { ask: text, waiver: Traders Act art. 3 }\n']),
  ),
  subtle(
    'records held on each other in a circle of three',
    [[STALL, '  owner_id:   { from: companies.company.owner_id }\n', '  owner_id:   { from: companies.company.owner_id, holder: other_id }\n  third_id:   { from: population.couple.spouse_id, holder: owner_id }\n  other_id:   { from: population.couple.spouse_id, holder: third_id }\n']],
    [told('field_source', '▸other_id }', '"owner_id" would be held on somebody whom it names itself, perhaps through others: begin with a value of the applicant\'s own', STALL),
     told('field_source', 'population.couple.spouse_id, holder: ▸owner_id }', '"third_id" would be held on somebody whom it names itself, perhaps through others: begin with a value of the applicant\'s own', STALL),
     told('field_source', '▸third_id }', '"other_id" would be held on somebody whom it names itself, perhaps through others: begin with a value of the applicant\'s own', STALL)],
    twin('a chain of three', [STALL, '  owner_id:   { from: companies.company.owner_id }\n', '  owner_id:   { from: companies.company.owner_id }\n  third_id:   { from: population.couple.spouse_id, holder: owner_id }\n  other_id:   { from: population.couple.spouse_id, holder: third_id }\n']),
  ),
  subtle(
    'one of the departments that a value can name has nobody there',
    [[DISPUTE, 'of: [health, fire] }', 'of: [health, fire, council] }'],
     ['departments.yaml', 'council: { roles: [clerk, head, manager] }', 'council: { roles: [clerk, head, manager, reviewer, inspector] }'],
     ['departments.yaml', '- { desks: [council.head], people: 1 }', '- { desks: [council.head], people: 1 }\n- { desks: [council.reviewer], people: 1 }']],
    [told('unstaffed', 'second_look\n  by: ▸{', 'nobody sits at council.inspector: add a post to departments.yaml', DISPUTE)],
    twin('a post for it', [DISPUTE, 'of: [health, fire] }', 'of: [health, fire, council] }'], ['departments.yaml', 'council: { roles: [clerk, head, manager] }', 'council: { roles: [clerk, head, manager, reviewer, inspector] }'], ['departments.yaml', '- { desks: [council.head], people: 1 }', '- { desks: [council.head], people: 1 }\n- { desks: [council.reviewer], people: 1 }\n- { desks: [council.inspector], people: 1 }']),
  ),
  subtle(
    'four eyes that fail in one of the departments that a value can name',
    [['departments.yaml', '- { desks: [fire.inspector], people: 1 }\n', ''],
     ['departments.yaml', '- { desks: [fire.reviewer], people: 1 }', '- { desks: [fire.reviewer, fire.inspector], people: 1 }']],
    [told('four_eyes', '▸task: first_look', 'everybody who sits at fire.reviewer (1) can have done second_look before, and then nobody may do this: put at least 2 people there, or other people on one of the two', DISPUTE),
     told('four_eyes', '▸[first_look]', 'everybody who sits at fire.inspector (1) can have done first_look before, and then nobody may do this: put at least 2 people there, or other people on one of the two', DISPUTE)],
    twin('two people who are both', ['departments.yaml', '- { desks: [fire.inspector], people: 1 }\n', ''], ['departments.yaml', '- { desks: [fire.reviewer], people: 1 }', '- { desks: [fire.reviewer, fire.inspector], people: 2 }']),
  ),
  subtle(
    'a department that works by region is named, but nobody sits there for the whole city',
    [[DISPUTE, 'by: { department: office, role: reviewer }', 'by: { department: quarter, role: surveyor }'],
     [DISPUTE, '  picture:         { ask: file, concept: layout, accept: [pdf], optional: true }\n', '  quarter: { ask: choice, concept: office, of: [wards, health] }\n'],
     ['departments.yaml', 'health:  { roles: [reviewer, inspector] }', 'health:  { roles: [reviewer, inspector, surveyor] }'],
     ['departments.yaml', '- { desks: [health.inspector], people: 1 }', '- { desks: [health.inspector], people: 1 }\n- { desks: [health.surveyor], people: 1 }']],
    [told('unstaffed', 'first_look\n  by: ▸{', 'nobody sits at wards.surveyor: add a post to departments.yaml', DISPUTE)],
    twin('somebody does', [DISPUTE, 'by: { department: office, role: reviewer }', 'by: { department: quarter, role: surveyor }'], [DISPUTE, '  picture:         { ask: file, concept: layout, accept: [pdf], optional: true }\n', '  quarter: { ask: choice, concept: office, of: [wards, health] }\n'], ['departments.yaml', 'health:  { roles: [reviewer, inspector] }', 'health:  { roles: [reviewer, inspector, surveyor] }'], ['departments.yaml', '- { desks: [health.inspector], people: 1 }', '- { desks: [health.inspector], people: 1 }\n- { desks: [health.surveyor], people: 1 }\n- { desks: [wards.surveyor], people: 1 }']),
  ),
  subtle(
    'a file that two departments see, though only one of those a value can name has it',
    [[DISPUTE, 'by: { department: office, role: inspector }', 'by: council.head']],
    [told('unseen_file', '▸{ ask: file, concept: layout', 'which departments use "picture"? say so with seen_by: [health, fire, council] or fewer', DISPUTE)],
    twin('both steps at the one that is named', [DISPUTE, 'within: 2wd', 'within: 1wd']),
  ),
]
