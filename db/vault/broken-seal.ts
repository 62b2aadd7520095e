/** What does not open: changed, moved to another place, cut, or sealed with another key. Says where, never what. */
export class BrokenSeal extends Error {
  constructor(place: string) {
    super(`A sealed value can not be opened (${place.split('/').slice(0, 2).join('/')}): it was changed or moved, or DATA_KEYS are not those it was sealed with`)
    this.name = 'BrokenSeal'
  }
}
