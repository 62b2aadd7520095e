import { broken, type Broken, FEES, STALL, TRADER, told } from './broken.ts'

/** Ways that leave a case out, take two, or are never taken. */
export const choices: readonly Broken[] = [
  broken(TRADER, '  - else:\n', '  - when: registration = "refuse" and trade != "crafts"\n',
    told('gap', '▸choose:', 'no branch holds for registration = "refuse", trade = "crafts": add a branch for it, or end with else:')),
  broken(TRADER, '  - else:\n', '  - when: registration = "refuse" or trade = "crafts"\n',
    told('overlap', '▸registration = "refuse" ', 'branches 1 and 2 both hold for registration = "register", trade = "crafts": change one of them, so that only one way is open')),
  broken(TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse"\n    do: [ { end: refused } ]\n  - else:\n    do:\n',
    told('dead_step', '▸else:', 'else is never reached: the branches before it cover every case')),
  broken(TRADER, '  - else:\n    do:\n', '  - when: trade = "crafts" and trade = "cold_food"\n    do: [ { end: refused } ]\n  - else:\n    do:\n',
    told('dead_step', '▸trade = "crafts" and tra', 'this branch can never be chosen: no values make its condition hold here')),
  broken(STALL, 'when: fire_risk = "high" or stall_size > 20', 'when: stall_size > 60',
    told('dead_step', '▸stall_size > 60', 'this step is never done: no values make its condition hold here')),
  broken(STALL, 'when: \'goods = "hot_food"\'', "when: 'stall_size > 60'",
    told('dead_step', "▸'stall_size > 60' }", '"gas" is never asked: no values make its condition hold')),
  broken(STALL, '  - else:\n    do:\n    - auto: refuse', '  - when: decision = "refuse" and stall_size * helpers >= 0\n    do:\n    - auto: refuse',
    told('too_complex', 'too_narrow]\n- ▸choose:', 'that every case finds a way can not be proved for these conditions: end with else:')),
  broken(FEES, "'[11..30]'", "'[12..30]'",
    told('gap', "▸- { stall_size: '<= 10',", 'no row holds for stall_size = 11, goods = "crafts": add a row for it')),
  broken(FEES, "'[11..30]'", "'[10..30]'",
    told('overlap', "▸{ stall_size: '[10..30]'", 'rows 1 and 2 both hold for stall_size = 10, goods = "crafts": change one, so that only one row holds')),
  broken(FEES, '\'> 30\',     goods: \'"crafts"\', ', '\'> 60\',     goods: \'"crafts"\', ',
    told('gap', "▸- { stall_size: '<= 10',", 'no row holds for stall_size = 31, goods = "crafts": add a row for it'),
    told('dead_step', "▸{ stall_size: '> 60',   ", 'row 3 can never hold: change it or take it out')),
]
