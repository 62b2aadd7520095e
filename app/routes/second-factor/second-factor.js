// Hands a security key its question and the form its answer. Without this page's script no browser lets a key be used.
(() => {
  const read = {
    create: (options) => ({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    get: (options) => ({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  }
  for (const form of document.querySelectorAll('[data-factor]')) {
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const { factor, options } = form.dataset
      const failed = form.querySelector('[data-failed]')
      failed.hidden = true
      try {
        const credential = await navigator.credentials[factor](read[factor](JSON.parse(options)))
        form.elements.response.value = JSON.stringify(credential.toJSON())
        form.submit()
      } catch {
        failed.hidden = false
      }
    })
  }
})()
