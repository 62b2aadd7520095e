import type { StoredPerson } from '#db/store.ts'

/** Who works at which desk. The ones with a `demo` key can be chosen at the demonstration's sign-in. */
const staff: readonly [id: string, name: string, desks: readonly string[], demo: string | null][] = [
  ['staff-clerk', '周敏', ['market_regulation.clerk'], 'clerk'],
  ['staff-clerk-2', '许晨', ['market_regulation.clerk'], null],
  ['staff-clerk-head', '高岩', ['market_regulation.clerk', 'market_regulation.head'], 'clerk_head'],
  ['staff-head', '郑文涛', ['market_regulation.head'], 'head'],
  ['staff-food', '何静', ['food_safety.reviewer'], 'food'],
  ['staff-food-2', '罗一诺', ['food_safety.reviewer'], null],
  ['staff-fire', '孙磊', ['fire_rescue.reviewer'], 'fire'],
  ['staff-fire-2', '韩勇', ['fire_rescue.reviewer'], null],
  ['staff-signs', '唐欣', ['urban_management.reviewer'], 'signs'],
  ['staff-food-inspector', '梁洋', ['food_safety.inspector'], 'inspector_food'],
  ['staff-fire-inspector', '邓刚', ['fire_rescue.inspector'], 'inspector_fire'],
  ['staff-assessor', '彭霞', ['welfare.assessor'], 'assessor'],
  ['staff-assessor-2', '吕和', ['welfare.assessor'], null],
  ['staff-welfare-head', '曹玉梅', ['welfare.head'], 'welfare_head'],
  ['staff-dispatcher', '袁超', ['traffic_police.dispatcher'], 'dispatcher'],
  ['staff-manager', '沈若溪', ['market_regulation.manager', 'welfare.manager', 'traffic_police.manager'], 'manager'],
  ['staff-security', '苏衡', ['data_bureau.security_officer'], 'security'],
]

export const demoStaff: readonly StoredPerson[] = staff.map(([id, name, desks, demo]) => ({ id, kind: 'staff', name, subject: null, companies: [], desks, demo }))
