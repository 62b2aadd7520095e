// The only script of a citizen's page. Nothing depends on it.
(() => {
  // A second press within a second is a trembling hand, not a second application.
  let last = { form: null, at: -Infinity }
  document.addEventListener('submit', (event) => {
    const guarded = !event.submitter || event.submitter.hasAttribute('data-prevent-double-click')
    if (guarded && last.form === event.target && event.timeStamp - last.at < 1000) event.preventDefault()
    else last = { form: event.target, at: event.timeStamp }
  })
  // Back to a page from the browser's memory: let the form be sent again.
  addEventListener('pageshow', () => (last = { form: null, at: -Infinity }))

  document.querySelector('[data-error-summary]')?.focus()

  // A clock that is looked at, not a long timer: machines sleep.
  const warning = document.querySelector('[data-warn-after]')
  const at = Date.now() + Number(warning?.dataset.warnAfter)
  if (warning) setInterval(() => (warning.hidden = Date.now() < at), 1000)
})()
