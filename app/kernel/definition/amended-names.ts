/**
 * The names of the data that say which value of which record an amendment puts right. They come in with the application,
 * from the page that shows the record.
 */
export const amendedNames = {
  register: 'record_register',
  entity: 'record_entity',
  subject: 'record_subject',
  key: 'record_key',
  field: 'record_field',
} as const
