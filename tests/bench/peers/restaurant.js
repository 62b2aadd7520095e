/** A form of two questions and a summary, in the words of forms-engine-plugin. */
const question = (id, path, name, title, type, extra = {}) => ({
  id: `622a35ec-3795-418a-81f3-a4574695900${id}`,
  title: '',
  path,
  next: [],
  components: [{ id: `1fb8e182-c709-4792-8f83-e01d8b1fee0${id}`.replace(/fee0(\d)$/, 'fee1$1'), type, name, title, shortDescription: name, hint: 'For guests, inside and outside', options: { required: true }, schema: {}, ...extra }],
})

export const restaurant = {
  name: 'Restaurant',
  engine: 'V2',
  schema: 2,
  startPage: '/seats',
  pages: [
    question(1, '/seats', 'seats', 'How many seats will there be?', 'NumberField', { schema: { min: 1, max: 500 } }),
    question(2, '/manager', 'manager', 'Who is responsible for food safety?', 'TextField'),
    { id: '449a45f6-4541-4a46-91bd-8b8931b07b50', title: 'Check your answers', path: '/summary', controller: 'SummaryPageController', components: [], next: [] },
  ],
  conditions: [],
  sections: [],
  lists: [],
}
