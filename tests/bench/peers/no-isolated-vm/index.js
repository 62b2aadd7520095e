/** Nothing here runs scripts in flows: whoever tried would be told. */
class NotHere {
  constructor() {
    throw new Error('isolated-vm is not installed for benches')
  }
}

module.exports = { Isolate: NotHere, Reference: NotHere, ExternalCopy: NotHere }
