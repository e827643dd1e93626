import { confirm, isCancel, log, select, text } from '@clack/prompts'
import type { Choice, Prompts, TextQuestion } from '../commands/prompts.ts'
import { CardsError } from '../model/errors.ts'
import { neutralLine, neutralText } from '../render/neutral.ts'
import type { TerminalStreams } from './io.ts'

/** Prompts on a terminal. They go to standard error: the output is for results. */
export class TerminalPrompts implements Prompts {
  private readonly streams: TerminalStreams

  constructor(streams: TerminalStreams) {
    this.streams = streams
  }

  async confirm(question: string, initial = false): Promise<boolean> {
    return answered<boolean>(
      await confirm({ message: neutralText(question), initialValue: initial, ...this.streams }),
    )
  }

  async choose<T extends string>(question: string, choices: readonly Choice<T>[]): Promise<T> {
    const options = choices.map(({ value, label, hint }) => ({
      value: value as string,
      label: neutralLine(label),
      ...(hint === undefined ? {} : { hint: neutralLine(hint) }),
    }))
    const answer = await select({ message: neutralText(question), options, ...this.streams })
    return answered<string>(answer) as T
  }

  async text(question: string, { initial, placeholder, check }: TextQuestion = {}): Promise<string> {
    const answer = await text({
      message: neutralText(question),
      ...(initial === undefined ? {} : { initialValue: neutralLine(initial) }),
      ...(placeholder === undefined ? {} : { placeholder: neutralLine(placeholder) }),
      validate: given => check?.((given ?? '').trim()),
      ...this.streams,
    })
    return (answered<string | undefined>(answer) ?? '').trim()
  }

  note(content: string): void {
    log.message(neutralText(content), { output: this.streams.output })
  }
}

function answered<T>(answer: T | symbol): T {
  if (isCancel(answer)) throw new CardsError('no', 'Cancelled; nothing was written.')
  return answer as T
}
