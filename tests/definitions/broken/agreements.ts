import { broken, type Broken, told } from './broken.ts'

const FILE = 'agreements/population.yaml'

/** Who may read what, and which looks are shown later. */
export const agreements: readonly Broken[] = [
  broken(FILE, 'Traders Act s. 2\n  steward: archive.steward', 'Traders Act s. 2\n  steward: council.clerk',
    told('agreement', 'steward: ▸council.clerk', 'the register belongs to archive: name a desk of this department')),
  broken(FILE, 'Traders Act s. 2\n  steward: archive.steward', 'Traders Act s. 2\n  steward: archive.stewart',
    told('unknown_desk', 'steward: ▸archive.stewart', 'department "archive" has no role "stewart"; did you mean "steward"?')),
  broken(FILE, 'fields: { person: [full_name] }\n  until: 2030-12-31\n- agreement', 'fields: { person: [full_name, identity_number] }\n  until: 2030-12-31\n- agreement',
    told('agreement', '▸identity_number]', 'the service does not read "population.person.identity_number": an agreement grants no more than is read')),
  broken(FILE, 'fields: { person: [full_name] }\n  until: 2030-12-31\n- agreement', 'fields: { person: [full_nam] }\n  until: 2030-12-31\n- agreement',
    told('unknown_register', '▸full_nam]', '"population.person" has no field "full_nam"; did you mean "full_name"?')),
  broken(FILE, 'fields: { person: [full_name] }\n  until: 2030-12-31\n- agreement', 'fields: { persons: [full_name] }\n  until: 2030-12-31\n- agreement',
    told('unknown_register', '{ ▸persons:', 'register "population" has no "persons"; did you mean "person"?')),
  broken(FILE, 'register: population', 'register: populations',
    told('unknown_register', '▸populations', 'there is no register "populations"; did you mean "population"?')),
  broken(FILE, 'service: register-trader', 'service: register-traders',
    told('unknown_service', '▸register-traders', 'there is no service "register-traders"; did you mean "register-trader"?')),
  broken(FILE, 'agreement: population-stall-permit\n  service: stall-permit', 'agreement: population-stall-permit\n  service: register-trader',
    told('duplicate_name', '- agreement: ▸population-stall-permit', 'there is an agreement "register-trader population" already: a service has one with each register')),
  broken(FILE, 'until: 2030-12-31\n- agreement', 'until: 2030-02-30\n- agreement',
    told('shape', '▸2030-02-30', '"until": write a date as YYYY-MM-DD')),
  broken('access-delays.yaml', 'task: decision', 'task: decisions',
    told('unknown_name', '▸decisions', '"stall-permit" has no task "decisions"; did you mean "decision"?')),
  broken('access-delays.yaml', 'service: stall-permit', 'service: stall-permits',
    told('unknown_service', '▸stall-permits', 'there is no service "stall-permits"; did you mean "stall-permit"?')),
]
