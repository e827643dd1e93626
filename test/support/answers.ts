import type { Prompts } from '../../src/commands/prompts.ts'

/** A person who gives these answers, one after the other, and what they were asked. */
export function answering(...answers: readonly (boolean | string)[]): Prompts & { readonly asked: string[] } {
  const left = [...answers]
  const asked: string[] = []
  const next = (question: string): boolean | string => {
    asked.push(question)
    const answer = left.shift()
    if (answer === undefined) throw new Error(`Nobody told me what to answer to: ${question}`)
    return answer
  }
  return {
    asked,
    confirm: async question => next(question) === true,
    choose: async <T extends string>(
      question: string,
      choices: readonly { value: T; label: string }[],
    ): Promise<T> => {
      const answer = next(question)
      const choice = choices.find(({ value, label }) => value === answer || label === answer)
      if (!choice) throw new Error(`No such choice for ${question}: ${String(answer)}`)
      return choice.value
    },
    text: async (question, { check } = {}) => {
      const answer = String(next(question))
      const problem = check?.(answer)
      if (problem !== undefined) throw new Error(`${question} refused ${answer}: ${problem}`)
      return answer
    },
    note: text => void asked.push(text),
    show: ({ drawn }) => void asked.push(drawn),
  }
}

/** A person who agrees to all, after something else has happened. */
export function meanwhile(happens: () => void): Prompts {
  const prompts = answering(true)
  return {
    ...prompts,
    confirm: async question => {
      happens()
      return prompts.confirm(question)
    },
  }
}
