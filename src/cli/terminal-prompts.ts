import { confirm, isCancel, log, select, text } from '@clack/prompts'
import { type Choice, cancelled, type Drawing, type Prompts, type TextQuestion } from '../commands/prompts.ts'
import { neutralLine, neutralText } from '../model/neutral.ts'
import { hangingLines } from '../render/wrap.ts'

/** Columns that the bar beside a note takes. */
const FRAME = 3

/** The two sides of a terminal at which a person sits. */
export interface TerminalStreams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}

/** Prompts on a terminal. They go to standard error: the output is for results. */
export class TerminalPrompts implements Prompts {
  private readonly streams: TerminalStreams

  /** @param hasColor whether they may be painted */
  constructor({ input, output }: TerminalStreams, hasColor = true) {
    this.streams = { input, output: hasColor ? output : withoutColor(output) }
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
    const { output } = this.streams
    const width = Math.max(20, output.columns - FRAME)
    const lines = neutralText(content)
      .split('\n')
      .flatMap(line => (line.startsWith(' ') ? line : hangingLines(line, width)))
    log.message(lines.join('\n'), { output })
  }

  show({ drawn }: Drawing): void {
    this.streams.output.write(drawn)
  }
}

function answered<T>(answer: T | symbol): T {
  if (isCancel(answer)) throw cancelled()
  return answer as T
}

/** The same terminal, for a library that paints whatever it is told. */
function withoutColor(output: NodeJS.WriteStream): NodeJS.WriteStream {
  // The escape sequences of colours and weights.
  const painting = /\x1b\[[\d;]*m/g
  const write = (chunk: unknown, ...others: []) =>
    output.write(String(chunk).replace(painting, ''), ...others)
  return Object.create(output, { write: { value: write } }) as NodeJS.WriteStream
}
