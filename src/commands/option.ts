import { isDay } from '../model/date.ts'
import { CardsError } from '../model/errors.ts'

/** An option of a command: how it is written, what its help says, and how its text becomes a value. */
export interface Option<T> {
  /** As commander reads it: `-n, --limit <count>`. */
  readonly flags: string
  readonly description: string
  /** @param raw what was typed: texts in their order, `true` for a bare flag, undefined when it was not given */
  read(raw: readonly string[] | true | undefined): T
}

export type Options = Readonly<Record<string, Option<unknown>>>

/** The values of a table of options. */
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }

/** An option that is there or not. */
export function flag(flags: string, description: string): Option<boolean> {
  return { flags, description, read: raw => raw !== undefined }
}

/** An option `--no-…`, of which commander says false when it is there. */
export function negation(flags: string, description: string): Option<boolean> {
  return { flags, description, read: raw => (raw as unknown) === false }
}

/** An option with a text. Given twice, the last counts. */
export function text(flags: string, description: string): Option<string | undefined> {
  return { flags, description, read: raw => (Array.isArray(raw) ? raw.at(-1) : undefined) }
}

/** An option with the path of a file or folder. Given twice, the last counts. */
export function path(flags: string, description: string): Option<string | undefined> {
  return {
    flags,
    description,
    read: raw => {
      const given = text(flags, description).read(raw)
      // `-o "$out"` with an empty variable would mean the working directory.
      if (given === '') throw needsValue(flags)
      return given
    },
  }
}

/**
 * An option with several texts: given several times, or joined by commas.
 * @param splits whether commas join texts; not where a comma belongs to one, as in a name
 */
export function texts(flags: string, description: string, { splits = true } = {}): Option<readonly string[]> {
  const parts = (item: string) => (splits ? item.split(',') : [item]).map(part => part.trim())
  return {
    flags,
    description,
    read: raw => {
      const given = Array.isArray(raw) ? raw.flatMap(parts).filter(part => part !== '') : []
      // `--author "$name"` with an empty name must not mean every author.
      if (Array.isArray(raw) && given.length === 0) throw needsValue(flags)
      return given
    },
  }
}

function needsValue(flags: string): CardsError {
  return new CardsError('usage', `${nameOf(flags)} needs a value.`, 'Give it one, or leave it out.')
}

/** An option with a date of the calendar, `YYYY-MM-DD`. */
export function day(flags: string, description: string): Option<string | undefined> {
  return parsed(flags, description, given => (isDay(given) ? given : undefined), 'a day', '2026-02-06')
}

/** An option with a whole number, zero or more. */
export function count(flags: string, description: string): Option<number | undefined> {
  const read = (given: string) => (/^\d{1,9}$/.test(given) ? Number(given) : undefined)
  return parsed(flags, description, read, 'a whole number', '10')
}

/**
 * An option with a text of some form. Given twice, the last counts.
 * @param parse gives undefined for a text of another form
 * @param form what it takes, in words
 */
function parsed<T>(
  flags: string,
  description: string,
  parse: (given: string) => T | undefined,
  form: string,
  example: string,
): Option<T | undefined> {
  return {
    flags,
    description,
    read: raw => {
      if (!Array.isArray(raw)) return undefined
      const given = String(raw.at(-1))
      const value = parse(given)
      if (value !== undefined) return value
      const name = nameOf(flags)
      throw new CardsError(
        'usage',
        `${name} takes ${form}, not \`${given}\`.`,
        `For example: ${name} ${example}`,
      )
    },
  }
}

/** The long name of an option: `--limit`. */
function nameOf(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

/**
 * The one of several options that was given; none of them is undefined.
 * @throws CardsError `usage` when there are two, one of which would do nothing
 */
export function chosenOption<Name extends string>(
  options: Readonly<Record<Name, unknown>>,
  names: readonly Name[],
): Name | undefined {
  const given = names.filter(name => {
    const value = options[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
  })
  const [one, other] = given
  if (one === undefined || other === undefined) return one
  const both = `${flagName(one)} and ${flagName(other)}`
  throw new CardsError('usage', `${both} exclude each other.`, 'Give one of them.')
}

/** How an option is typed that a table has as `alsoAt`: `--also-at`. */
export function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
}
