/**
 * Questions that are asked in one turn, as one: what asks several things side by side asks once, and knows nothing of it.
 * @param askAll asked with all of a turn's questions, in their order; an answer to each, or one failure for all
 */
export function together<Question, Answer>(askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>): (question: Question) => Promise<Answer> {
  let turn: { questions: Question[]; answers: Promise<readonly Answer[]> } | null = null
  return async (question) => {
    const joined = (turn ??= begin())
    const place = joined.questions.push(question) - 1
    const answers = await joined.answers
    // trusted: there is one for each
    return answers[place] as Answer
  }

  function begin() {
    const questions: Question[] = []
    const answers = Promise.resolve().then(() => {
      turn = null
      return askAll(questions)
    })
    return { questions, answers }
  }
}
