import type { TFunction } from 'i18next'

import { directionOf, type Language } from '#app/i18n/languages.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'

import { drawShape } from './draw-shape.ts'
import { round } from './draw-words.ts'
import { escapeXml } from './escape-xml.ts'
import { flowGraph } from './flow-graph.ts'
import type { Mark } from './mark.ts'
import { placeGraph } from './place-graph.ts'

/**
 * A service's flow as SVG with classes only (styles/_diagram.scss): no styles, ids or scripts in it, every text escaped.
 * @param where how a case stands at each node; null draws the flow by itself
 */
export function drawFlow(t: TFunction, lang: Language, definition: Definition, where: ReadonlyMap<FlowNode, Mark> | null): string {
  const { width, height, shapes } = placeGraph({ lang, marked: where !== null }, flowGraph(t, definition))
  const direction = directionOf(lang)
  const markOf = (node: FlowNode) => {
    const mark = where?.get(node)
    return mark ? { mark, word: t(`portal:diagram.mark.${mark}`), fromRight: direction === 'rtl' } : null
  }
  const title = escapeXml(t('portal:diagram.title', { service: t(`services/${definition.service}:title`) }))
  const head = `<svg xmlns="http://www.w3.org/2000/svg" class="ot-flow" role="img" xml:lang="${lang}" lang="${lang}" direction="${direction}" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width / 16)}em" height="${round(height / 16)}em">`
  return `${head}<title>${title}</title><desc>${escapeXml(t('portal:diagram.description'))}</desc>${shapes.map((shape) => drawShape(shape, markOf)).join('')}</svg>`
}
