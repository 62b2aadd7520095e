// @vitest-environment jsdom
import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it, vi } from 'vitest'

const source = readFileSync('app/ui/enhance/enhance.js', 'utf8')

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'Date'] })
  document.body.innerHTML = `
    <div data-warn-after="3000" hidden></div>
    <div data-error-summary tabindex="-1"></div>
    <form id="a"><button data-prevent-double-click>Submit</button><button id="more">Add another</button></form>
    <form id="b"><button data-prevent-double-click>Submit</button></form>`
  // The file as it is sent; it has no imports.
  new Function(source)()
})

/** Whether the browser would send the form. */
function submit(form: string, button = `#${form} button`): boolean {
  const event = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: document.querySelector<HTMLElement>(button) })
  return document.querySelector(`#${form}`)!.dispatchEvent(event)
}

describe('enhance.js', () => {
  it('is under two kilobytes', () => expect(source.length).toBeLessThan(2000))

  it('moves the focus to the error summary', () => {
    expect(document.activeElement!.hasAttribute('data-error-summary')).toBe(true)
  })

  it('sends a form once, however often the button is pressed', () => {
    expect([submit('a'), submit('a'), submit('a')]).toEqual([true, false, false])
  })

  it('leaves other forms and unguarded buttons alone', () => {
    expect([submit('b'), submit('a', '#more'), submit('a', '#more')]).toEqual([true, true, true])
  })

  it('sends again after coming back to the page', () => {
    window.dispatchEvent(new Event('pageshow'))
    expect(submit('a')).toBe(true)
  })

  it('shows the warning before the session ends, and not before that', () => {
    const warning = document.querySelector<HTMLElement>('[data-warn-after]')!
    vi.advanceTimersByTime(2_000)
    expect(warning.hidden).toBe(true)
    vi.advanceTimersByTime(2_000)
    expect(warning.hidden).toBe(false)
  })
})
