import type { LightFilter } from '#db/store.ts'

/** Open work by light; `all` is their sum. */
export type Lights = Record<LightFilter, number> & { all: number }

export function lightsOf(rows: readonly { light: LightFilter; count: number }[]): Lights {
  const lights: Lights = { red: 0, yellow: 0, green: 0, stopped: 0, all: 0 }
  for (const { light, count } of rows) {
    lights[light] += count
    lights.all += count
  }
  return lights
}
